import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildIndex, openIndex, verifyIndex } from '../../src/engine.ts'
import { nodeFolder } from '../../src/index/disk/node-folder.ts'
import { readManifest } from '../../src/index/files/manifest.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../helpers/archive-folder.ts'

let archive: ArchiveFolder
beforeEach(() => {
  archive = archiveFolder()
})
afterEach(() => archive.end())

const run = (optimize = false) =>
  buildIndex({ corpus: archive.corpus, index: archive.index, optimize })

function write(number: number, word: string): void {
  const url = `https://${number}.example.org/`
  const body = `第 ${number} 篇说的是${word}，编辑部整理了开源模型的说明，今天发布。`
  archive.write(`${number}.md`, fetchedFile({ title: `${word} ${number}`, url, body }))
}

/** Three segments, one of them with a deleted article. */
async function grownIndex(): Promise<void> {
  for (const [round, word] of ['苹果', '漏洞', '检索'].entries()) {
    for (let n = 0; n < 3; n++) write(round * 3 + n, word)
    await run()
  }
  write(4, '供应链')
  await run()
}

async function segments() {
  const manifest = await readManifest(nodeFolder(archive.index))
  return manifest?.segments ?? []
}

async function answers() {
  const backend = await openIndex(archive.index)
  const found = []
  for (const query of ['苹果', '漏洞', '"整理了"', '开源模型 -检索', '供应链']) {
    const { tookMs: _, ...rest } = await backend.search({
      query,
      limit: 20,
      offset: 0,
      sort: 'relevance',
    })
    found.push(rest)
  }
  await backend.close()
  return found
}

test('leaves one segment without deleted articles, which answers as the many did', async () => {
  await grownIndex()
  const [many, before] = [await segments(), await answers()]
  expect(many.length).toBeGreaterThan(2)
  expect(many.some(({ deleted }) => deleted > 0)).toBe(true)
  const summary = await run(true)
  expect(summary.unchanged).toBe(9)
  expect(await segments()).toMatchObject([{ articles: 9, deleted: 0 }])
  expect(await answers()).toEqual(before)
  expect((await verifyIndex(archive.index)).faults).toEqual([])
})

test('takes in what is new on the way', async () => {
  await grownIndex()
  write(9, '量子')
  expect((await run(true)).added).toBe(1)
  expect(await segments()).toMatchObject([{ articles: 10, deleted: 0 }])
})

test('does nothing where there is nothing to do', async () => {
  await grownIndex()
  const { generation } = await run(true)
  expect((await run(true)).generation).toBe(generation)
  expect((await run()).generation).toBe(generation)
})
