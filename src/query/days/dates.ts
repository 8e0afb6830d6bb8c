/** Reads days as they are written in queries and requests: a year, a month or a day, each a range of days. */

/** First and last day, both included, `YYYY-MM-DD`. */
export interface DayRange {
  readonly from: string
  readonly to: string
}

const WRITTEN = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/

/** `dayRange('2024-02')` is 2024-02-01 to 2024-02-29; undefined for what no calendar has, such as 2025-02-29 or 2025-13. */
export function dayRange(text: string): DayRange | undefined {
  const [, year, month, day] = WRITTEN.exec(text) ?? []
  if (year === undefined) return undefined
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` }
  const days = daysIn(Number(year), Number(month))
  if (day === undefined) {
    return days === 0 ? undefined : { from: `${text}-01`, to: `${text}-${days}` }
  }
  const isReal = Number(day) >= 1 && Number(day) <= days
  return isReal ? { from: text, to: text } : undefined
}

/** Returns 0 for a month that is none. */
function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  if (month < 1 || month > 12) return 0
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Returns the local day of a time, `YYYY-MM-DD`. */
export function localDay(time: Date): string {
  const [month, day] = [time.getMonth() + 1, time.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  )
  return `${time.getFullYear()}-${month}-${day}`
}
