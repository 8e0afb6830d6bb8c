/** Plans runs of Han characters: they are cut into words, and looked for as characters in articles that were cut otherwise. */

import { intersect } from '../lists/article-sets.ts'
import { LITERAL_SHARE } from '../lists/bm25f.ts'
import type { IndexView } from '../lists/index-view.ts'
import { documentFrequency, listOf } from '../lists/posting-lists.ts'
import { createScoredTerm, type ScoredTerm } from '../lists/scored-term.ts'
import { findLiteral } from '../literal/literal.ts'
import { cutRun } from './cut-run.ts'
import type { TermPlan } from './plan.ts'
import { planTerm, type TermRequest } from './plan-term.ts'
import { planRegional } from './plan-variants.ts'
import { joinPlanned, orOf, type Planned, planned } from './planned.ts'

/**
 * Plans a run as the articles that hold all its words and, weighing less, articles that hold it only as characters because they
 * were cut otherwise.
 */
export async function planRun(view: IndexView, run: string, asked: TermRequest): Promise<Planned> {
  const words = await cutRun(
    run,
    view.longestWord,
    (word) => documentFrequency(view, word),
    view.termOccurrences,
  )
  const terms = new Map<string, Planned<TermPlan>>()
  for (const word of new Set(words)) terms.set(word, await planTerm(view, word, asked, false))
  const asWords = await planRegional(view, words, terms, asked)
  if (asked.onlyAsWords.has(run)) return asWords
  const plans = Array.from(terms.values(), ({ plan }) => plan)
  const literal = await planLiteral(view, run, asked.titleOnly, plans)
  const needle = { text: run, weight: literal.weight / LITERAL_SHARE, wholeWord: false }
  const asCharacters = planned<TermPlan>(
    { kind: 'term', term: literal },
    { needles: asked.wanted ? [needle] : [] },
  )
  return joinPlanned([asWords, asCharacters], orOf)
}

/**
 * Plans the run as characters, in the articles that do not hold all its words. All pairs of neighbours are taken for the run:
 * reading each such article to be sure would take most of a search, and a quoted text is looked for to the letter anyway.
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
        skip: terms.map(({ term }) => listOf(term.lists, number).articles).reduce(intersect),
      }),
    ),
  )
  const term = createScoredTerm(view, run, lists)
  return { ...term, weight: term.weight * LITERAL_SHARE }
}
