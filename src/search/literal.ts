/**
 * Finds a text literally, across any segmentation: candidates from pairs of characters and whole words, then a look at the
 * stored text of those that the index alone cannot settle.
 */

import { bodyOf } from '../index/article-record.ts'
import { normalizeText } from '../text/normalize.ts'
import { type ArticleSet, subtract } from './article-sets.ts'
import type { SegmentView } from './index-view.ts'
import { literalCandidates } from './literal-candidates.ts'
import { addUp, listOfWord, onceEach, type PostingList, within } from './term-lists.ts'

export interface LiteralOptions {
  /** Look in titles alone. */
  readonly titleOnly?: boolean
  /** Articles that need no answer. */
  readonly skip?: ArticleSet
  /** An article that holds all pairs of the text's characters is taken to hold the text, without a look at it. */
  readonly byPairs?: boolean
}

/** Where a normalised text stands in a segment, and how often; for an article that the index settles: at least once. */
export async function findLiteral(
  segment: SegmentView,
  needle: string,
  options: LiteralOptions = {},
): Promise<PostingList> {
  const { articles, certain } = await literalCandidates(segment, needle)
  const open = options.skip === undefined ? articles : subtract(articles, options.skip)
  if (options.titleOnly) return verify(segment, needle, open, true)
  const asWord = within(await listOfWord(segment, needle), open)
  const rest = subtract(open, asWord.articles)
  const settled = certain || options.byPairs === true
  return addUp([asWord, settled ? onceEach(rest) : await verify(segment, needle, rest, false)])
}

async function verify(
  segment: SegmentView,
  needle: string,
  candidates: ArticleSet,
  titleOnly: boolean,
): Promise<PostingList> {
  const found: [article: number, inBody: number, inTitle: number][] = []
  for (const article of candidates) {
    const record = await segment.segment.articles.record(article)
    const inTitle = occurrences(normalizeText(record.title), needle)
    const inBody = titleOnly ? 0 : occurrences(normalizeText(bodyOf(record)), needle)
    if (inTitle + inBody > 0) found.push([article, inBody, inTitle])
  }
  return {
    articles: Uint32Array.from(found, ([article]) => article),
    bodyFrequencies: Uint32Array.from(found, ([, inBody]) => inBody),
    titleFrequencies: Uint32Array.from(found, ([, , inTitle]) => inTitle),
  }
}

function occurrences(text: string, needle: string): number {
  let count = 0
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length))
    count++
  return count
}
