/** Sites are learned when their sample of pages has changed, and left as they are known when it has not. */

import { afterEach, beforeEach, expect, test } from 'vitest'
import { findArticles } from '../../../src/corpus/find/discover.ts'
import { nodeFolder } from '../../../src/index/disk/node-folder.ts'
import { numberArticles } from '../../../src/ingest/catalog/articles.ts'
import { type Catalog, EMPTY_CATALOG } from '../../../src/ingest/catalog/catalog.ts'
import { createFileNames } from '../../../src/ingest/disk/index-files.ts'
import type { IndexProgress } from '../../../src/ingest/options.ts'
import { learnFurniture } from '../../../src/ingest/phases/learn-furniture.ts'
import { readHeads } from '../../../src/ingest/phases/read-heads.ts'
import { createWorkerPool } from '../../../src/ingest/threads/worker-pool.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../../helpers/archive-folder.ts'

let archive: ArchiveFolder
let told: IndexProgress[]
beforeEach(() => {
  archive = archiveFolder()
  told = []
})
afterEach(() => archive.end())

const BODIES = [
  '雨后的书店特别热闹。',
  '果农忙着采摘苹果。',
  '研究所公布了新的模型。',
  '漏洞已经修复。',
]

/** A page of a site, with a menu and a line that comes back. */
function write(host: string, n: number, source = '甲报'): void {
  const body = `[首页](/) [科学](/s) [书籍](/b)\n\n第 ${n} 号：${BODIES[n % 4]}\n\n${host} 版权所有，请勿转载。`
  const url = `https://${host}/${n}`
  archive.write(`${host}/${source}${n}.md`, fetchedFile({ title: `第 ${n} 篇`, url, source, body }))
}

async function learn(catalog: Catalog, touched: readonly string[]) {
  const { corpus } = archive
  const context = {
    folder: nodeFolder(archive.index),
    corpus,
    userDictionary: undefined,
    dictionary: '',
    synonyms: [],
    pool: createWorkerPool(0),
    optimize: false,
    names: createFileNames(1),
    report: (progress: IndexProgress) => told.push(progress),
  }
  const { files: list } = await findArticles(corpus)
  const { files } = await readHeads({ ...context, report: () => {} }, list)
  const { now } = numberArticles(EMPTY_CATALOG.files, files)
  return learnFurniture(context, catalog, now, new Set(touched))
}

test('a site of three pages is learned, and one of two is not', async () => {
  for (let n = 0; n < 3; n++) write('a.org', n)
  for (let n = 0; n < 2; n++) write('b.org', n)
  const sites = await learn(EMPTY_CATALOG, ['a.org', 'b.org'])
  expect([...sites.keys()]).toEqual(['a.org'])
  expect(sites.get('a.org')?.furniture.length).toBeGreaterThan(0)
  expect(told.at(-1)).toMatchObject({ phase: 'learning', filesDone: 3, filesTotal: 3 })
})

test('each source of a host is a site of its own where it has not all of its pages', async () => {
  for (let n = 0; n < 4; n++) {
    write('a.org', n, '甲报')
    write('a.org', n + 10, '乙报')
  }
  const sites = await learn(EMPTY_CATALOG, ['a.org'])
  expect([...sites.keys()]).toEqual(['a.org', 'a.org\t乙报', 'a.org\t甲报'])
  expect(told.at(-1)?.filesTotal).toBe(8 + 4 + 4)
})

test('what is learned of a sample is not learned again, and is learned anew when a page of it changes', async () => {
  for (let n = 0; n < 3; n++) write('a.org', n)
  const sites = await learn(EMPTY_CATALOG, ['a.org'])
  const known = { ...EMPTY_CATALOG, sites }
  told = []
  const again = await learn(known, ['a.org'])
  expect(again.get('a.org')).toBe(sites.get('a.org'))
  expect(told).toEqual([])
  write('a.org', 2)
  const changed = await learn(known, ['a.org'])
  expect(changed.get('a.org')?.sample).not.toBe(sites.get('a.org')?.sample)
  expect(told.at(-1)?.filesDone).toBe(3)
})

test('sites that were not touched stay, also beside a touched one of the same host', async () => {
  for (const host of ['a.org', 'b.org']) for (let n = 0; n < 4; n++) write(host, n)
  for (let n = 0; n < 3; n++) write('a.org', n + 10, '乙报')
  const sites = await learn(EMPTY_CATALOG, ['a.org', 'b.org'])
  for (const host of ['a.org', 'b.org']) write(host, 1)
  // Nobody said so, and so nobody looks.
  write('a.org', 11, '乙报')
  const after = await learn({ ...EMPTY_CATALOG, sites }, ['a.org', 'a.org\t甲报'])
  const kept = [...after].filter(([key, site]) => sites.get(key) === site).map(([key]) => key)
  expect([...after.keys()]).toEqual([...sites.keys()])
  expect(kept).toEqual(['a.org\t乙报', 'b.org'])
})

test('a site whose pages have gone is forgotten', async () => {
  for (let n = 0; n < 3; n++) write('a.org', n)
  const sites = await learn(EMPTY_CATALOG, ['a.org'])
  archive.remove('a.org/甲报0.md')
  expect([...(await learn({ ...EMPTY_CATALOG, sites }, ['a.org']))]).toEqual([])
})
