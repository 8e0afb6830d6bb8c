/** A term with its postings and what it weighs. */

import type { ScoredTerm } from '../plan/plan.ts'
import { inverseDocumentFrequency } from './bm25f.ts'
import type { IndexView } from './index-view.ts'
import type { PostingList } from './posting-lists.ts'

export function scoredTerm(
  view: IndexView,
  text: string,
  lists: readonly PostingList[],
): ScoredTerm {
  const documentFrequency = lists.reduce((sum, list) => sum + list.articles.length, 0)
  const weight = inverseDocumentFrequency(documentFrequency, view.articles)
  return { text, documentFrequency, weight, lists }
}
