/** Reads weekdays and months without their year: 上周三, last Wednesday, 去年三月, 3月15日, last March. */

import { dayFrom, partsOf, unitAgo, weekdayOf } from './calendar.ts'
import type { DayRange } from './dates.ts'
import { MONTH_NAME, monthNumber, NUMERAL, WEEKDAY_NAME, weekdayNumber } from './numerals.ts'
import { daysOfParts, monthsOf, spanOfMonths } from './written-days.ts'

const CHINESE_WEEKDAY = /^(本|这|上上|上)?个?(?:周|星期|礼拜)([一二三四五六日天])$/
const ENGLISH_WEEKDAY = new RegExp(`^(last |this |past )?(${WEEKDAY_NAME})$`)
/** Maps how a week or a month is pointed at to the number of units since then. */
export const UNITS_AGO: ReadonlyMap<string, number> = new Map([
  ['本', 0],
  ['这', 0],
  ['上', 1],
  ['上上', 2],
])

const CHINESE_MONTH = new RegExp(
  `^(今年|去年|前年)?(?:的)?(${NUMERAL})月(?:份|(${NUMERAL})[日号]?)?$`,
)
const PART_OF_YEAR = /^(今年|去年|前年)(.{2,4})$/
const DAY_OF_MONTH = new RegExp(`^(本月|这个月|上个?月)(${NUMERAL})[日号]$`)
const ENGLISH_MONTH = new RegExp(`^(last |this )?(${MONTH_NAME})(?: (\\d{1,2})(?:st|nd|rd|th)?)?$`)
const YEARS_AGO: ReadonlyMap<string, number> = new Map([
  ['今年', 0],
  ['去年', 1],
  ['前年', 2],
])

/** @param text normalised, with single spaces */
export function namedDays(text: string, today: string): DayRange | undefined {
  return weekdayNamed(text, today) ?? monthNamed(text, today)
}

function weekdayNamed(text: string, today: string): DayRange | undefined {
  const [, pointer, chinese] = CHINESE_WEEKDAY.exec(text) ?? []
  if (chinese !== undefined && pointer !== undefined) {
    const monday = unitAgo('week', UNITS_AGO.get(pointer) ?? 0, today).from
    return oneDay(dayFrom(monday, weekdayNumber(chinese)))
  }
  const [, which = '', english] = ENGLISH_WEEKDAY.exec(text) ?? []
  const name = chinese ?? english
  if (name === undefined) return undefined
  const since = (weekdayOf(today) - weekdayNumber(name) + 7) % 7
  return oneDay(dayFrom(today, since === 0 && /last|past/.test(which) ? -7 : -since))
}

function monthNamed(text: string, today: string): DayRange | undefined {
  const [thisYear] = partsOf(today)
  const [, ofMonth = '', date] = DAY_OF_MONTH.exec(text) ?? []
  if (date !== undefined) {
    const [year, month] = partsOf(unitAgo('month', ofMonth.startsWith('上') ? 1 : 0, today).from)
    return daysOfParts(year, String(month), date)
  }
  const [, partYear = '', part = ''] = PART_OF_YEAR.exec(text) ?? []
  const months = monthsOf(part)
  if (months !== undefined) return spanOfMonths(thisYear - (YEARS_AGO.get(partYear) ?? 0), months)
  const [, ofYear, month, day] = CHINESE_MONTH.exec(text) ?? []
  const yearsAgo = YEARS_AGO.get(ofYear ?? '')
  if (month !== undefined && yearsAgo !== undefined)
    return daysOfParts(thisYear - yearsAgo, month, day)
  if (month !== undefined) return latestIn(today, month, day)
  const [, which = '', name, englishDay] = ENGLISH_MONTH.exec(text) ?? []
  if (name === undefined) return undefined
  const number = String(monthNumber(name))
  if (which.startsWith('this')) return daysOfParts(thisYear, number, englishDay)
  const end = which === '' ? today : dayFrom(unitAgo('month', 0, today).from, -1)
  return latestIn(end, number, englishDay)
}

/** Returns the latest such month or day that begins by `end`. */
function latestIn(end: string, month: string, day: string | undefined): DayRange | undefined {
  const [year] = partsOf(end)
  // The 29th of February may be eight years back.
  for (let ago = 0; ago <= 8; ago++) {
    const range = daysOfParts(year - ago, month, day)
    if (range !== undefined && range.from <= end) return range
  }
  return undefined
}

function oneDay(day: string): DayRange {
  return { from: day, to: day }
}
