import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listBars } from '../../../server/text/month-facets.ts'
import type { FacetCount } from '../../../src/search/answers/result.ts'

/** The counts by month with those by year, where no text is of several months. */
function facetsOf(months: readonly FacetCount[]) {
  const years = new Map<string, number>()
  for (const { value, articles } of months) {
    const year = value.slice(0, 4)
    years.set(year, (years.get(year) ?? 0) + articles)
  }
  return { months, years: [...years].map(([value, articles]) => ({ value, articles })) }
}

describe('counts by month', () => {
  const month = (value: string, articles: number) => ({ value, articles })

  test('months without an article have a place in the row', () => {
    expect(listBars(facetsOf([month('', 9), month('2024-11', 1), month('2025-02', 3)]))).toEqual([
      month('2024-11', 1),
      month('2024-12', 0),
      month('2025-01', 0),
      month('2025-02', 3),
    ])
  })

  test('a long time is shown by years, and never more than a hundred', () => {
    const long = [month('1999-01', 1), month('2003-05', 2), month('2003-07', 2)]
    expect(listBars(facetsOf(long))).toEqual([
      month('1999', 1),
      month('2000', 0),
      month('2001', 0),
      month('2002', 0),
      month('2003', 4),
    ])
    const mistyped = listBars(facetsOf([month('0202-01', 1), month('2025-05', 2)]))
    expect(mistyped).toHaveLength(100)
    expect(mistyped.at(-1)).toEqual(month('2025', 2))
  })
})

describe('for any counts', () => {
  const months = fc
    .uniqueArray(
      fc.record({
        year: fc.integer({ min: 1990, max: 2030 }),
        month: fc.integer({ min: 1, max: 12 }),
      }),
      {
        selector: ({ year, month }) => year * 12 + month,
        maxLength: 30,
      },
    )
    .chain((dates) =>
      fc.tuple(...dates.map(() => fc.integer({ min: 1, max: 9_999 }))).map((counts) =>
        dates
          .map(({ year, month }, i) => ({
            value: `${year}-${String(month).padStart(2, '0')}`,
            articles: Number(counts[i]),
          }))
          .sort((a, b) => (a.value < b.value ? -1 : 1)),
      ),
    )
  const sum = (all: readonly { readonly articles: number }[]) =>
    all.reduce((total, { articles }) => total + articles, 0)

  test('no article is lost by bars', () => {
    fc.assert(
      fc.property(months, (counts) => {
        expect(sum(listBars(facetsOf(counts)))).toBe(sum(counts))
      }),
    )
  })

  test('bars follow each other without a gap, from the first to the last', () => {
    const next = (value: string) => {
      if (value.length === 4) return String(Number(value) + 1)
      return value.endsWith('12')
        ? `${Number(value.slice(0, 4)) + 1}-01`
        : value.slice(0, 5) + String(Number(value.slice(5)) + 1).padStart(2, '0')
    }
    fc.assert(
      fc.property(months, (counts) => {
        const values = listBars(facetsOf(counts)).map(({ value }) => value)
        expect(values.slice(1)).toEqual(values.slice(0, -1).map(next))
        if (counts.length === 0) return
        expect(counts[0]?.value.startsWith(String(values[0]))).toBe(true)
        expect(counts.at(-1)?.value.startsWith(String(values.at(-1)))).toBe(true)
        expect(values.length).toBeLessThanOrEqual(values[0]?.length === 7 ? 36 : 100)
      }),
    )
  })
})
