/** Deletions, and the manifest that names a generation: whatever it does not name goes, and nothing before. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBlockCache } from '../../../src/index/files/block-cache.ts'
import { FORMAT_VERSION } from '../../../src/index/files/container.ts'
import { MANIFEST_NAME, readManifest } from '../../../src/index/files/manifest.ts'
import { readDeletions } from '../../../src/index/generation/deletions.ts'
import { EMPTY_CATALOG, readCatalog } from '../../../src/ingest/catalog/catalog.ts'
import { IdTable } from '../../../src/ingest/catalog/id-table.ts'
import { createFileNames } from '../../../src/ingest/disk/index-files.ts'
import {
  deleteArticles,
  indexBytes,
  namedFiles,
  writeCatalogFile,
  writeManifest,
} from '../../../src/ingest/phases/write-generation.ts'
import { idOfNumber, type Placed } from '../../helpers/memory-index.ts'
import { type IndexOnDisk, indexOnDisk } from '../index-on-disk.ts'

const row = (number: number, deleted = false): Placed => ({
  article: { number, title: `第 ${number} 篇`, body: '苹果' },
  deleted,
})

async function withIndex(
  all: readonly (readonly Placed[])[],
  act: (index: IndexOnDisk) => Promise<void>,
): Promise<void> {
  const index = await indexOnDisk(all)
  try {
    await act(index)
  } finally {
    index.end()
  }
}

describe('deleting articles', () => {
  const segments = fc
    .array(fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 3 })
    .map((all) => {
      let number = 0
      return all.map((rows) => rows.map((deleted) => row(number++, deleted)))
    })

  test('marks those of the given ids in every segment, besides what was deleted', async () => {
    await fc.assert(
      fc.asyncProperty(segments, fc.uniqueArray(fc.nat(20)), async (all, numbers) => {
        await withIndex(all, async ({ folder, manifest, names }) => {
          const before = names()
          const ids = IdTable.of(numbers.map(idOfNumber))
          const entries = await deleteArticles(folder, manifest.segments, ids, createFileNames(70))
          const changed = all.map((rows) =>
            rows.some(({ article, deleted }) => !deleted && numbers.includes(article.number)),
          )
          for (const [place, rows] of all.entries()) {
            const entry = entries[place]
            if (entry === undefined) throw new Error('a segment is missing')
            const gone = rows.map(
              ({ article, deleted }) => deleted || numbers.includes(article.number),
            )
            const bitmap = await readDeletions(folder, entry, createBlockCache(0))
            expect(rows.map((_, article) => bitmap.has(article))).toEqual(gone)
            expect(entry.deleted).toBe(gone.filter(Boolean).length)
            // A segment that lost nothing is not written about again.
            if (!changed[place]) expect(entry).toBe(manifest.segments[place])
          }
          const written = changed.filter(Boolean).map((_, n) => `deletions-${70 + n}`)
          expect(names()).toEqual([...before, ...written].sort())
        })
      }),
      { numRuns: 25 },
    )
  })
})

const NEXT = {
  generation: 2,
  corpus: '/corpus',
  dictionary: '',
  catalog: 'catalog-5',
  suggestions: 'suggestions-0',
}

describe('the manifest of a generation', () => {
  test('takes the place of the one before, and the files go that it does not name', async () => {
    await withIndex([[row(1), row(2, true)], [row(3)]], async (index) => {
      const { folder, manifest, names } = index
      for (const name of ['catalog-5', 'duplicates-6', 'duplicates-7'])
        writeFileSync(join(folder.path, name), 'SOUWEN')
      const segments = manifest.segments.slice(0, 1)
      const next = { ...NEXT, segments, duplicates: 'duplicates-7' }
      const written = writeManifest(folder, next, createFileNames(8))
      expect(await readManifest(folder)).toEqual(written)
      expect(written).toEqual({ ...next, format: FORMAT_VERSION, nextFile: 8 })
      expect(names()).toEqual([
        'catalog-5',
        'deletions-0',
        'duplicates-7',
        MANIFEST_NAME,
        'segment-0',
        'suggestions-0',
      ])
      expect([...namedFiles(written), MANIFEST_NAME].sort()).toEqual(names())
      expect(indexBytes(folder.path, written)).toBe(
        names().reduce((sum, name) => sum + index.bytes(name).length, 0),
      )
    })
  })

  test('says nothing of suggestions that are not behind, nor of copies where there are none', async () => {
    await withIndex([[row(1)]], async ({ folder, manifest: { segments } }) => {
      const files = createFileNames(6)
      const level = writeManifest(folder, { ...NEXT, segments, suggestionsBehind: 0 }, files)
      expect(Object.keys(level)).not.toContain('suggestionsBehind')
      expect(Object.keys(level)).not.toContain('duplicates')
      const behind = writeManifest(folder, { ...NEXT, segments, suggestionsBehind: 3 }, files)
      expect(behind).toMatchObject({ suggestionsBehind: 3 })
      expect(await readManifest(folder)).toEqual(behind)
    })
  })
})

test('a catalog is written under the next name', async () => {
  await withIndex([[row(1)]], async ({ folder }) => {
    const names = createFileNames(4)
    expect(await writeCatalogFile(folder, names, { ...EMPTY_CATALOG, articles: 7 })).toBe(
      'catalog-4',
    )
    expect(await readCatalog(folder, 'catalog-4')).toMatchObject({ articles: 7 })
    expect(names.nextFile).toBe(5)
  })
})
