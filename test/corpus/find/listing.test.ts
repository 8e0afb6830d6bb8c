/** A list of files in columns is the list of those files. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FileList, type FoundFile } from '../../../src/corpus/find/listing.ts'
import { collectRanges, rangesWithout } from '../../../src/corpus/find/text-column.ts'

const file: fc.Arbitrary<FoundFile> = fc.record({
  path: fc.stringMatching(/^[a-c文\u{1F600}]{1,3}\.md$/u),
  sizeBytes: fc.oneof(fc.nat(), fc.constantFrom(2 ** 32 + 1, Number.MAX_SAFE_INTEGER)),
  modifiedMs: fc.double({ min: 0, max: 2 ** 42, noNaN: true }),
  changedMs: fc.double({ min: 0, max: 2 ** 42, noNaN: true }),
})
const files = fc
  .uniqueArray(file, { selector: ({ path }) => path, maxLength: 12 })
  .map((all) => all.sort((a, b) => (a.path < b.path ? -1 : 1)))

test('files come back by their rows, with their whole sizes and times', () => {
  fc.assert(
    fc.property(files, (all) => {
      const list = FileList.of(all)
      expect(list.length).toBe(all.length)
      expect([...list]).toEqual(all)
      expect(all.map((_, row) => list.at(row))).toEqual(all)
      expect(list.sizeBytes).toBe(all.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0))
    }),
  )
})

test('a row that is not there is an error, not an empty file', () => {
  expect(() => FileList.of([]).at(0)).toThrow(RangeError)
})

test('a list without some rows is the rest, and the same list without none', () => {
  fc.assert(
    fc.property(files, fc.array(fc.nat(12)), (all, rows) => {
      const list = FileList.of(all)
      const gone = new Set(rows)
      expect([...list.without(gone)]).toEqual(all.filter((_, row) => !gone.has(row)))
      expect(list.without(new Set())).toBe(list)
    }),
  )
})

test('joined ranges of lists are their files, one after the other', () => {
  const range = fc.tuple(files, fc.nat(), fc.nat())
  fc.assert(
    fc.property(fc.array(range, { maxLength: 4 }), (parts) => {
      const ranges = parts.map(([all, a, b]) => {
        const [start = 0, end = 0] = [a, b].map((n) => n % (all.length + 1)).sort((x, y) => x - y)
        return { column: FileList.of(all), start, end }
      })
      const expected = parts.flatMap(([all], n) => all.slice(ranges[n]?.start, ranges[n]?.end))
      expect([...FileList.join(ranges)]).toEqual(expected)
    }),
  )
})

test('ranges hold the rows that were put into them, in as few pieces as there are gaps', () => {
  const rows = fc.array(fc.tuple(fc.constantFrom('甲', '乙'), fc.nat(5)), { maxLength: 12 })
  fc.assert(
    fc.property(rows, (all) => {
      const { ranges, add } = collectRanges<string>()
      for (const [column, row] of all) add(column, row)
      const taken = ranges.flatMap(({ column, start, end }) =>
        Array.from({ length: end - start }, (_, n) => [column, start + n]),
      )
      expect(taken).toEqual(all)
      const gaps = all.filter(([column, row], n) => {
        const [before, last] = all[n - 1] ?? ['', 0]
        return column !== before || row !== last + 1
      })
      expect(ranges.length).toBe(gaps.length)
    }),
  )
})

test('ranges without some rows are all others', () => {
  expect(rangesWithout('甲', 6, new Set([0, 3]))).toEqual([
    { column: '甲', start: 1, end: 3 },
    { column: '甲', start: 4, end: 6 },
  ])
  expect(rangesWithout('甲', 2, new Set([0, 1]))).toEqual([])
})
