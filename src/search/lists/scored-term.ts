/** A term of a query with its postings and its weight. */

import { inverseDocumentFrequency } from './bm25f.ts'
import type { IndexView } from './index-view.ts'
import type { PostingList } from './posting-lists.ts'

export function createScoredTerm(
  view: IndexView,
  text: string,
  lists: readonly PostingList[],
): ScoredTerm {
  const documentFrequency = lists.reduce((sum, list) => sum + list.articles.length, 0)
  const weight = inverseDocumentFrequency(documentFrequency, view.articles)
  return { text, documentFrequency, weight, lists }
}

/** Something that matches articles and adds to their score. */
export interface ScoredTerm {
  /** The word or phrase, normalised. Messages and explanations show it. */
  readonly text: string
  readonly documentFrequency: number
  /** A posting with the share 1 adds this to a score: the idf, or a share of it. */
  readonly weight: number
  /** One list for each segment. */
  readonly lists: readonly PostingList[]
}
