/** Matches the conditions of a query, all together, so that what several of them read is read once. */

import { elementAt } from '../../element-at.ts'
import type { Condition } from '../../query/query.ts'
import { type ArticleSet, subtract } from '../lists/article-sets.ts'
import type { IndexView, SegmentView } from '../lists/index-view.ts'
import type { SegmentSets } from '../lists/segment-sets.ts'
import { isColumnCondition, matchColumn } from './columns.ts'
import { isLabelCondition, matchLabels } from './labels.ts'
import { matchUrls } from './urls.ts'

/** Finds the live articles that fulfil each condition. */
export async function matchConditions(
  view: IndexView,
  conditions: readonly Condition[],
): Promise<ReadonlyMap<Condition, SegmentSets>> {
  const distinct = [...new Map(conditions.map((one) => [keyOf(one), one])).values()]
  const found = await Promise.all(view.segments.map((segment) => matchSegment(segment, distinct)))
  const sets = new Map(
    distinct.map((one, place) => [keyOf(one), found.map((some) => elementAt(some, place))]),
  )
  return new Map(conditions.map((one) => [one, sets.get(keyOf(one)) ?? []]))
}

function keyOf(condition: Condition): string {
  return JSON.stringify(condition)
}

/** Returns one set for each condition. */
async function matchSegment(
  segment: SegmentView,
  conditions: readonly Condition[],
): Promise<readonly ArticleSet[]> {
  const found = new Map<Condition, ArticleSet>()
  const keep = (some: readonly Condition[], sets: readonly ArticleSet[]) => {
    for (const [place, one] of some.entries()) found.set(one, elementAt(sets, place))
  }
  const columns = conditions.filter(isColumnCondition)
  keep(columns, await Promise.all(columns.map((one) => matchColumn(segment.segment, one))))
  const labels = conditions.filter(isLabelCondition)
  keep(labels, await matchLabels(segment.segment, labels))
  const urls = conditions.filter((one) => one.kind === 'url').filter(({ ids }) => ids === undefined)
  keep(
    urls,
    await matchUrls(
      segment.segment,
      urls.map(({ text }) => text),
    ),
  )
  const deleted = listDeleted(segment)
  return conditions.map((one) => subtract(found.get(one) ?? new Uint32Array(0), deleted))
}

function listDeleted({ segment, deleted, deletedCount }: SegmentView): ArticleSet {
  const articles: number[] = []
  if (deletedCount > 0)
    for (let article = 0; article < segment.meta.articles; article++)
      if (deleted.has(article)) articles.push(article)
  return Uint32Array.from(articles)
}
