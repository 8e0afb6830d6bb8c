import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FileList } from '../../../src/corpus/find/listing.ts'
import { type CatalogFile, CatalogFiles } from '../../../src/ingest/catalog/catalog-columns.ts'
import { recordsOf } from '../../../src/ingest/catalog/file-record.ts'

const file: fc.Arbitrary<CatalogFile> = fc.record({
  path: fc.stringMatching(/^[a-d文]{1,3}\.md$/),
  sizeBytes: fc.nat(),
  modifiedMs: fc.double({ min: 0, max: 2 ** 41, noNaN: true }),
  changedMs: fc.constant(7),
  articleId: fc.stringMatching(/^[0-9a-f]{16}$/),
  fetchDate: fc.constantFrom('', '2025-03-01'),
  siteKeys: fc.constantFrom([], ['a.org'], ['a.org', 'a.org\t甲']),
})
const files = fc
  .uniqueArray(file, { selector: ({ path }) => path, maxLength: 10 })
  .map((all) => all.sort((a, b) => (a.path < b.path ? -1 : 1)))

const columnsOf = (all: readonly CatalogFile[]) =>
  new CatalogFiles(FileList.of(all), recordsOf(all))

test('site keys can be asked for by themselves', () => {
  fc.assert(
    fc.property(files, (all) => {
      const columns = columnsOf(all)
      expect(all.map((_, row) => columns.siteKeysAt(row))).toEqual(all.map((one) => one.siteKeys))
    }),
  )
})

test('files without some rows are the others, and those before them stay as they were', () => {
  fc.assert(
    fc.property(files, fc.array(fc.nat(12)), (all, rows) => {
      const columns = columnsOf(all)
      const gone = new Set(rows)
      expect([...columns.without(gone)]).toEqual(all.filter((_, row) => !gone.has(row)))
      expect([...columns]).toEqual(all)
      expect(columns.without(new Set())).toBe(columns)
    }),
  )
})

test('what was written is noted for each file of an article, and nowhere else', () => {
  const [first, second] = ['1', '2'].map((digit) => digit.repeat(16))
  const all = ['a.md', 'b.md', 'c.md'].map((path, row) => ({
    path,
    sizeBytes: 1,
    modifiedMs: 2,
    changedMs: 7,
    articleId: (row === 1 ? second : first) ?? '',
    fetchDate: '',
    siteKeys: [],
  }))
  const before = columnsOf(all)
  const after = before.withContents(Uint32Array.of(0, 1, 0), Uint32Array.of(0, 5, 0, 0))
  expect([...after].map(({ content }) => content)).toEqual([
    '0000000000000005',
    undefined,
    '0000000000000005',
  ])
  expect([...before].map(({ content }) => content)).toEqual([undefined, undefined, undefined])
})

test('a hash that is known stays where the article was not written again, and gives way where it was', () => {
  const one = {
    path: 'a.md',
    sizeBytes: 1,
    modifiedMs: 2,
    changedMs: 7,
    fetchDate: '',
    siteKeys: [],
  }
  const known = columnsOf([{ ...one, articleId: '0'.repeat(16) }]).withContents(
    Uint32Array.of(0),
    Uint32Array.of(0xabc, 0xdef),
  )
  const [kept, written] = [Uint32Array.of(0, 0), Uint32Array.of(0, 0x123)].map(
    (contents) => known.withContents(Uint32Array.of(0), contents).at(0).content,
  )
  expect([kept, written]).toEqual(['00000abc00000def', '0000000000000123'])
})
