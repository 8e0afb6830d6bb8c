/** Reads days that are written out with their year: 2025年3月1日, 2025/3/1, 2025.3, 20250301, March 1, 2025. */

import { type DayRange, dayRange } from './dates.ts'
import { MONTH_NAME, monthNumber, NUMERAL, numberOf } from './numerals.ts'

const NUMERIC = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const CHINESE = new RegExp(`^(\\d{4})年(?:(${NUMERAL})月(?:(${NUMERAL})[日号]?)?)?$`)
/** Matches 2024年第一季度, 2024q1 and 2024年上半年. */
const PART_OF_YEAR = /^(\d{4})(?:年|[- ])?(.{2,4})$/
const ENGLISH_MONTH_FIRST = new RegExp(
  `^(${MONTH_NAME})(?: (\\d{1,2})(?:st|nd|rd|th)?,?)? (\\d{4})$`,
)
const ENGLISH_DAY_FIRST = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)? (${MONTH_NAME}),? (\\d{4})$`)

/** @param text normalised, with single spaces */
export function writtenDays(text: string): DayRange | undefined {
  const [, year, month, day] = NUMERIC.exec(text) ?? COMPACT.exec(text) ?? CHINESE.exec(text) ?? []
  if (year !== undefined) return daysOfParts(year, month, day)
  const [, partYear, part] = PART_OF_YEAR.exec(text) ?? []
  const months = part === undefined ? undefined : monthsOf(part)
  if (partYear !== undefined && months !== undefined) return spanOfMonths(Number(partYear), months)
  const [, first, date, firstYear] = ENGLISH_MONTH_FIRST.exec(text) ?? []
  if (first !== undefined && firstYear !== undefined)
    return daysOfParts(firstYear, String(monthNumber(first)), date)
  const [, lastDate, last, lastYear] = ENGLISH_DAY_FIRST.exec(text) ?? []
  if (last === undefined || lastYear === undefined) return undefined
  return daysOfParts(lastYear, String(monthNumber(last)), lastDate)
}

/** The first and the last month of a part of a year. */
export type Months = readonly [first: number, last: number]

const QUARTER = /^(?:第?([一二三四1-4])季度?|q([1-4]))$/

/** Reads a part of a year: 上半年, 第一季度, q3; undefined: it is none. */
export function monthsOf(text: string): Months | undefined {
  if (text === '上半年') return [1, 6]
  if (text === '下半年') return [7, 12]
  const [, chinese, english] = QUARTER.exec(text) ?? []
  const quarter = numberOf(chinese ?? english ?? '')
  return Number.isNaN(quarter) ? undefined : [quarter * 3 - 2, quarter * 3]
}

export function spanOfMonths(year: number, [first, last]: Months): DayRange | undefined {
  const [from, to] = [first, last].map((month) => daysOfParts(year, String(month), undefined))
  return from && to && { from: from.from, to: to.to }
}

/** Returns the day or, where parts are undefined, the month or the year; undefined for what no calendar has. */
export function daysOfParts(
  year: string | number,
  month: string | undefined,
  day: string | undefined,
): DayRange | undefined {
  const rest = [month, day].flatMap((part) => part ?? []).map((part) => padded(numberOf(part), 2))
  return dayRange([padded(Number(year), 4), ...rest].join('-'))
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0')
}
