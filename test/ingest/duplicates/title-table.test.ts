import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  daysBetween,
  type TitledCandidate,
  TitleTable,
} from '../../../src/ingest/duplicates/title-table.ts'

const article = fc.record({
  title: fc.constantFrom('', '一', '二', '三'),
  date: fc.constantFrom(0, 20250227, 20250301, 20250303, 20250313, 20250402),
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
