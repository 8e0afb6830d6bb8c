/** Keeps the best of what was scored. Pure. */

import { type ArticleSet, NO_ARTICLES } from './article-sets.ts'
import type { IndexView } from './index-view.ts'
import type { Ranked } from './rank.ts'
import type { SortOrder } from './result.ts'

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
  if (options.count === 0) return heap
  for (const segment of view.segments.keys()) {
    const [set, ofSet] = [matches[segment] ?? NO_ARTICLES, scores[segment]]
    const datesOf = dates[segment]
    // The first key alone rules most out; where it is equal, the others decide.
    const byScore = options.sort === 'relevance'
    let least = worstKey(heap, options)
    for (let i = 0; i < set.length; i++) {
      const article = set[i] ?? 0
      const score = ofSet?.[i] ?? 0
      if (byScore && score < least) continue
      const date = datesOf?.[article] ?? 0
      if (!byScore && date < least) continue
      keepBest(heap, { segment, article, score, date }, options.count, compare)
      least = worstKey(heap, options)
    }
  }
  return heap.sort(compare)
}

/** What a match has to reach to be kept, as far as scores alone say, or dates where these come first. */
function worstKey(heap: readonly Ranked[], { count, sort }: TopOptions): number {
  const [worst] = heap
  if (worst === undefined || heap.length < count) return Number.NEGATIVE_INFINITY
  return sort === 'relevance' ? worst.score : worst.date
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
