/** Reads days that are written out with their year: 2025年3月1日, 2025/3/1, 2025.3, 20250301, March 1, 2025. */

import { type DayRange, dayRange } from './dates.ts'
import { MONTH_NAME, monthNumber, NUMERAL, numberOf } from './numerals.ts'

const NUMERIC = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const CHINESE = new RegExp(`^(\\d{4})年(?:(${NUMERAL})月(?:(${NUMERAL})[日号]?)?)?$`)
const ENGLISH_MONTH_FIRST = new RegExp(
  `^(${MONTH_NAME})(?: (\\d{1,2})(?:st|nd|rd|th)?,?)? (\\d{4})$`,
)
const ENGLISH_DAY_FIRST = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)? (${MONTH_NAME}),? (\\d{4})$`)

/** @param text normalised, with single spaces */
export function writtenDays(text: string): DayRange | undefined {
  const [, year, month, day] = NUMERIC.exec(text) ?? COMPACT.exec(text) ?? CHINESE.exec(text) ?? []
  if (year !== undefined) return daysOfParts(year, month, day)
  const [, first, date, firstYear] = ENGLISH_MONTH_FIRST.exec(text) ?? []
  if (first !== undefined && firstYear !== undefined)
    return daysOfParts(firstYear, String(monthNumber(first)), date)
  const [, lastDate, last, lastYear] = ENGLISH_DAY_FIRST.exec(text) ?? []
  if (last === undefined || lastYear === undefined) return undefined
  return daysOfParts(lastYear, String(monthNumber(last)), lastDate)
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
