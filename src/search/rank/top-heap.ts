/** Keeps the best of what was scored. Pure. */

import type { SortOrder } from '../answers/result.ts'
import { type ArticleSet, NO_ARTICLES } from '../lists/article-sets.ts'
import type { IndexView } from '../lists/index-view.ts'
import type { Ranked } from './score.ts'

/** Best first; equal ones by date, newest first, then by id, so that the order never depends on how segments are cut. */
export interface TopOptions {
  readonly count: number
  readonly sort: SortOrder
  readonly idsOf: readonly Uint32Array[]
}

/** The best `count` of all matches, in order. A heap with the worst on top, so that most matches cost one comparison. */
export function selectTop(
  view: IndexView,
  matches: readonly ArticleSet[],
  scores: readonly Float64Array[],
  dates: readonly Uint32Array[],
  options: TopOptions,
): readonly Ranked[] {
  const compare = compareBy(options)
  const heap: Ranked[] = []
  if (options.count === 0) return heap
  for (const segment of view.segments.keys()) {
    const rows = {
      segment,
      articles: matches[segment] ?? NO_ARTICLES,
      scores: scores[segment] ?? NO_SCORES,
      dates: dates[segment] ?? NO_ARTICLES,
    }
    offerSegment(heap, rows, options, compare)
  }
  return heap.sort(compare)
}

/** The matches of a segment with their scores; dates by article. */
interface Rows {
  readonly segment: number
  readonly articles: ArticleSet
  readonly scores: Float64Array
  readonly dates: Uint32Array
}

const NO_SCORES = new Float64Array(0)

/** Apart from the loop over segments, and one kind of number compared: with both in one loop it took half as long again. */
function offerSegment(heap: Ranked[], rows: Rows, options: TopOptions, compare: Compare): void {
  const { segment, articles, scores, dates } = rows
  const keys = options.sort === 'relevance' ? scores : listDates(rows)
  // The first key alone rules most out; where it is equal, the others decide.
  let least = worstKey(heap, options)
  for (let i = 0; i < keys.length; i++) {
    if ((keys[i] ?? 0) < least) continue
    const article = articles[i] ?? 0
    const row = { segment, article, score: scores[i] ?? 0, date: dates[article] ?? 0 }
    keepBest(heap, row, options.count, compare)
    least = worstKey(heap, options)
  }
}

function listDates({ articles, dates }: Rows): Float64Array {
  const keys = new Float64Array(articles.length)
  for (let i = 0; i < keys.length; i++) keys[i] = dates[articles[i] ?? 0] ?? 0
  return keys
}

/** What a match has to reach to be kept, as far as scores alone say, or dates where these come first. */
function worstKey(heap: readonly Ranked[], { count, sort }: TopOptions): number {
  const [worst] = heap
  if (worst === undefined || heap.length < count) return Number.NEGATIVE_INFINITY
  return sort === 'relevance' ? worst.score : worst.date
}

type Compare = (a: Ranked, b: Ranked) => number

export function compareBy({ sort, idsOf }: Pick<TopOptions, 'sort' | 'idsOf'>): Compare {
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
    siftUp(heap, compare)
    return
  }
  const worst = heap[0]
  if (worst === undefined || compare(candidate, worst) >= 0) return
  heap[0] = candidate
  siftDown(heap, compare)
}

function siftUp(heap: Ranked[], compare: Compare): void {
  for (let child = heap.length - 1; child > 0; ) {
    const parent = (child - 1) >> 1
    if (!swapIfWorse(heap, child, parent, compare)) return
    child = parent
  }
}

function siftDown(heap: Ranked[], compare: Compare): void {
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
