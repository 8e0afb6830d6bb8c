/** Finds a text in titles by the dictionary of their beginnings, without reading an article. */

import { markPairPostings } from '../../index/postings/mark-postings.ts'
import type { TermDictionary, TermEntry } from '../../index/terms/terms.ts'
import { type ArticleSet, intersect } from '../lists/article-sets.ts'
import type { SegmentView } from '../lists/index-view.ts'
import { mergeArticles } from '../lists/merged-postings.ts'
import { byteFinder, type FindBytes } from './byte-search.ts'
import { findCandidates } from './candidates.ts'

export interface TitleCandidates {
  /** The titles of these hold the text. */
  readonly certain: ArticleSet
  /** Those of these may. */
  readonly open: ArticleSet
}

/** The dictionary has the first 100 units of a title, or 99 where a character would be parted. */
const WHOLE_UNITS = 99
/** So many titles of which a part is missing are read in less time than it takes to rule some of them out. */
const FEW = 128

const decoder = new TextDecoder()

/**
 * Finds, for each of the texts, the live articles of a segment whose title may hold it. The titles are walked through once.
 * @param needles normalised, without blanks at their ends
 */
export async function findTitles(
  segment: SegmentView,
  needles: readonly string[],
): Promise<readonly TitleCandidates[]> {
  if (needles.length === 0) return []
  const all = needles.map(
    (needle): Wanted => ({ needle, find: byteFinder(needle), holding: [], cut: [] }),
  )
  const titles = await segment.segment.titles()
  await titles.scan(new Uint8Array(0), (title, entry) => {
    const isCut = mayBeCut(title)
    for (const { find, holding, cut } of all)
      if (find(title, 0, title.length) >= 0) holding.push(entry())
      else if (isCut) cut.push(entry())
    return true
  })
  return Promise.all(all.map((wanted) => readCandidates(segment, titles, wanted)))
}

interface Wanted {
  readonly needle: string
  readonly find: FindBytes
  /** The titles that hold the text. */
  readonly holding: TermEntry[]
  /** The titles that go on behind what is known of them. */
  readonly cut: TermEntry[]
}

async function readCandidates(
  segment: SegmentView,
  titles: TermDictionary,
  { needle, holding, cut }: Wanted,
): Promise<TitleCandidates> {
  const certain = await mergeArticles(segment, titles, holding, markPairPostings)
  const open = await mergeArticles(segment, titles, cut, markPairPostings)
  if (open.length <= FEW) return { certain, open }
  return { certain, open: intersect(open, (await findCandidates(segment, needle)).articles) }
}

/** Finds the live articles of a segment whose title holds the text among its first characters. */
export async function findTitlesBeginning(
  segment: SegmentView,
  needle: string,
): Promise<ArticleSet> {
  const titles = await segment.segment.titles()
  const entries = await titles.containing(new TextEncoder().encode(needle))
  return mergeArticles(segment, titles, entries, markPairPostings)
}

function mayBeCut(title: Uint8Array): boolean {
  return title.length >= WHOLE_UNITS && decoder.decode(title).length >= WHOLE_UNITS
}
