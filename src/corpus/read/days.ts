/** Days as people, feeds and programs write them. A day counts as it is written, in whatever time zone. */

const YEAR_FIRST = /^(\d{4})(?:[-/.](\d{1,2})[-/.]|\s*年\s*(\d{1,2})\s*月\s*)(\d{1,2})(?!\d)/
const TOGETHER = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/
/** `Tue, 02 Jan 2024 08:00:00 +0800`, `2nd January 2024`. */
const DAY_FIRST =
  /^(?:[a-z]{3,9}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[-\s]+(?:of\s+)?([a-z]{3,9})\.?,?[-\s]+(\d{4})\b/i
/** `January 2, 2024`, `Tue Jan 02 2024`, `Tue Jan 2 08:00:00 CST 2024`. */
const MONTH_FIRST =
  /^(?:[a-z]{3,9}\.?,?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?:[\d:]{4,8}\s+(?:[a-z]{2,5}\s+)?)?)(\d{4})\b/i
/** `1/2/2024` is the second of January unless that cannot be; `2.1.2024` is, too. */
const YEAR_LAST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/
/** Seconds or milliseconds since 1970. */
const COUNTED = /^(1\d{9})(\d{3})?(?:\.\d+)?$/

/** The day that a text begins with, as YYYY-MM-DD; '' for none, or one that no calendar has. */
export function dayIn(text: string): string {
  const written = text.trim()
  const iso = YEAR_FIRST.exec(written)
  return iso === null ? otherDayIn(written) : day(iso[1], iso[2] ?? iso[3], iso[4])
}

function otherDayIn(written: string): string {
  const counted = COUNTED.exec(written)
  if (counted !== null) return new Date(Number(counted[1]) * 1000).toISOString().slice(0, 10)
  const together = TOGETHER.exec(written)
  if (together !== null) return day(together[1], together[2], together[3])
  const dayFirst = DAY_FIRST.exec(written)
  if (dayFirst !== null) return day(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1])
  const monthFirst = MONTH_FIRST.exec(written)
  if (monthFirst !== null) return day(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2])
  const yearLast = YEAR_LAST.exec(written)
  return yearLast === null ? '' : dayOfThree(yearLast)
}

function dayOfThree([, first, sign, second, year]: RegExpExecArray): string {
  const isMonthFirst = sign === '/' && Number(first) <= 12
  return isMonthFirst ? day(year, first, second) : day(year, second, first)
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** '0' for what is no month. */
function monthOf(name = ''): string {
  return `${MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1}`
}

const DAY_IN_FOLDERS = /(?:^|\/)(\d{4})\/(\d{2})\/(\d{2})(?=\/)/
/** Site generators name files like this: `2024-01-02-name.md`. */
const DAY_IN_NAME = /(?:^|\/)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)[^/]*$/

/** The day that begins a file's name, else ''. */
export function dayInName(path: string): string {
  const [, year, , month, date] = DAY_IN_NAME.exec(path) ?? []
  return day(year, month, date)
}

/** The day that a file's folders name (`YYYY/MM/DD`), else ''. */
export function dayInFolders(path: string): string {
  const [, year, month, date] = DAY_IN_FOLDERS.exec(path) ?? []
  return day(year, month, date)
}

function day(year = '', month = '', date = ''): string {
  const most = daysIn(Number(year), Number(month))
  if (year === '' || Number(date) < 1 || Number(date) > most) return ''
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** 0 for a month that no calendar has. A Date would take an eighth of reading a head. */
function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0)
}
