/** Scores what matched and keeps the best: pure, no waiting. */

import type { ArticleSet } from './article-sets.ts'
import { type Ranking, saturation, TITLE_ONLY_SHARE } from './bm25f.ts'
import type { IndexView, SegmentView } from './index-view.ts'
import type { ScoredTerm } from './plan.ts'
import type { SortOrder } from './result.ts'
import { EMPTY_LIST } from './term-lists.ts'

/** What a look at an article's text adds to its score. */
export interface Closeness {
  readonly phrase: number
  readonly nearness: number
  readonly characters: number
}

/** A match in its place. */
export interface Ranked {
  /** Place of the segment in the view, and of the article in the segment. */
  readonly segment: number
  readonly article: number
  readonly score: number
  /** Of the fetch where that is asked for. */
  readonly date: number
  /** Absent: its text was not looked at. Part of the score, which is lower where the article is lowered. */
  readonly closeness?: Closeness
}

/** By article of a segment, 1: its score is a small share of what it would be. */
export type Lowered = Uint8Array

/**
 * Pages without a body. Among articles that lack words one with all of them in its title is not lowered: whoever types a
 * title as it stands wants that page.
 */
export function loweredOf({ titleOnly }: SegmentView, whole: ArticleSet): Lowered {
  if (whole.length === 0) return titleOnly
  const lowered = titleOnly.slice()
  for (const article of whole) lowered[article] = 0
  return lowered
}

/** What the terms add up to for each match, in their order. */
export function scoreMatches(
  ranking: Ranking,
  terms: readonly ScoredTerm[],
  segment: SegmentView,
  number: number,
  matches: ArticleSet,
): Float64Array {
  const scores = new Float64Array(matches.length)
  for (const term of terms) addTerm(ranking, scores, term, segment, number, matches)
  return scores
}

/** Leaves of the scores of lowered articles a small share. */
export function lower(scores: Float64Array, matches: ArticleSet, lowered: Lowered): void {
  for (const [i, article] of matches.entries()) {
    if (lowered[article] === 1) scores[i] = (scores[i] ?? 0) * TITLE_ONLY_SHARE
  }
}

/** Adds to the scores of those matches that are in the set. */
export function addTo(
  scores: Float64Array,
  matches: ArticleSet,
  chosen: ArticleSet,
  amount: number,
): void {
  let match = 0
  for (const article of chosen) {
    while (match < matches.length && (matches[match] ?? 0) < article) match++
    if (matches[match] === article) scores[match] = (scores[match] ?? 0) + amount
  }
}

function addTerm(
  { k1, body, title }: Ranking,
  scores: Float64Array,
  term: ScoredTerm,
  { bodyNorms, titleNorms }: SegmentView,
  number: number,
  matches: ArticleSet,
): void {
  const { articles, bodyFrequencies, titleFrequencies } = term.lists[number] ?? EMPTY_LIST
  let match = 0
  for (let i = 0; i < articles.length && match < matches.length; i++) {
    const article = articles[i] ?? 0
    while (match < matches.length && (matches[match] ?? 0) < article) match++
    if (matches[match] !== article) continue
    const frequency =
      (body.weight * (bodyFrequencies[i] ?? 0)) / (bodyNorms[article] ?? 1) +
      (title.weight * (titleFrequencies[i] ?? 0)) / (titleNorms[article] ?? 1)
    scores[match] = (scores[match] ?? 0) + term.weight * saturation(frequency, k1)
  }
}

/** Best first; equal ones by date, newest first, then by id, so that the order never depends on how segments are cut. */
export interface TopOptions {
  readonly count: number
  readonly sort: SortOrder
  readonly idsOf: readonly Uint32Array[]
}

/** The best `count` of all matches, in order. A heap with the worst on top, so that most matches cost one comparison. */
export function top(
  view: IndexView,
  matches: readonly ArticleSet[],
  scores: readonly Float64Array[],
  dates: readonly Uint32Array[],
  options: TopOptions,
): readonly Ranked[] {
  const compare = comparator(options)
  const heap: Ranked[] = []
  for (const number of view.segments.keys()) {
    for (const [i, article] of (matches[number] ?? new Uint32Array(0)).entries()) {
      const score = scores[number]?.[i] ?? 0
      const candidate = { segment: number, article, score, date: dates[number]?.[article] ?? 0 }
      keepBest(heap, candidate, options.count, compare)
    }
  }
  return heap.sort(compare)
}

type Compare = (a: Ranked, b: Ranked) => number

export function comparator({ sort, idsOf }: Pick<TopOptions, 'sort' | 'idsOf'>): Compare {
  const byId = (a: Ranked, b: Ranked) => {
    const [left, right] = [idsOf[a.segment], idsOf[b.segment]]
    const high = (left?.[a.article * 2] ?? 0) - (right?.[b.article * 2] ?? 0)
    return high || (left?.[a.article * 2 + 1] ?? 0) - (right?.[b.article * 2 + 1] ?? 0)
  }
  if (sort !== 'relevance') return (a, b) => b.date - a.date || b.score - a.score || byId(a, b)
  return (a, b) => b.score - a.score || b.date - a.date || byId(a, b)
}

/** `compare(a, b) < 0`: a is better. */
function keepBest(heap: Ranked[], candidate: Ranked, count: number, compare: Compare): void {
  if (heap.length < count) {
    heap.push(candidate)
    rise(heap, compare)
    return
  }
  const worst = heap[0]
  if (worst === undefined || compare(candidate, worst) >= 0) return
  heap[0] = candidate
  sink(heap, compare)
}

function rise(heap: Ranked[], compare: Compare): void {
  for (let child = heap.length - 1; child > 0; ) {
    const parent = (child - 1) >> 1
    if (!swapIfWorse(heap, child, parent, compare)) return
    child = parent
  }
}

function sink(heap: Ranked[], compare: Compare): void {
  for (let parent = 0; ; ) {
    const left = parent * 2 + 1
    const [a, b] = [heap[left], heap[left + 1]]
    if (a === undefined) return
    const child = b !== undefined && compare(b, a) > 0 ? left + 1 : left
    if (!swapIfWorse(heap, child, parent, compare)) return
    parent = child
  }
}

function swapIfWorse(heap: Ranked[], child: number, parent: number, compare: Compare): boolean {
  const [a, b] = [heap[child], heap[parent]]
  if (a === undefined || b === undefined || compare(a, b) <= 0) return false
  heap[child] = b
  heap[parent] = a
  return true
}
