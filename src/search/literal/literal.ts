/**
 * Finds characters side by side, across any segmentation, by the index alone: an article that holds all pairs of a text is taken
 * to hold the text.
 */

import { type ArticleSet, NO_ARTICLES, subtract } from '../lists/article-sets.ts'
import type { SegmentView } from '../lists/index-view.ts'
import {
  EMPTY_LIST,
  keepArticles,
  mergeLists,
  onceInTitle,
  type PostingList,
  readWordList,
  withFrequencyOne,
} from '../lists/posting-lists.ts'
import { findCandidates } from './candidates.ts'
import { findTitlesBeginning } from './titles.ts'

export interface LiteralOptions {
  /** Look in titles alone. */
  readonly titleOnly?: boolean
  /** Articles to leave out. */
  readonly skip?: ArticleSet
}

/**
 * Finds the articles of a segment that most likely hold a normalised text; of a long title its first 100 units are looked through.
 * Where the text is no word of an article, it counts once.
 */
export async function findCharacters(
  segment: SegmentView,
  needle: string,
  { titleOnly = false, skip = NO_ARTICLES }: LiteralOptions = {},
): Promise<PostingList> {
  if (titleOnly) return onceInTitle(subtract(await findTitlesBeginning(segment, needle), skip))
  const open = subtract((await findCandidates(segment, needle, 0)).articles, skip)
  if (open.length === 0) return EMPTY_LIST
  const asWord = keepArticles(await readWordList(segment, needle), open)
  return mergeLists([asWord, withFrequencyOne(subtract(open, asWord.articles))])
}
