/** Widens a query that no article answers in full, to articles with enough of its weight. Pure. */

import { floatAt, integerAt } from '../../element-at.ts'
import { type ArticleSet, intersect, uniteAll } from '../lists/article-sets.ts'
import type { IndexView, SegmentView } from '../lists/index-view.ts'
import { listOf } from '../lists/posting-lists.ts'
import { sumForMatches } from '../lists/score-sums.ts'
import type { ScoredTerm } from '../lists/scored-term.ts'
import type { Plan, Prepared } from '../plan/plan.ts'
import { listNeeded, listRequiredTerms, listWantedTerms } from '../plan/plan-terms.ts'
import { matchPlan } from './match.ts'

/** An article must hold this share of the weight of all words that occur in the index. */
const NEEDED_SHARE = 0.5
/** The same share of a question, typed without blanks: most of its words stand in no answer, and one that tells something is enough. */
const QUESTION_SHARE = 0.02

export interface Relaxed {
  /** One set for each segment. */
  readonly matches: readonly ArticleSet[]
  /** Words that some of the matches lack, each once. */
  readonly lacking: readonly string[]
}

/** Relaxes words only: conditions and exclusions hold as before. Undefined: there is nothing to relax. */
export function relax(
  { plan, wordsInLongestRun }: Pick<Prepared, 'plan' | 'wordsInLongestRun'>,
  view: IndexView,
): Relaxed | undefined {
  const asksForWords = (child: Plan) => listWantedTerms(child).length > 0
  const words = listNeeded(plan.children).filter(asksForWords)
  const terms = distinctWords(words)
  const known = terms.filter((term) => term.documentFrequency > 0)
  if (terms.length < 2 || known.length === 0) return undefined
  const rest: Plan = {
    kind: 'and',
    children: plan.children.filter((child) => !asksForWords(child)),
  }
  const share = wordsInLongestRun > 1 ? QUESTION_SHARE : NEEDED_SHARE
  const needed = known.reduce((sum, term) => sum + term.weight, 0) * share
  const matches = view.segments.map((segment, number) =>
    intersect(findWellCovered(known, segment, number, needed), matchPlan(rest, segment, number)),
  )
  const lacking = terms.filter((term) =>
    matches.some((set, number) => !holdsAll(term, number, set)),
  )
  return { matches, lacking: [...new Set(lacking.map((term) => term.text))] }
}

function distinctWords(plans: readonly Plan[]): readonly ScoredTerm[] {
  const terms = plans.flatMap(listRequiredTerms)
  return [...new Map(terms.map((term) => [term.text, term])).values()]
}

/** Finds the articles of a segment that hold terms of at least the needed weight together. */
function findWellCovered(
  terms: readonly ScoredTerm[],
  { segment }: SegmentView,
  number: number,
  needed: number,
): ArticleSet {
  const holders = uniteAll(terms.map(({ lists }) => listOf(lists, number).articles))
  const weights = sumForMatches(segment.meta.articles, holders, (sums) => {
    for (const { lists, weight } of terms) addWeight(sums, listOf(lists, number).articles, weight)
  })
  return holders.filter((_, i) => {
    const weight = floatAt(weights, i)
    return weight > 0 && weight >= needed - ROUNDING
  })
}

/** Sums of the same weights in another order may differ by less than this. */
const ROUNDING = 1e-9

function addWeight(sums: Float64Array, articles: ArticleSet, weight: number): void {
  for (let i = 0; i < articles.length; i++) {
    const article = integerAt(articles, i)
    sums[article] = floatAt(sums, article) + weight
  }
}

function holdsAll(term: ScoredTerm, number: number, articles: ArticleSet): boolean {
  return intersect(listOf(term.lists, number).articles, articles).length === articles.length
}
