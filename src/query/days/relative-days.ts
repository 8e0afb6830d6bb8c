/** Reads days that are named from today: 今天, 最近7天, 三天前, 上周, last month. Weeks begin on Monday. All days are `YYYY-MM-DD`. */

import { latestUnits, type Unit, unitAgo } from './calendar.ts'
import type { DayRange } from './dates.ts'
import { namedDays, UNITS_AGO } from './named-days.ts'
import { ENGLISH_NUMERAL, NUMERAL, numberOf } from './numerals.ts'

/** Maps a name to its unit and the number of units since then. */
const NAMES: ReadonlyMap<string, readonly [unit: Unit, ago: number]> = new Map([
  ['今天', ['day', 0]],
  ['今日', ['day', 0]],
  ['today', ['day', 0]],
  ['昨天', ['day', 1]],
  ['昨日', ['day', 1]],
  ['yesterday', ['day', 1]],
  ['前天', ['day', 2]],
  ['大前天', ['day', 3]],
  ['this week', ['week', 0]],
  ['last week', ['week', 1]],
  ['this month', ['month', 0]],
  ['last month', ['month', 1]],
  ['今年', ['year', 0]],
  ['本年', ['year', 0]],
  ['this year', ['year', 0]],
  ['去年', ['year', 1]],
  ['last year', ['year', 1]],
  ['前年', ['year', 2]],
])

/** Matches 本周, 上个星期, 上上个月. */
const CHINESE_UNIT = /^(本|这|上上|上)个?(周|星期|礼拜|月)$/

const CHINESE_UNITS = '个?(天|日|周|星期|礼拜|月|年)'
const ENGLISH_UNITS = '(day|week|month|year)s?'
/** Matches 最近7天, 近30天, 过去三天: this many days up to today, which is one of them. */
const LATEST = [
  new RegExp(`^(?:最近|近|过去)(${NUMERAL})${CHINESE_UNITS}$`),
  new RegExp(`^(?:last|past) (${ENGLISH_NUMERAL}) ${ENGLISH_UNITS}$`),
]
/** Matches 三天前 and 3 days ago, which are one day; of weeks, months and years they are the whole. */
const BEFORE = [
  new RegExp(`^(${NUMERAL})${CHINESE_UNITS}[之以]?前$`),
  new RegExp(`^(${ENGLISH_NUMERAL}) ${ENGLISH_UNITS} ago$`),
]

/**
 * @param text normalised, with single spaces
 * @param today '' where it is not known: then no name is a date
 * @example relativeDays('上个月', '2025-03-15') → 2025-02-01 to 2025-02-28
 */
export function relativeDays(text: string, today: string): DayRange | undefined {
  if (today === '') return undefined
  const spaced = text.replaceAll('-', ' ')
  const [unit, ago] = NAMES.get(spaced) ?? []
  if (unit !== undefined && ago !== undefined) return unitAgo(unit, ago, today)
  const [, pointer = '', chinese] = CHINESE_UNIT.exec(text) ?? []
  if (chinese !== undefined) return unitAgo(unitOf(chinese), UNITS_AGO.get(pointer) ?? 0, today)
  const latest = countedUnits(LATEST, spaced)
  if (latest !== undefined) return latestUnits(latest.count, latest.unit, today)
  const before = countedUnits(BEFORE, spaced)
  if (before !== undefined) return unitAgo(before.unit, before.count, today)
  return namedDays(spaced, today)
}

function countedUnits(
  patterns: readonly RegExp[],
  text: string,
): { readonly count: number; readonly unit: Unit } | undefined {
  for (const pattern of patterns) {
    const [, count, unit] = pattern.exec(text) ?? []
    if (count !== undefined && unit !== undefined && !Number.isNaN(numberOf(count)))
      return { count: numberOf(count), unit: unitOf(unit) }
  }
  return undefined
}

const UNITS: readonly (readonly [beginnings: string, unit: Unit])[] = [
  ['周星礼w', 'week'],
  ['月m', 'month'],
  ['年y', 'year'],
]

function unitOf(name: string): Unit {
  return UNITS.find(([beginnings]) => beginnings.includes(name.charAt(0)))?.[1] ?? 'day'
}
