/**
 * Finds a text literally, across any segmentation: candidates from pairs of characters and whole words, then a look at the
 * stored text of those that the index alone cannot settle.
 */

import { type ArticleSet, subtract } from '../lists/article-sets.ts'
import type { SegmentView } from '../lists/index-view.ts'
import {
  bytesOfList,
  EMPTY_LIST,
  keepArticles,
  mergeLists,
  type PostingList,
  readWordList,
  withFrequencyOne,
} from '../lists/posting-lists.ts'
import { findCandidates } from './candidates.ts'
import { verifyText } from './verify-text.ts'

export interface LiteralOptions {
  /** Look in titles alone. */
  readonly titleOnly?: boolean
  /** Articles to leave out. */
  readonly skip?: ArticleSet
  /** An article that holds all pairs of the text's characters is taken to hold the text, without a look at it. */
  readonly trustPairs?: boolean
}

/** Finds the articles of a segment that hold a normalised text, and how often; where the index alone decides, the count is 1. */
export function findLiteral(
  segment: SegmentView,
  needle: string,
  options: LiteralOptions = {},
): Promise<PostingList> {
  const isPart = options.skip !== undefined || options.trustPairs === true
  return isPart ? search(segment, needle, options) : findCached(segment, needle, options)
}

async function findCached(
  segment: SegmentView,
  needle: string,
  options: LiteralOptions,
): Promise<PostingList> {
  const key = `${options.titleOnly ? 'in titles' : 'anywhere'} ${needle}`
  const known = segment.literals.get(key)
  if (known !== undefined) return known
  const found = await search(segment, needle, options)
  segment.literals.set(key, found, bytesOfList(found))
  return found
}

async function search(
  segment: SegmentView,
  needle: string,
  options: LiteralOptions,
): Promise<PostingList> {
  const { articles, certain } = await findCandidates(segment, needle)
  const open = options.skip === undefined ? articles : subtract(articles, options.skip)
  if (options.titleOnly) return verifyText(segment, needle, open, true)
  if (open.length === 0) return EMPTY_LIST
  const asWord = keepArticles(await readWordList(segment, needle), open)
  const rest = subtract(open, asWord.articles)
  const settled = certain || options.trustPairs === true
  return mergeLists([
    asWord,
    settled ? withFrequencyOne(rest) : await verifyText(segment, needle, rest, false),
  ])
}
