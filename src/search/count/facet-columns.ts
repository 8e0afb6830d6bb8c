/** Reads the columns that facets count by as numbers, and counts texts by such numbers. */

import { STATUSES } from '../../corpus/article.ts'
import { elementAt, integerAt } from '../../element-at.ts'
import { monthOf } from '../../index/columns/dates.ts'
import { statusNumber } from '../../index/columns/statuses.ts'
import type { ArticlePlace } from '../../index/generation/article-place.ts'
import { LANGUAGES } from '../../text/language.ts'
import { type ArticleSet, setOf } from '../lists/article-sets.ts'
import type { PartedMatches } from '../lists/collapse.ts'
import type { IndexView } from '../lists/index-view.ts'

/** A value for each article of each segment: what the entry of its column stands for. */
export interface Dimension {
  /** Values are whole numbers below this. */
  readonly size: number
  /** By segment. */
  readonly columns: readonly Uint32Array[]
  readonly toValue: (entry: number, segment: number) => number
}

export interface Dimensions {
  /** The names that the values of `sources` are places of. */
  readonly sourceNames: readonly string[]
  readonly sources: Dimension
  /** Year × 13 + month, which is 0 where the year alone is known; 0: no date. */
  readonly months: Dimension
  /** 0: no date. */
  readonly years: Dimension
  readonly statuses: Dimension
  readonly languages: Dimension
}

/** A month and the year alone. */
const PERIODS_A_YEAR = 13
/** Dates have four digits for the year. */
const YEARS = 10_000

export async function readDimensions({ segments }: IndexView): Promise<Dimensions> {
  const column = (name: 'sources' | 'dates' | 'statuses' | 'languages') =>
    Promise.all(segments.map(({ segment }) => segment.column(name)))
  const dates = await column('dates')
  const [sourceNames, numbers] = numberSources(segments.map(({ segment }) => segment.meta.sources))
  return {
    sourceNames,
    sources: {
      size: sourceNames.length,
      columns: await column('sources'),
      toValue: (source, segment) => integerAt(elementAt(numbers, segment), source),
    },
    months: { size: YEARS * PERIODS_A_YEAR, columns: dates, toValue: periodOf },
    years: { size: YEARS, columns: dates, toValue: yearOf },
    statuses: {
      size: STATUSES.length,
      columns: await column('statuses'),
      toValue: statusNumber,
    },
    languages: {
      size: LANGUAGES.length,
      columns: await column('languages'),
      toValue: (language) => language,
    },
  }
}

/** Numbers the sources of all segments together. Returns their names, and by segment the number of each of its sources. */
function numberSources(
  lists: readonly (readonly string[])[],
): readonly [readonly string[], readonly Uint32Array[]] {
  const known = new Map<string, number>()
  const numbers = lists.map((names) =>
    Uint32Array.from(names, (name) => {
      const number = known.get(name) ?? known.size
      known.set(name, number)
      return number
    }),
  )
  return [[...known.keys()], numbers]
}

function yearOf(date: number): number {
  return Math.floor(monthOf(date) / 100)
}

function periodOf(date: number): number {
  return yearOf(date) * PERIODS_A_YEAR + (monthOf(date) % 100)
}

/** Returns YYYYMM of a value of `months`; 0 for no date. */
export function monthOfPeriod(period: number): number {
  return Math.floor(period / PERIODS_A_YEAR) * 100 + (period % PERIODS_A_YEAR)
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
