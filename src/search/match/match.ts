/** Matches a plan in one segment. Pure. */

import {
  type ArticleSet,
  intersect,
  liveArticles,
  setOf,
  subtract,
  uniteAll,
} from '../lists/article-sets.ts'
import type { SegmentView } from '../lists/index-view.ts'
import { listOf } from '../lists/posting-lists.ts'
import type { Plan } from '../plan/plan.ts'
import { listNeeded } from '../plan/plan-terms.ts'

/** @param number the segment's place in the view */
export function matchPlan(plan: Plan, segment: SegmentView, number: number): ArticleSet {
  switch (plan.kind) {
    case 'term':
      return listOf(plan.term.lists, number).articles
    case 'filter':
      return setOf(plan.sets, number)
    case 'or':
      return uniteAll(plan.children.map((child) => matchPlan(child, segment, number)))
    case 'not':
      return subtract(liveArticles(segment), matchPlan(plan.child, segment, number))
    case 'optional':
      return matchPlan(plan.child, segment, number)
    case 'and':
      return matchEach(listNeeded(plan.children), segment, number)
  }
}

/** Intersects the smallest sets first, and subtracts what is excluded last, which spares a walk over all articles. */
function matchEach(children: readonly Plan[], segment: SegmentView, number: number): ArticleSet {
  const sets = children
    .filter((child) => child.kind !== 'not')
    .map((child) => matchPlan(child, segment, number))
    .sort((a, b) => a.length - b.length)
  let result = sets.length === 0 ? liveArticles(segment) : sets.reduce(intersect)
  for (const child of children) {
    if (child.kind === 'not') result = subtract(result, matchPlan(child.child, segment, number))
  }
  return result
}
