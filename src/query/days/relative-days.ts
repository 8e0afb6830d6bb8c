/** Reads days that are named from today: 今天, 最近7天, 上周, last-month. Weeks begin on Monday. All days are `YYYY-MM-DD`. */

import type { DayRange } from './dates.ts'

type Unit = 'day' | 'week' | 'month' | 'year'

/** Maps a name to its unit and the number of units since then. */
const NAMES: ReadonlyMap<string, readonly [unit: Unit, ago: number]> = new Map([
  ['今天', ['day', 0]],
  ['今日', ['day', 0]],
  ['today', ['day', 0]],
  ['昨天', ['day', 1]],
  ['昨日', ['day', 1]],
  ['yesterday', ['day', 1]],
  ['前天', ['day', 2]],
  ['本周', ['week', 0]],
  ['这周', ['week', 0]],
  ['this-week', ['week', 0]],
  ['上周', ['week', 1]],
  ['last-week', ['week', 1]],
  ['本月', ['month', 0]],
  ['这个月', ['month', 0]],
  ['this-month', ['month', 0]],
  ['上月', ['month', 1]],
  ['上个月', ['month', 1]],
  ['last-month', ['month', 1]],
  ['今年', ['year', 0]],
  ['this-year', ['year', 0]],
  ['去年', ['year', 1]],
  ['last-year', ['year', 1]],
  ['前年', ['year', 2]],
])

/** Matches 最近7天, 近30天, 过去三天: this many days up to today, which is one of them. */
const LATEST =
  /^(?:最近|近|过去|last-)(\d{1,4}|[一两二三四五六七八九十])(?:个?(天|日|周|星期|月|年)|-?(days?|weeks?|months?|years?))$/
const DIGITS = '一二三四五六七八九十'
const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/^[天日d]/, 'day'],
  [/^[周星w]/, 'week'],
  [/^[月m]/, 'month'],
  [/^[年y]/, 'year'],
]

/**
 * @param text normalised
 * @param today '' where it is not known: then no name is a date
 * @example relativeDays('上个月', '2025-03-15') → 2025-02-01 to 2025-02-28
 */
export function relativeDays(text: string, today: string): DayRange | undefined {
  if (today === '') return undefined
  const [unit, ago] = NAMES.get(text) ?? []
  if (unit !== undefined && ago !== undefined) return whole(unit, ago, today)
  const [, count, chinese, english] = LATEST.exec(text) ?? []
  const named = UNITS.find(([pattern]) => pattern.test(chinese ?? english ?? ''))
  if (count === undefined || named === undefined) return undefined
  return latest(numberOf(count), named[1], today)
}

function numberOf(text: string): number {
  if (text === '两') return 2
  const place = DIGITS.indexOf(text)
  return place < 0 ? Number(text) : place + 1
}

function whole(unit: Unit, ago: number, today: string): DayRange {
  const [year, month, day] = parts(today)
  switch (unit) {
    case 'day':
      return { from: dayOf(year, month, day - ago), to: dayOf(year, month, day - ago) }
    case 'week': {
      const monday = day - ((weekday(today) + 6) % 7) - 7 * ago
      return { from: dayOf(year, month, monday), to: dayOf(year, month, monday + 6) }
    }
    case 'month':
      return { from: dayOf(year, month - ago, 1), to: dayOf(year, month - ago + 1, 0) }
    case 'year':
      return { from: dayOf(year - ago, 1, 1), to: dayOf(year - ago, 12, 31) }
  }
}

function latest(count: number, unit: Unit, today: string): DayRange {
  const [year, month, day] = parts(today)
  const days = unit === 'week' ? count * 7 : count
  if (unit === 'day' || unit === 'week')
    return { from: dayOf(year, month, day - days + 1), to: today }
  const months = unit === 'year' ? count * 12 : count
  // A month before the 31st of March is the last of February.
  const lastOfMonth = parts(dayOf(year, month - months + 1, 0))[2]
  return { from: dayOf(year, month - months, Math.min(day, lastOfMonth)), to: today }
}

/** Counts days from a day: `dayFrom('2025-03-01', -1)` is 2025-02-28. */
export function dayFrom(day: string, distance: number): string {
  const [year, month, date] = parts(day)
  return dayOf(year, month, date + distance)
}

function parts(day: string): readonly [year: number, month: number, day: number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year, month, date]
}

/** Makes a day of its numbers. Months begin at 1; months and days beyond their ends run on. Years are 0 to 9999. */
function dayOf(year: number, month: number, day: number): string {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  const time = Math.min(Math.max(date.getTime(), FIRST), LAST)
  return new Date(time).toISOString().slice(0, 10)
}

const FIRST = Date.parse('0000-01-01T00:00:00Z')
const LAST = Date.parse('9999-12-31T00:00:00Z')

/** Returns the day of the week; 0 is Sunday. */
function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}
