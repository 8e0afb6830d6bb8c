import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  daysBetween,
  type TitledCandidate,
  TitleTable,
} from '../../../src/ingest/duplicates/title-table.ts'

const article = fc.record({
  title: fc.constantFrom('', '一', '二', '三'),
  date: fc.constantFrom(0, 19691231, 19700102, 20250227, 20250301, 20250303, 20250313, 20250402),
  publisher: fc.constantFrom(1, 0xffffffff),
})

/** The same, by looking at each. */
function firstLike(
  all: readonly TitledCandidate[],
  { title, date, publisher }: TitledCandidate,
): number {
  return all.findIndex(
    (other) =>
      title !== '' &&
      other.title === title &&
      daysBetween(other.date, date) <= (other.publisher === publisher ? 2 : 14),
  )
}

test('a table finds the first article under a title that came not long before or after', () => {
  fc.assert(
    fc.property(fc.array(article, { maxLength: 60 }), article, (all, wanted) => {
      const table = new TitleTable((number) => all[number]?.title)
      for (const [number, each] of all.entries()) table.add(number, each)
      const first = firstLike(all, wanted)
      expect(table.firstLike(wanted)).toBe(first < 0 ? undefined : first)
    }),
  )
})

test('a look among 20,000 articles of one title takes as many steps as among 1,000', () => {
  const looks = (length: number) => {
    let count = 0
    const table = new TitleTable(() => {
      count++
      return '公告'
    })
    for (let number = 0; number < length; number++) {
      const date = 20_250_301 + (number % 28)
      table.add(number, { title: '公告', date, publisher: number % 7 })
    }
    count = 0
    table.firstLike({ title: '公告', date: 20_250_315, publisher: 9 })
    table.firstLike({ title: '公告', date: 0, publisher: 9 })
    return count
  }
  expect(looks(1_000)).toBeGreaterThan(0)
  expect(looks(20_000)).toBe(looks(1_000))
})
