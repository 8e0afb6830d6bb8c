/** What a run writes into the catalog, the next run reads. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FileList } from '../../../src/corpus/find/listing.ts'
import {
  type Catalog,
  EMPTY_CATALOG,
  encodeCatalog,
  readCatalog,
  type Site,
  writeCatalog,
} from '../../../src/ingest/catalog/catalog.ts'
import { type CatalogFile, CatalogFiles } from '../../../src/ingest/catalog/catalog-columns.ts'
import { recordsOf } from '../../../src/ingest/catalog/file-record.ts'
import { fileBytes, memoryFolder } from '../../helpers/memory-folder.ts'

const file: fc.Arbitrary<CatalogFile> = fc.record({
  path: fc.stringMatching(/^[a-d文\u{1F600}]{1,4}\.md$/u),
  // Larger files are no articles, see MAX_FILE_BYTES.
  sizeBytes: fc.nat(32 << 20),
  modifiedMs: fc.double({ min: 0, max: 2 ** 41, noNaN: true }),
  changedMs: fc.constant(7),
  articleId: fc.stringMatching(/^[0-9a-f]{16}$/),
  fetchDate: fc.constantFrom('', '2025-03-01', '2025-03-02T08:00:00+08:00'),
  siteKeys: fc.constantFrom([], ['a.org'], ['a.org', 'a.org\t甲 “乙”'], ['\t\u0001']),
})
const files = fc.uniqueArray(file, { selector: ({ path }) => path, maxLength: 20 })

const site: fc.Arbitrary<Site> = fc.record({
  sample: fc.stringMatching(/^[0-9a-f]{16}$/),
  furniture: fc.array(fc.nat(0xffffffff)).map((lines) => Uint32Array.from(lines)),
})
const sites = fc
  .array(fc.tuple(fc.constantFrom('a.org', 'a.org\t甲', 'b.org', '\t乙'), site))
  .map((all) => new Map(all))

async function rewrite(catalog: Catalog): Promise<Catalog> {
  const sections = await encodeCatalog(catalog)
  const bytes = await fileBytes((container) => writeCatalog(container, sections))
  return readCatalog(memoryFolder({ 'catalog-1': bytes }), 'catalog-1')
}

function expectSame(read: Catalog, written: Catalog): void {
  expect([...read.files]).toEqual([...written.files])
  expect(read.articles).toBe(written.articles)
  expect([...read.sites]).toEqual([...written.sites])
}

test('a catalog is read as it was written', async () => {
  const contents = fc.array(fc.nat(0xffffffff), { minLength: 40, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(files, contents, fc.nat(), sites, async (all, hashes, articles, known) => {
      const list = FileList.of(all)
      const inOrder = all.toSorted((a, b) => (a.path < b.path ? -1 : 1))
      const written = new CatalogFiles(list, recordsOf(inOrder)).withContents(
        Uint32Array.from(all.keys()),
        Uint32Array.from(hashes),
      )
      const catalog = { files: written, articles, sites: known }
      expectSame(await rewrite(catalog), catalog)
    }),
    { numRuns: 60 },
  )
})

test('an empty catalog is read as an empty one', async () => {
  expectSame(await rewrite(EMPTY_CATALOG), EMPTY_CATALOG)
})

test('the same catalog has the same bytes', async () => {
  const all: CatalogFile[] = ['b.md', 'a.md'].map((path) => ({
    path,
    sizeBytes: 9,
    modifiedMs: 1.5,
    changedMs: 7,
    articleId: '0123456789abcdef',
    fetchDate: '',
    siteKeys: ['a.org'],
  }))
  const bytesOf = async () => {
    const sections = await encodeCatalog({
      files: new CatalogFiles(FileList.of(all), recordsOf(all)),
      articles: 1,
      sites: new Map([['a.org', { sample: 'f'.repeat(16), furniture: Uint32Array.of(7, 8) }]]),
    })
    return fileBytes((container) => writeCatalog(container, sections))
  }
  expect(await bytesOf()).toEqual(await bytesOf())
})

test('a damaged catalog is named, and whoever reads it is told what to do', async () => {
  const sections = await encodeCatalog(EMPTY_CATALOG)
  const bytes = await fileBytes((container) => writeCatalog(container, sections))
  const place = bytes.length >> 1
  const damaged = bytes.with(place, (bytes[place] ?? 0) ^ 0xff)
  await expect(
    readCatalog(memoryFolder({ 'catalog-7': damaged }), 'catalog-7'),
  ).rejects.toMatchObject({
    code: 'index-damaged',
    message: expect.stringContaining('catalog-7'),
  })
})

test('so is one whose checksums are right, and whose content is none that a run writes', async () => {
  const sections = await encodeCatalog(EMPTY_CATALOG)
  const wrong = sections.map(
    ([name, bytes]) => [name, name === 'texts' ? Buffer.from('{}') : bytes] as const,
  )
  const bytes = await fileBytes((container) => writeCatalog(container, wrong))
  await expect(
    readCatalog(memoryFolder({ 'catalog-7': bytes }), 'catalog-7'),
  ).rejects.toMatchObject({
    code: 'index-damaged',
    message: expect.stringMatching(/catalog-7: .*souwen index --full/),
  })
})
