/** Lists with one set of articles for each segment of a view. Pure. */

import { type ArticleSet, intersect, NO_ARTICLES, setOf, subtract, unite } from './article-sets.ts'
import type { IndexView } from './index-view.ts'

export type SegmentSets = readonly ArticleSet[]

export function emptySets({ segments }: Pick<IndexView, 'segments'>): SegmentSets {
  return segments.map(() => NO_ARTICLES)
}

export function uniteEach(a: SegmentSets, b: SegmentSets): SegmentSets {
  return a.map((set, segment) => unite(set, setOf(b, segment)))
}

export function intersectEach(a: SegmentSets, b: SegmentSets): SegmentSets {
  return a.map((set, segment) => intersect(set, setOf(b, segment)))
}

export function subtractEach(a: SegmentSets, b: SegmentSets): SegmentSets {
  return a.map((set, segment) => subtract(set, setOf(b, segment)))
}

/** Counts the articles of all segments. */
export function countArticles(sets: SegmentSets): number {
  return sets.reduce((sum, set) => sum + set.length, 0)
}

/** Picks the sets at one place of lists that come one for each segment. */
export function setsOfEach(lists: readonly (readonly ArticleSet[])[], place: number): SegmentSets {
  return lists.map((sets) => setOf(sets, place))
}
