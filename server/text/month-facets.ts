/** Turns counts by month or year into bars without gaps. */

import type { FacetCount, Facets } from '../../src/search/answers/result.ts'

/** A longer time is shown by years. */
const mostMonths = 36

/** Returns a bar for every month, or for every year of a long time, including those without articles. */
export function listBars({
  months,
  years,
}: Pick<Facets, 'months' | 'years'>): readonly FacetCount[] {
  const dated = months.filter(({ value }) => value.length === 7)
  const [first, last] = [dated[0]?.value, dated.at(-1)?.value]
  if (first === undefined || last === undefined) return []
  const counts = new Map(dated.map(({ value, articles }) => [value, articles]))
  const from = monthNumber(first)
  const length = monthNumber(last) - from + 1
  if (length > mostMonths) return listYears(years)
  return Array.from({ length }, (_, number) => {
    const value = monthText(from + number)
    return { value, articles: counts.get(value) ?? 0 }
  })
}

function listYears(counts: readonly FacetCount[]): readonly FacetCount[] {
  const dated = counts.filter(({ value }) => value !== '')
  const years = new Map(dated.map(({ value, articles }) => [value, articles]))
  const numbers = [...years.keys()].map(Number)
  const last = Math.max(...numbers)
  // A mistyped year must not make a thousand bars.
  const from = Math.max(Math.min(...numbers), last - 99)
  const length = last - from + 1
  return Array.from({ length }, (_, number) => {
    const value = String(from + number).padStart(4, '0')
    return { value, articles: years.get(value) ?? 0 }
  })
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
}

function monthText(number: number): string {
  const year = String(Math.floor(number / 12)).padStart(4, '0')
  return `${year}-${String((number % 12) + 1).padStart(2, '0')}`
}
