/** Reads the columns that facets count by as numbers. */

import { STATUSES } from '../../corpus/article.ts'
import { elementAt, integerAt } from '../../element-at.ts'
import { monthOf } from '../../index/columns/dates.ts'
import { statusNumber } from '../../index/columns/statuses.ts'
import { LANGUAGES } from '../../text/language.ts'
import type { IndexView } from '../lists/index-view.ts'
import type { Dimension } from './count-texts.ts'

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
