/** Dates as numbers that sort as they do: YYYYMMDD, with 0 for a month or day that is not known, and 0 for no date. */

/** UTF-16 units of `YYYY-MM-DD`. */
const DAY_UNITS = 10

/** `2025-03-01` as 20250301, `2025-03` as 20250300, '' as 0. What stands behind the day is ignored. */
export function dateNumber(date: string): number {
  return Number(date.slice(0, DAY_UNITS).replaceAll('-', '').padEnd(8, '0')) || 0
}

/** 20250301 as `2025-03-01`; 0 as ''. */
export function dateText(date: number): string {
  if (date === 0) return ''
  const digits = String(date).padStart(8, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}

/** The month of a date: 202503 of 20250301. */
export function monthOf(date: number): number {
  return Math.floor(date / 100)
}

/** 202503 as `2025-03`, 202500 as `2025`, 0 as ''. */
export function monthText(month: number): string {
  if (month === 0) return ''
  const digits = String(month).padStart(6, '0')
  return digits.endsWith('00') ? digits.slice(0, 4) : `${digits.slice(0, 4)}-${digits.slice(4)}`
}

/** Months from year 0 to this one: the difference of two is the time between them. */
export function countMonths(month: number): number {
  return Math.floor(month / 100) * 12 + (month % 100)
}
