/** Counts in the calendar. All days are `YYYY-MM-DD`; weeks begin on Monday. */

import type { DayRange } from './dates.ts'

export type Unit = 'day' | 'week' | 'month' | 'year'

/** Returns the day, week, month or year so many units before the one that `today` is in. */
export function unitAgo(unit: Unit, ago: number, today: string): DayRange {
  const [year, month, day] = partsOf(today)
  switch (unit) {
    case 'day':
      return { from: dayOf(year, month, day - ago), to: dayOf(year, month, day - ago) }
    case 'week': {
      const monday = day - weekdayOf(today) - 7 * ago
      return { from: dayOf(year, month, monday), to: dayOf(year, month, monday + 6) }
    }
    case 'month':
      return { from: dayOf(year, month - ago, 1), to: dayOf(year, month - ago + 1, 0) }
    case 'year':
      return { from: dayOf(year - ago, 1, 1), to: dayOf(year - ago, 12, 31) }
  }
}

/** Returns the last so many units up to today, which is one of their days. */
export function latestUnits(count: number, unit: Unit, today: string): DayRange {
  const [year, month, day] = partsOf(today)
  const days = unit === 'week' ? count * 7 : count
  if (unit === 'day' || unit === 'week')
    return { from: dayOf(year, month, day - days + 1), to: today }
  const months = unit === 'year' ? count * 12 : count
  // A month before the 31st of March is the last of February.
  const lastOfMonth = partsOf(dayOf(year, month - months + 1, 0))[2]
  return { from: dayOf(year, month - months, Math.min(day, lastOfMonth)), to: today }
}

/** Counts days from a day: `dayFrom('2025-03-01', -1)` is 2025-02-28. */
export function dayFrom(day: string, distance: number): string {
  const [year, month, date] = partsOf(day)
  return dayOf(year, month, date + distance)
}

export function partsOf(day: string): readonly [year: number, month: number, day: number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year, month, date]
}

/** Returns the day of the week; 0 is Monday. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
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
