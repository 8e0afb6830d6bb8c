import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type FileHead,
  type FileRecords,
  joinRecords,
  recordAt,
  recordsOf,
} from '../../../src/ingest/catalog/file-record.ts'

const head: fc.Arbitrary<FileHead> = fc.record({
  articleId: fc.stringMatching(/^[0-9a-f]{16}$/),
  fetchDate: fc.constantFrom('', '2025-03-01', '2025-03-02T08:00:00+08:00'),
  siteKeys: fc.constantFrom(
    [],
    ['a.org'],
    ['a.org', 'a.org\t甲'],
    ['b.org', 'b.org\t甲'],
    ['\t甲'],
    ['\t乙'],
  ),
})
const heads = fc.array(head, { maxLength: 12 })

const rowsOf = (records: FileRecords) =>
  Array.from(records.sites, (_, row) => recordAt(records, row))

const lastKeysOf = (all: readonly FileHead[]) => [
  ...new Set(all.map(({ siteKeys }) => siteKeys.at(-1) ?? '')),
]

test('records give back the heads that they were made of, none of which has a content hash yet', () => {
  fc.assert(
    fc.property(heads, (all) => {
      expect(rowsOf(recordsOf(all))).toEqual(all)
    }),
  )
})

test('each combination of site keys is kept once, in the order in which they come', () => {
  fc.assert(
    fc.property(heads, (all) => {
      const { siteKeys } = recordsOf(all)
      expect(siteKeys.map((keys) => keys.at(-1) ?? '')).toEqual(lastKeysOf(all))
    }),
  )
})

/** Some rows of records, one of which may have a content hash. */
const range = fc.record({
  all: heads,
  bounds: fc.tuple(fc.nat(), fc.nat()),
  hash: fc.constantFrom([0, 0], [1, 0], [0, 0xffffffff], [0xfedcba98, 0x76543210]),
  hashed: fc.nat(),
})

test('joined ranges are their rows one after the other, with content hashes, and keep no keys that no row has', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 4 }), (parts) => {
      const ranges = parts.map(({ all, bounds, hash, hashed }) => {
        const column = recordsOf(all)
        if (all.length > 0) column.contents.set(hash, (hashed % all.length) * 2)
        const [start = 0, end = 0] = bounds
          .map((bound) => bound % (all.length + 1))
          .sort((a, b) => a - b)
        return { column, start, end }
      })
      const expected = ranges.flatMap(({ column, start, end }) => rowsOf(column).slice(start, end))
      const joined = joinRecords(ranges)
      expect(rowsOf(joined)).toEqual(expected)
      expect(joined.siteKeys.map((keys) => keys.at(-1) ?? '')).toEqual(lastKeysOf(expected))
    }),
  )
})

test('a content hash is known as soon as one of its halves is not 0', () => {
  const records = recordsOf(
    ['1', '2', '3'].map((digit) => ({
      articleId: digit.repeat(16),
      fetchDate: '',
      siteKeys: [],
    })),
  )
  records.contents.set([0x12, 0, 0, 0x34])
  expect(rowsOf(records).map(({ content }) => content)).toEqual([
    '0000001200000000',
    '0000000000000034',
    undefined,
  ])
})
