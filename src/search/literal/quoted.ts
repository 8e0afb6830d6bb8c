/**
 * Finds a text to the letter, across any segmentation: candidates from pairs of characters and whole words, then a look at the
 * stored text of those that the index alone cannot settle. There is a bound to that look; what is not read is told apart.
 */

import { elementAt } from '../../element-at.ts'
import { type ArticleSet, setOf, subtract } from '../lists/article-sets.ts'
import type { IndexView, SegmentView } from '../lists/index-view.ts'
import { bytesOfList, mergeLists, type PostingList } from '../lists/posting-lists.ts'
import { countArticles, emptySets, intersectEach, type SegmentSets } from '../lists/segment-sets.ts'
import { chooseLikeliest, costOfReading } from './likeliest.ts'
import { type QuotedKey, type Settled, settleByIndex } from './settle.ts'
import { verifyText } from './verify-text.ts'

export interface QuotedRequest extends ReadingLimits, Omit<QuotedKey, 'text'> {
  /** Texts that have been looked up already. */
  readonly settled?: SettledTexts
}

export interface ReadingLimits {
  /** Read at most so many terms of articles, or little more: see costOfReading. */
  readonly mostRead: number
  /** Only these articles can answer the query; others are read last, and their number is not told. */
  readonly within?: SegmentSets | undefined
}

export interface QuotedText {
  /** The articles that hold the text, and how often; where the index alone decides, the count is 1. One list for each segment. */
  readonly lists: readonly PostingList[]
  /** Articles that may hold it and were not read. */
  readonly unread: SegmentSets
  /** How many articles were read, and how many more would have to be; both 0 where all that matters was read. */
  readonly read: number
  readonly left: number
}

/** What the index tells of some texts, each with an entry for each segment. */
export type SettledTexts = ReadonlyMap<string, readonly Settled[]>

/** Looks several texts up in the index together, but those that are known from before. */
export async function settleTexts(
  view: IndexView,
  texts: readonly QuotedKey[],
): Promise<SettledTexts> {
  const distinct = [...new Map(texts.map((text) => [keyOf(text), text])).values()]
  const open = distinct.filter((text) => text.text !== '' && readKept(view, text) === undefined)
  const found = await Promise.all(view.segments.map((segment) => settleByIndex(segment, open)))
  return new Map(
    open.map((text, place) => [keyOf(text), found.map((some) => elementAt(some, place))]),
  )
}

/** @param text normalised, without blanks at its ends */
export async function findQuoted(
  view: IndexView,
  text: string,
  request: QuotedRequest,
): Promise<QuotedText> {
  const wanted = { text, titleOnly: request.titleOnly }
  const known = readKept(view, wanted)
  if (known !== undefined) return { lists: known, unread: emptySets(view), read: 0, left: 0 }
  const settled = request.settled?.get(keyOf(wanted)) ?? (await settleAlone(view, wanted))
  const found = await readOpen(view, wanted, request, settled)
  if (countArticles(found.unread) === 0) keepAll(view, keyOf(wanted), found.lists)
  return found
}

function keyOf({ text, titleOnly }: QuotedKey): string {
  return `${titleOnly ? 'in titles' : 'anywhere'} ${text}`
}

async function settleAlone(view: IndexView, text: QuotedKey): Promise<readonly Settled[]> {
  const found = await Promise.all(view.segments.map((segment) => settleByIndex(segment, [text])))
  return found.flat()
}

function readKept({ segments }: IndexView, text: QuotedKey): readonly PostingList[] | undefined {
  const known = segments.flatMap(({ literals }) => literals.get(keyOf(text)) ?? [])
  return known.length === segments.length ? known : undefined
}

function keepAll({ segments }: IndexView, key: string, lists: readonly PostingList[]): void {
  for (const [number, list] of lists.entries())
    segments[number]?.literals.set(key, list, bytesOfList(list))
}

async function readOpen(
  view: IndexView,
  { text, titleOnly }: QuotedKey,
  limits: ReadingLimits,
  settled: readonly Settled[],
): Promise<QuotedText> {
  const open = settled.map((one) => one.open)
  const chosen = await chooseOpen(view, text, limits, open)
  const read = await Promise.all(
    view.segments.map((segment, number) =>
      verifyText(segment, text, setOf(chosen, number), titleOnly),
    ),
  )
  const unread = open.map((set, number) => subtract(set, setOf(chosen, number)))
  const missed = countArticles(limits.within ? intersectEach(unread, limits.within) : unread)
  return {
    lists: settled.map(({ sure }, number) => mergeLists([sure, ...read.slice(number, number + 1)])),
    unread,
    read: missed === 0 ? 0 : countArticles(chosen),
    left: missed,
  }
}

async function chooseOpen(
  view: IndexView,
  needle: string,
  { mostRead, within }: ReadingLimits,
  open: SegmentSets,
): Promise<SegmentSets> {
  if (costOfAll(view, open) <= mostRead) return open
  const wanted = within === undefined ? open : intersectEach(open, within)
  if (costOfAll(view, wanted) <= mostRead) return wanted
  return chooseLikeliest(view, needle, wanted, mostRead)
}

function costOfAll(
  { segments }: { segments: readonly SegmentView[] },
  sets: readonly ArticleSet[],
) {
  return segments.reduce((sum, one, number) => sum + costOfReading(one, setOf(sets, number)), 0)
}
