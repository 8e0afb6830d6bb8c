import { readdirSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findArticles } from '../../src/corpus/find/discover.ts'
import { FileList } from '../../src/corpus/find/listing.ts'
import { nodeFolder } from '../../src/index/disk/node-folder.ts'
import { checksum } from '../../src/index/files/container.ts'
import { EMPTY_CATALOG } from '../../src/ingest/catalog/catalog.ts'
import { createFileNames } from '../../src/ingest/disk/index-files.ts'
import { createWorkerPool } from '../../src/ingest/threads/worker-pool.ts'
import { updateIndex } from '../../src/ingest/update.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../helpers/archive-folder.ts'

let archive: ArchiveFolder
beforeEach(() => {
  archive = archiveFolder()
})
afterEach(() => archive.end())

/** So many articles of three sites, with a menu, refetches and some failed fetches. */
function fill(count: number): void {
  for (let n = 0; n < count; n++) {
    archive.write(
      `2025/0${(n % 9) + 1}/${n % 28}/源${n % 5}_${n}.md`,
      fetchedFile({
        title: `第 ${n} 号漏洞公告`,
        url: `https://site${n % 3}.example.com/${n % 50 === 0 ? 0 : n}`,
        source: `源${n % 5}`,
        body:
          n % 11 === 0
            ? '视频\n小程序\n赞'
            : `[首页](/) [书籍](/b)\n\n编号 CVE-2025-${n} 的漏洞已经修复，请尽快升级到 v1.${n} 版本。`,
      }),
    )
  }
}

/** Names and sums of all files of an index. */
function filesOf(index: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(index)
      .sort()
      .map((name) => {
        const bytes = readFileSync(join(index, name))
        return [name, `${bytes.length} bytes, sum ${checksum(bytes)}`]
      }),
  )
}

describe('the same corpus gives the same bytes', () => {
  test('in whatever order its files are found', async () => {
    fill(60)
    const { corpus } = archive
    const found = await findArticles(corpus)
    const orders = fc.shuffledSubarray([...found.files], { minLength: found.files.length })
    const built = new Set<string>()
    await fc.assert(
      fc.asyncProperty(orders, async (files) => {
        const index = archive.otherIndex()
        await mkdir(index)
        const context = {
          folder: nodeFolder(index),
          corpus,
          userDictionary: undefined,
          dictionary: '',
          synonyms: [],
          pool: createWorkerPool(0),
          optimize: false,
          names: createFileNames(1),
          report: () => {},
        }
        const nothing = { generation: 0, corpus: '', segments: [], catalog: EMPTY_CATALOG }
        await updateIndex(context, nothing, { ...found, files: FileList.of(files) })
        built.add(JSON.stringify(filesOf(index)))
        expect(built.size).toBe(1)
      }),
      { numRuns: 10 },
    )
  })

  test('with whatever number of threads, in parts that are merged', async () => {
    fill(4200)
    // Worker threads run the built program, as they do for everyone.
    const built = fileURLToPath(new URL('../../dist/src/engine.js', import.meta.url))
    const { buildIndex }: typeof import('../../src/engine.ts') = await import(built)
    const { corpus } = archive
    const results = []
    for (const threads of [0, 2]) {
      const index = archive.otherIndex()
      await buildIndex({ corpus, index, threads })
      results.push(filesOf(index))
    }
    expect(results[1]).toEqual(results[0])
    const kinds = Object.keys(results[0] ?? {}).map((name) => name.replace(/\d+$/, 'N'))
    const oneOfEach = ['catalog-N', 'duplicates-N', 'manifest.json', 'segment-N', 'suggestions-N']
    expect(kinds).toEqual(oneOfEach)
  })
})
