/** Finds a text in titles by the dictionary of their beginnings, without reading an article. */

import { markPairPostings } from '../../index/postings/mark-postings.ts'
import type { TermEntry } from '../../index/terms/terms.ts'
import { type ArticleSet, intersect, subtract } from '../lists/article-sets.ts'
import type { SegmentView } from '../lists/index-view.ts'
import { mergeArticles } from '../lists/merged-postings.ts'
import { readWordList } from '../lists/posting-lists.ts'
import { findCandidates, isInsideWord } from './candidates.ts'

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
  const titles = await segment.segment.titles()
  const cut: TermEntry[] = []
  await titles.scan(new Uint8Array(0), (title, entry) => {
    if (mayBeCut(title)) cut.push(entry())
    return true
  })
  const incomplete = await mergeArticles(segment, titles, cut, markPairPostings)
  return Promise.all(
    needles.map(async (needle) => {
      const certain = await findTitlesBeginning(segment, needle)
      const open = subtract(incomplete, certain)
      return { certain, open: open.length <= FEW ? open : await ruleOut(segment, needle, open) }
    }),
  )
}

/** Leaves articles that may hold the text anywhere. A piece of a word would take a look at every word: only whole words count there. */
async function ruleOut(
  segment: SegmentView,
  needle: string,
  articles: ArticleSet,
): Promise<ArticleSet> {
  const holders = isInsideWord(needle)
    ? (await readWordList(segment, needle)).articles
    : (await findCandidates(segment, needle)).articles
  return intersect(articles, holders)
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
