/**
 * A search at the cuts where other engines are measured: from words to the numbers of the best articles with the exact total, by the
 * index alone. `terms` takes words as they stand in the index, as a query of terms does elsewhere; `search` takes what was typed, so that
 * words are cut, widened by their characters and other forms, and copies are collapsed. No article is read, so nearness does not count yet.
 */

import { nodeFolder } from '../../src/index/disk/node-folder.ts'
import { openSnapshot } from '../../src/index/generation/snapshot.ts'
import { NO_ARTICLES } from '../../src/search/lists/article-sets.ts'
import { type IndexView, viewIndex } from '../../src/search/lists/index-view.ts'
import { documentFrequency, readWordLists } from '../../src/search/lists/posting-lists.ts'
import { createScoredTerm } from '../../src/search/lists/scored-term.ts'
import { countArticles } from '../../src/search/lists/segment-sets.ts'
import { readAsked } from '../../src/search/match/asked.ts'
import { find, leaveOneOfEach } from '../../src/search/match/find.ts'
import { matchPlan } from '../../src/search/match/match.ts'
import type { Plan } from '../../src/search/plan/plan.ts'
import { rankByIndex } from '../../src/search/rank/rank.ts'
import { scoreMatches } from '../../src/search/rank/score.ts'
import { selectTop } from '../../src/search/rank/top-heap.ts'
import { PAGE } from '../measures/warm-search.ts'
import type { Words } from '../queries.ts'

export type Operator = 'or' | 'and'

export interface ByIndex {
  /** The exact total of the articles that hold any of the terms, or all of them, the best of which are found on the way. */
  terms(terms: Words, operator: Operator): Promise<number>
  /** The exact total of a query whose best are found on the way. */
  search(query: string): Promise<number>
  /** How many articles hold a term, as the posting lists have it; deleted ones count. */
  documentFrequency(term: string): Promise<number>
  close(): Promise<void>
}

export async function openByIndex(index: string): Promise<ByIndex> {
  const snapshot = await openSnapshot(nodeFolder(index))
  const view = await viewIndex(snapshot)
  return {
    terms: (terms, operator) => searchTerms(view, terms, operator),
    search: (query) => searchByIndex(view, query),
    documentFrequency: (term) => documentFrequency(view, term),
    close: () => snapshot.close(),
  }
}

async function searchByIndex(view: IndexView, query: string): Promise<number> {
  const found = leaveOneOfEach(view, await find(view, readAsked({ query })))
  await rankByIndex(view, found, 'relevance', PAGE)
  return countArticles(found.complete)
}

async function searchTerms(view: IndexView, words: Words, operator: Operator): Promise<number> {
  const terms = await Promise.all(
    words.map(async (word) => createScoredTerm(view, word, await readWordLists(view, word))),
  )
  const plan: Plan = { kind: operator, children: terms.map((term) => ({ kind: 'term', term })) }
  const matches = view.segments.map((segment, number) => matchPlan(plan, segment, number))
  const scores = view.segments.map((segment, number) =>
    scoreMatches(view.ranking, terms, segment, number, matches[number] ?? NO_ARTICLES),
  )
  const columns = (['dates', 'ids'] as const).map((name) =>
    Promise.all(view.segments.map(({ segment }) => segment.column(name))),
  )
  const [dates = [], idsOf = []] = await Promise.all(columns)
  selectTop(view, matches, scores, dates, {
    count: PAGE,
    sort: 'relevance',
    idsOf,
    lacksWords: false,
  })
  return countArticles(matches)
}
