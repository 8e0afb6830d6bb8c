/** Counts texts by the values that facets count by. */

import { elementAt, integerAt } from '../../element-at.ts'
import type { ArticlePlace } from '../../index/generation/article-place.ts'
import { type ArticleSet, setOf } from '../lists/article-sets.ts'
import type { PartedMatches } from '../lists/collapse.ts'

/** A value for each article of each segment: what the entry of its column stands for. */
export interface Dimension {
  /** Values are whole numbers below this. */
  readonly size: number
  /** By segment. */
  readonly columns: readonly Uint32Array[]
  readonly toValue: (entry: number, segment: number) => number
}

/**
 * Counts the texts by value, in the order of the values. A text with several copies counts once in each value that one of them has.
 */
export function countByValue(
  { singles, groups }: PartedMatches,
  dimension: Dimension,
): readonly ValueCount[] {
  const counts = new Uint32Array(dimension.size)
  const values: number[] = []
  const add = (value: number, texts: number) => {
    const before = integerAt(counts, value)
    if (before === 0) values.push(value)
    counts[value] = before + texts
  }
  for (const segment of dimension.columns.keys())
    visitRuns(setOf(singles, segment), dimension, segment, add)
  for (const group of groups)
    for (const value of new Set(group.map((place) => valueAt(dimension, place)))) add(value, 1)
  return values.sort((a, b) => a - b).map((value) => ({ value, texts: integerAt(counts, value) }))
}

export interface ValueCount {
  readonly value: number
  readonly texts: number
}

/** Calls `visit` with each value and how many articles in a row have its entry: neighbours often have the same. */
function visitRuns(
  articles: ArticleSet,
  { columns, toValue }: Dimension,
  segment: number,
  visit: (value: number, articles: number) => void,
): void {
  const column = elementAt(columns, segment)
  let [entry, run] = [0, 0]
  for (let i = 0; i < articles.length; i++) {
    const next = integerAt(column, integerAt(articles, i))
    if (next !== entry) {
      if (run > 0) visit(toValue(entry, segment), run)
      entry = next
      run = 0
    }
    run++
  }
  if (run > 0) visit(toValue(entry, segment), run)
}

function valueAt({ columns, toValue }: Dimension, { segment, article }: ArticlePlace): number {
  return toValue(integerAt(elementAt(columns, segment), article), segment)
}

/** Counts the texts of which a copy has a value that passes. */
export function countPassing(
  { singles, groups }: PartedMatches,
  dimension: Dimension,
  passes: (value: number) => boolean,
): number {
  let count = groups.filter((group) =>
    group.some((place) => passes(valueAt(dimension, place))),
  ).length
  for (const segment of dimension.columns.keys())
    visitRuns(setOf(singles, segment), dimension, segment, (value, articles) => {
      if (passes(value)) count += articles
    })
  return count
}
