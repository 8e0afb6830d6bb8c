/** Names of files in both forms of Unicode, as they come when a corpus was copied from a Mac. */

import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildIndex, openIndex, verifyIndex } from '../../src/engine.ts'
import { type ArchiveFolder, archiveFolder } from '../helpers/archive-folder.ts'

/** Without an address, a file is an article by its path. */
const text = (body: string) => `# 咖啡馆的早晨\n\n${body}\n`
const COMPOSED = 'Café/ガイド.md'.normalize('NFC')
const DECOMPOSED = COMPOSED.normalize('NFD')

let archive: ArchiveFolder
beforeEach(() => {
  archive = archiveFolder()
})
afterEach(() => archive.end())

const build = () => buildIndex({ corpus: archive.corpus, index: archive.index, threads: 0 })

async function idsAt(...paths: readonly string[]) {
  const backend = await openIndex(archive.index)
  const found = await Promise.all(paths.map((path) => backend.article(path)))
  await backend.close()
  return found.map((article) => article?.id)
}

test.each([
  ['composed', COMPOSED],
  ['decomposed', DECOMPOSED],
])('an article whose path is %s is found by either form', async (_, path) => {
  archive.write(path, text('店里的咖啡豆来自云南，老板每天早上六点开门。'))
  await build()
  const [one, other] = await idsAt(COMPOSED, DECOMPOSED)
  expect(one).toMatch(/^[0-9a-f]{16}$/)
  expect(other).toBe(one)
  expect((await verifyIndex(archive.index)).faults).toEqual([])
})

test('a file whose name takes the other form stays the same article', async () => {
  archive.write(COMPOSED, text('店里的咖啡豆来自云南，老板每天早上六点开门。'))
  await build()
  const before = await idsAt(COMPOSED)
  archive.rename(COMPOSED, DECOMPOSED)
  expect(await build()).toMatchObject({ articles: 1, added: 0, removed: 0 })
  expect(await idsAt(DECOMPOSED)).toEqual(before)
})

test('two files whose paths differ in form alone are one article', async () => {
  archive.write(COMPOSED, text('店里的咖啡豆来自云南，老板每天早上六点开门。'))
  archive.write(DECOMPOSED, text('店里的咖啡豆来自云南，老板每天早上七点开门。'))
  expect(await build()).toMatchObject({ articles: 1, added: 1 })
})
