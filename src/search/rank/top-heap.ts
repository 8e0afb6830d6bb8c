/** Selects the best of all scored matches. Pure. */

import { elementAt, floatAt, integerAt } from '../../element-at.ts'
import type { SortOrder } from '../answers/result.ts'
import { type ArticleSet, setOf } from '../lists/article-sets.ts'
import type { IndexView } from '../lists/index-view.ts'
import type { Ranked } from './score.ts'

/**
 * These options decide the selection. Equal scores are ordered by date and then by id, so that no order depends on how segments
 * are cut.
 */
export interface TopOptions {
  readonly count: number
  readonly sort: SortOrder
  /** All of the matches lack words, or none does. */
  readonly lacksWords: boolean
  /** The ids of each segment's articles, two halves each. */
  readonly idsOf: readonly Uint32Array[]
}

/** Selects the best `count` of all matches, in order. The heap has the worst on top, so that most matches cost one comparison. */
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
      articles: setOf(matches, segment),
      scores: elementAt(scores, segment),
      dates: elementAt(dates, segment),
    }
    offerSegment(heap, rows, options, compare)
  }
  return heap.sort(compare)
}

/** The matches of a segment with their scores, and the dates of all its articles. */
interface Rows {
  readonly segment: number
  readonly articles: ArticleSet
  readonly scores: Float64Array
  readonly dates: Uint32Array
}

/** Offers the matches of a segment to the heap. The keys of both orders are of one array kind, which keeps the loop fast. */
function offerSegment(heap: Ranked[], rows: Rows, options: TopOptions, compare: Compare): void {
  const { segment, articles, scores, dates } = rows
  const keys = options.sort === 'relevance' ? scores : listDates(rows)
  // The first key alone rules most out; where it is equal, the others decide.
  let least = worstKey(heap, options)
  for (let i = 0; i < keys.length; i++) {
    if (floatAt(keys, i) < least) continue
    const article = integerAt(articles, i)
    const [score, date] = [floatAt(scores, i), integerAt(dates, article)]
    const row = { segment, article, score, date, lacksWords: options.lacksWords }
    keepBest(heap, row, options.count, compare)
    least = worstKey(heap, options)
  }
}

function listDates({ articles, dates }: Rows): Float64Array {
  const keys = new Float64Array(articles.length)
  for (let i = 0; i < keys.length; i++) keys[i] = integerAt(dates, integerAt(articles, i))
  return keys
}

/** Returns the least first key, score or date, that a match needs to be kept. */
function worstKey(heap: readonly Ranked[], { count, sort }: TopOptions): number {
  const [worst] = heap
  if (worst === undefined || heap.length < count) return Number.NEGATIVE_INFINITY
  return sort === 'relevance' ? worst.score : worst.date
}

type Compare = (a: Ranked, b: Ranked) => number

/** Returns a comparison that puts the better of two matches first. */
export function compareBy({ sort, idsOf }: Pick<TopOptions, 'sort' | 'idsOf'>): Compare {
  const byId = (a: Ranked, b: Ranked) => {
    const [left, right] = [elementAt(idsOf, a.segment), elementAt(idsOf, b.segment)]
    const high = integerAt(left, a.article * 2) - integerAt(right, b.article * 2)
    return high || integerAt(left, a.article * 2 + 1) - integerAt(right, b.article * 2 + 1)
  }
  const byWords = (a: Ranked, b: Ranked) => Number(a.lacksWords) - Number(b.lacksWords)
  if (sort !== 'relevance')
    return (a, b) => byWords(a, b) || b.date - a.date || b.score - a.score || byId(a, b)
  return (a, b) => byWords(a, b) || b.score - a.score || b.date - a.date || byId(a, b)
}

/** Puts the candidate into the heap where it is among the best `count`. */
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
