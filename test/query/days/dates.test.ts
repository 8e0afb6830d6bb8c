import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayRange } from '../../../src/query/days/dates.ts'

test.each([
  ['2025', { from: '2025-01-01', to: '2025-12-31' }],
  ['2025-04', { from: '2025-04-01', to: '2025-04-30' }],
  ['2025-02', { from: '2025-02-01', to: '2025-02-28' }],
  ['2024-02', { from: '2024-02-01', to: '2024-02-29' }],
  ['2024-02-29', { from: '2024-02-29', to: '2024-02-29' }],
  ['2000-02-29', { from: '2000-02-29', to: '2000-02-29' }],
])('%s is the days %j', (text, range) => {
  expect(dayRange(text)).toEqual(range)
})

test.each([
  '',
  '2025-02-29',
  '1900-02-29',
  '2025-00',
  '2025-13',
  '2025-04-31',
  '2025-01-00',
  '2025-1',
  '2025-01-1',
  '25',
  '２０２５',
  '2025/01/01',
  '2025-01-01-01',
  ' 2025',
  '2025\n',
])('%j is no date', (text) => {
  expect(dayRange(text)).toBeUndefined()
})

const twoDigits = (number: number) => String(number).padStart(2, '0')

test('a day is real when the calendar of the language knows it', () => {
  const parts = fc.record({
    year: fc.integer({ min: 1000, max: 9999 }),
    month: fc.integer({ min: 0, max: 13 }),
    day: fc.integer({ min: 0, max: 32 }),
  })
  fc.assert(
    fc.property(parts, ({ year, month, day }) => {
      const text = `${year}-${twoDigits(month)}-${twoDigits(day)}`
      const date = new Date(Date.UTC(year, month - 1, day))
      const isReal = date.toISOString().slice(0, 10) === text
      expect(dayRange(text)).toEqual(isReal ? { from: text, to: text } : undefined)
    }),
    { numRuns: 1000 },
  )
})

test('a month ends the day before the next begins', () => {
  for (let month = 0; month < 12 * 400; month++) {
    const first = new Date(Date.UTC(1800, month, 1)).toISOString().slice(0, 10)
    const last = new Date(Date.UTC(1800, month + 1, 0)).toISOString().slice(0, 10)
    expect(dayRange(first.slice(0, 7))).toEqual({ from: first, to: last })
  }
})
