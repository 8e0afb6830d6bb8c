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
  /** The word or phrase, normalised; for messages and explanations. */
  readonly text: string
  readonly documentFrequency: number
  /** Weight in the sum: idf, or a share of it. */
  readonly weight: number
  /** One a segment. */
  readonly lists: readonly PostingList[]
}
