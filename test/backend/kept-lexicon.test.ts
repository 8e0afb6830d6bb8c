import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SearchBackend } from '../../src/backend/backend.ts'
import { buildIndex, followIndex } from '../../src/engine.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../helpers/archive-folder.ts'

let archive: ArchiveFolder
let backend: SearchBackend
beforeEach(async () => {
  archive = archiveFolder()
  backend = await followIndex(archive.index)
})
afterEach(async () => {
  await backend.close()
  archive.end()
})

function write(number: number, word: string): void {
  const url = `https://${number}.example.org/`
  const body = `第 ${number} 篇说的是${word}，编辑部整理了说明。`
  archive.write(`${number}.md`, fetchedFile({ title: `${word} ${number}`, url, body }))
}

function writeArchive(word: string): void {
  for (let number = 0; number < 150; number++) write(number, word)
}

const update = () => buildIndex({ corpus: archive.corpus, index: archive.index, threads: 0 })

const suggested = async (query: string) => {
  const { suggestions } = await backend.suggest({ query, limit: 20 })
  return suggestions.filter(({ kind }) => kind === 'word').map(({ text }) => text)
}

test('a generation with the suggestions of the one before does not read them again', async () => {
  writeArchive('苹果')
  await update()
  expect(await suggested('苹')).toEqual(['苹果'])
  // Whoever reads the file from here on finds it damaged.
  const name = readdirSync(archive.index).find((file) => file.startsWith('suggestions')) ?? ''
  const bytes = readFileSync(join(archive.index, name))
  writeFileSync(join(archive.index, name), bytes.fill(0, 8, 40))
  write(0, '漏洞')
  await update()
  expect((await backend.search({ query: '漏洞', limit: 1, offset: 0, sort: 'date' })).total).toBe(1)
  expect(await suggested('苹')).toEqual(['苹果'])
})

test('a generation with others reads those, also when their file is of the same name', async () => {
  writeArchive('苹果')
  await update()
  expect(await suggested('苹')).toEqual(['苹果'])
  const names = readdirSync(archive.index)
  writeArchive('模型')
  rmSync(archive.index, { recursive: true })
  await update()
  expect(readdirSync(archive.index)).toEqual(names)
  expect([await suggested('苹'), await suggested('模')]).toEqual([[], ['模型']])
  writeArchive('漏洞')
  await update()
  expect([await suggested('模'), await suggested('漏')]).toEqual([[], ['漏洞']])
})
