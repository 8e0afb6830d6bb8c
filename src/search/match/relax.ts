/** When no article has all words: those with most of the query's weight, and which words they may lack. */

import { type ArticleSet, intersect, uniteAll } from '../lists/article-sets.ts'
import type { IndexView, SegmentView } from '../lists/index-view.ts'
import { EMPTY_LIST } from '../lists/posting-lists.ts'
import { readScores } from '../lists/score-sums.ts'
import type { ScoredTerm } from '../lists/scored-term.ts'
import type { Plan, Prepared } from '../plan/plan.ts'
import { listRequiredTerms, listWantedTerms } from '../plan/plan-terms.ts'
import { matchPlan } from './match.ts'

/** Share of the weight of the words that occur at all which an article must hold. */
const NEEDED_SHARE = 0.5
/** The same where nobody parted the words, as in questions, most words of which stand in no answer: one that tells something. */
const UNPARTED_SHARE = 0.02

export interface Relaxed {
  /** One a segment. */
  readonly matches: readonly ArticleSet[]
  /** Words that some of the matches lack. */
  readonly lacking: readonly string[]
}

/** Conditions and exclusions hold as before; only words give way. Undefined: there is nothing to relax. */
export function relax(
  { plan, wordsInLongestRun }: Pick<Prepared, 'plan' | 'wordsInLongestRun'>,
  view: IndexView,
): Relaxed | undefined {
  const words = plan.children.filter((child) => listWantedTerms(child).length > 0)
  const terms = distinctWords(words)
  const known = terms.filter((term) => term.documentFrequency > 0)
  if (terms.length < 2 || known.length === 0) return undefined
  const rest: Plan = {
    kind: 'and',
    children: plan.children.filter((child) => !words.includes(child)),
  }
  const share = wordsInLongestRun > 1 ? UNPARTED_SHARE : NEEDED_SHARE
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

/** Articles of a segment that hold terms of at least the needed weight together. */
function findWellCovered(
  terms: readonly ScoredTerm[],
  { sums }: SegmentView,
  number: number,
  needed: number,
): ArticleSet {
  const sets = terms.map(({ lists }) => (lists[number] ?? EMPTY_LIST).articles)
  const holders = uniteAll(sets)
  for (let i = 0; i < holders.length; i++) sums[holders[i] ?? 0] = 0
  for (const [place, set] of sets.entries()) {
    const weight = terms[place]?.weight ?? 0
    for (let i = 0; i < set.length; i++) {
      const article = set[i] ?? 0
      sums[article] = (sums[article] ?? 0) + weight
    }
  }
  const weights = readScores(sums, holders)
  return holders.filter((_, i) => (weights[i] ?? 0) >= needed - 1e-9 && (weights[i] ?? 0) > 0)
}

function holdsAll(term: ScoredTerm, number: number, articles: ArticleSet): boolean {
  return intersect((term.lists[number] ?? EMPTY_LIST).articles, articles).length === articles.length
}
