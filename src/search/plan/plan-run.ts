/** Runs of Han characters of a query: cut into words, and looked for as characters where they were cut otherwise. */

import { intersect } from '../lists/article-sets.ts'
import { LITERAL_SHARE } from '../lists/bm25f.ts'
import type { IndexView } from '../lists/index-view.ts'
import { documentFrequency, EMPTY_LIST } from '../lists/posting-lists.ts'
import { createScoredTerm, type ScoredTerm } from '../lists/scored-term.ts'
import { findLiteral } from '../literal/literal.ts'
import { cutRun } from './cut-run.ts'
import type { Plan, TermPlan } from './plan.ts'
import { type PlanContext, planTerm, type TermRequest } from './plan-term.ts'
import { planRegional } from './plan-variants.ts'

/**
 * Of so many single characters the articles are fetched that hold them in any word, thousands of pairs each; of more than these
 * only those that hold them as words of their own.
 */
const MOST_SINGLES = 16

/**
 * A run of Han characters: the articles that hold all its words, and, weighing less, those that hold it only as
 * characters because they were cut otherwise. A single character has no words around it to cut, so characters settle it.
 */
export async function planRun(
  context: PlanContext,
  run: string,
  asked: TermRequest,
): Promise<Plan> {
  const { view, needles } = context
  const words = await cutRun(
    run,
    view.longestWord,
    (word) => documentFrequency(view, word),
    view.termOccurrences,
  )
  const terms = new Map<string, TermPlan>()
  for (const word of new Set(words)) terms.set(word, await planTerm(context, word, asked, false))
  const children = await planRegional(context, words, terms, asked)
  if (run.length === 1 && ++context.singles > MOST_SINGLES) return { kind: 'and', children }
  const literal = await planLiteral(view, run, asked.titleOnly, [...terms.values()])
  if (asked.wanted)
    needles.push({ text: run, weight: literal.weight / LITERAL_SHARE, wholeWord: false })
  return {
    kind: 'or',
    children: [
      { kind: 'and', children },
      { kind: 'term', term: literal },
    ],
  }
}

/**
 * The run as characters, in the articles that do not hold all its words. All pairs of neighbours are enough: reading each
 * such article to be sure took most of a slow search, and a quoted text is looked for to the letter anyway.
 */
async function planLiteral(
  view: IndexView,
  run: string,
  titleOnly: boolean,
  terms: readonly TermPlan[],
): Promise<ScoredTerm> {
  const lists = await Promise.all(
    view.segments.map((segment, number) =>
      findLiteral(segment, run, {
        titleOnly,
        trustPairs: true,
        skip: terms
          .map(({ term }) => (term.lists[number] ?? EMPTY_LIST).articles)
          .reduce(intersect),
      }),
    ),
  )
  const term = createScoredTerm(view, run, lists)
  return { ...term, weight: term.weight * LITERAL_SHARE }
}
