/** Synonyms are a setting of the index: kept by later runs, changed and removed without reading an article again. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildIndex, openIndex } from '../../src/engine.ts'
import { type ArchiveFolder, archiveFolder } from '../helpers/archive-folder.ts'

let folder: ArchiveFolder
beforeEach(() => {
  folder = archiveFolder()
  folder.write('a.md', '# 甲\n\n开源大模型的漏洞，有人说了很多。\n')
  folder.write('b.md', '# 乙\n\n这里说的是 LLM 的漏洞，没有别的。\n')
})
afterEach(() => folder.end())

function fileWith(content: string): string {
  const path = join(folder.corpus, '..', 'synonyms.txt')
  writeFileSync(path, content)
  return path
}

const run = (options = {}) =>
  buildIndex({ corpus: folder.corpus, index: folder.index, threads: 0, ...options })

async function totalOf(query: string): Promise<number> {
  const backend = await openIndex(folder.index)
  try {
    return (await backend.search({ query, limit: 5, offset: 0, sort: 'relevance' })).total
  } finally {
    await backend.close()
  }
}

test('they stay until others are given or they are removed', async () => {
  await run({ synonyms: fileWith('大模型, LLM\n') })
  expect(await totalOf('大模型 漏洞')).toBe(2)
  folder.write('c.md', '# 丙\n\n又一个大模型的漏洞。\n')
  await run()
  expect(await totalOf('大模型 漏洞')).toBe(3)
  await run({ full: true })
  expect(await totalOf('大模型 漏洞')).toBe(3)
  const { unchanged, generation } = await run({ synonyms: '' })
  expect(unchanged).toBe(3)
  expect(await totalOf('大模型 漏洞')).toBe(2)
  expect((await run({ synonyms: '' })).generation).toBe(generation)
})

test('a file with a mistake changes nothing', async () => {
  await run({ synonyms: fileWith('大模型, LLM\n') })
  await expect(run({ synonyms: fileWith('大模型 => \n') })).rejects.toThrow(
    /synonyms\.txt:1: has no/,
  )
  await expect(run({ synonyms: '没有.txt' })).rejects.toThrow(
    /没有\.txt: the synonyms cannot be read/,
  )
  expect(await totalOf('大模型 漏洞')).toBe(2)
})
