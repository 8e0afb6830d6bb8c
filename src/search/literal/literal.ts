/**
 * Finds a text literally, across any segmentation: candidates from pairs of characters and whole words, then a look at the
 * stored text of those that the index alone cannot settle.
 */

import { type ArticleSet, subtract } from '../lists/article-sets.ts'
import type { SegmentView } from '../lists/index-view.ts'
import {
  addUp,
  EMPTY_LIST,
  listOfWord,
  onceEach,
  type PostingList,
  within,
} from '../lists/posting-lists.ts'
import { literalCandidates } from './candidates.ts'
import { holdersOf } from './verify-text.ts'

export interface LiteralOptions {
  /** Look in titles alone. */
  readonly titleOnly?: boolean
  /** Articles that need no answer. */
  readonly skip?: ArticleSet
  /** An article that holds all pairs of the text's characters is taken to hold the text, without a look at it. */
  readonly byPairs?: boolean
}

/** Where a normalised text stands in a segment, and how often; for an article that the index settles: at least once. */
export function findLiteral(
  segment: SegmentView,
  needle: string,
  options: LiteralOptions = {},
): Promise<PostingList> {
  const isPart = options.skip !== undefined || options.byPairs === true
  return isPart ? lookFor(segment, needle, options) : findOnce(segment, needle, options)
}

async function findOnce(
  segment: SegmentView,
  needle: string,
  options: LiteralOptions,
): Promise<PostingList> {
  const key = `${options.titleOnly ? 'in titles' : 'anywhere'} ${needle}`
  const known = segment.literals.get(key)
  if (known !== undefined) return known
  const found = await lookFor(segment, needle, options)
  segment.literals.keep(key, found)
  return found
}

async function lookFor(
  segment: SegmentView,
  needle: string,
  options: LiteralOptions,
): Promise<PostingList> {
  const { articles, certain } = await literalCandidates(segment, needle)
  const open = options.skip === undefined ? articles : subtract(articles, options.skip)
  if (options.titleOnly) return holdersOf(segment, needle, open, true)
  if (open.length === 0) return EMPTY_LIST
  const asWord = within(await listOfWord(segment, needle), open)
  const rest = subtract(open, asWord.articles)
  const settled = certain || options.byPairs === true
  return addUp([asWord, settled ? onceEach(rest) : await holdersOf(segment, needle, rest, false)])
}
