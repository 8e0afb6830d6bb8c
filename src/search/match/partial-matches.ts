/** Finds articles that lack some words of a query, but hold enough of its weight. Pure. */

import { elementAt, floatAt, integerAt } from '../../element-at.ts'
import { type ArticleSet, intersect, setOf, subtract, uniteAll } from '../lists/article-sets.ts'
import { inverseDocumentFrequency } from '../lists/bm25f.ts'
import type { IndexView } from '../lists/index-view.ts'
import { sumForMatches } from '../lists/score-sums.ts'
import { countArticles, emptySets, type SegmentSets } from '../lists/segment-sets.ts'
import type { Prepared } from '../plan/plan.ts'
import { andOf, orOf } from '../plan/planned.ts'
import { matchPlan } from './match.ts'

/**
 * Partial matches are there to make up for too few complete ones. Articles with the greatest share of the words' weight are taken
 * first, then those with less, in steps, until there are enough; never such that have less than the least share, nor so many that
 * they have no more in common with the query than a common word.
 */
const ENOUGH_ARTICLES = 100
const MOST_ARTICLES = 1_000
const LEAST_SHARE = 0.1
const STEPS = 20

/** A word that articles may lack, and those that have it. */
export interface LooseWord {
  readonly text: string
  /** The part of the query that it comes from, as it was typed. */
  readonly typed: string
  /** The idf of the word. */
  readonly weight: number
  readonly holders: SegmentSets
}

/** Lists the words that articles may lack, each once. */
export function findLooseWords(view: IndexView, { units }: Prepared): readonly LooseWord[] {
  const texts = [...new Set(units.map(({ text }) => text))]
  return texts.map((text) => {
    const same = units.filter((unit) => unit.text === text)
    const plan = orOf(same.map((unit) => unit.plan))
    const holders = view.segments.map((segment, number) => matchPlan(plan, segment, number))
    const weight = inverseDocumentFrequency(countArticles(holders), view.articles)
    return { text, typed: same[0]?.typed ?? text, weight, holders }
  })
}

/**
 * Finds articles with enough of the words and everything else that is asked for.
 * @param exact articles with all words, which are left out
 */
export function matchPartly(
  view: IndexView,
  { fixed }: Prepared,
  words: readonly LooseWord[],
  exact: SegmentSets,
): SegmentSets {
  if (words.length < 2 || countArticles(exact) >= ENOUGH_ARTICLES) return emptySets(view)
  const holders = view.segments.map(({ segment }, number) =>
    weighHolders(words, segment.meta.articles, number),
  )
  const needed = neededWeight(words, holders)
  return view.segments.map((segment, number) => {
    const { articles, weights } = elementAt(holders, number)
    const holding = articles.filter((_, i) => floatAt(weights, i) >= needed)
    const others = subtract(holding, setOf(exact, number))
    return fixed.length === 0 ? others : intersect(others, matchPlan(andOf(fixed), segment, number))
  })
}

/** Articles that hold any of the words, and the weight of those that each holds. */
interface Holders {
  readonly articles: ArticleSet
  readonly weights: Float64Array
}

function weighHolders(words: readonly LooseWord[], limit: number, number: number): Holders {
  const articles = uniteAll(words.map(({ holders }) => setOf(holders, number)))
  const weights = sumForMatches(limit, articles, (sums) => {
    for (const { holders, weight } of words) addWeight(sums, setOf(holders, number), weight)
  })
  return { articles, weights }
}

/** Returns the weight that an article must hold. Conditions beside the words do not change it. */
function neededWeight(words: readonly LooseWord[], holders: readonly Holders[]): number {
  const whole = words.reduce((sum, { weight }) => sum + weight, 0)
  let needed = whole - ROUNDING
  for (let step = STEPS; step >= STEPS * LEAST_SHARE; step--) {
    const next = (whole * step) / STEPS - ROUNDING
    const count = countHeavy(holders, next)
    if (count <= MOST_ARTICLES) needed = next
    if (count >= ENOUGH_ARTICLES) break
  }
  return needed
}

function countHeavy(holders: readonly Holders[], needed: number): number {
  let count = 0
  for (const { weights } of holders)
    for (let i = 0; i < weights.length; i++) if (floatAt(weights, i) >= needed) count++
  return count
}

/** Sums of the same weights in another order may differ by less than this. */
const ROUNDING = 1e-9

function addWeight(sums: Float64Array, articles: ArticleSet, weight: number): void {
  for (let i = 0; i < articles.length; i++) {
    const article = integerAt(articles, i)
    sums[article] = floatAt(sums, article) + weight
  }
}
