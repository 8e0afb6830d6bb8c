/** Which articles of a segment a plan matches. Pure. */

import {
  type ArticleSet,
  intersect,
  NO_ARTICLES,
  select,
  subtract,
  uniteAll,
} from '../lists/article-sets.ts'
import type { SegmentView } from '../lists/index-view.ts'
import { EMPTY_LIST } from '../lists/posting-lists.ts'
import type { Plan } from '../plan/plan.ts'

/** @param number the segment's place in the view */
export function matchPlan(plan: Plan, segment: SegmentView, number: number): ArticleSet {
  switch (plan.kind) {
    case 'term':
      return (plan.term.lists[number] ?? EMPTY_LIST).articles
    case 'filter':
      return plan.sets[number] ?? NO_ARTICLES
    case 'or':
      return uniteAll(plan.children.map((child) => matchPlan(child, segment, number)))
    case 'not':
      return subtract(liveArticles(segment), matchPlan(plan.child, segment, number))
    case 'and':
      return matchEach(plan.children, segment, number)
  }
}

/** Smallest sets first; what is excluded is taken away last, so that it costs no walk over all articles. */
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

function liveArticles(segment: SegmentView): ArticleSet {
  return select(segment.segment.meta.articles, (article) => !segment.deleted.has(article))
}
