import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildIndex, openIndex } from '../../../src/engine.ts'
import { nodeFolder } from '../../../src/index/disk/node-folder.ts'
import { readManifest } from '../../../src/index/files/manifest.ts'
import { openSnapshot } from '../../../src/index/generation/snapshot.ts'
import { MOST_BEHIND } from '../../../src/ingest/suggestions/update-suggestions.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../../helpers/archive-folder.ts'

const ARTICLES = 300
const TOPICS = ['苹果', '漏洞', '检索', '供应链', '模型']

let archive: ArchiveFolder
beforeEach(() => {
  archive = archiveFolder()
})
afterEach(() => archive.end())

function write(number: number, topic: string): void {
  const url = `https://${number}.example.org/`
  const body = `第 ${number} 篇说的是${topic}，编辑部整理了说明。`
  archive.write(`${number}.md`, fetchedFile({ title: `${topic} ${number}`, url, body }))
}

function writeArchive(articles: number): void {
  for (let n = 0; n < articles; n++) write(n, TOPICS[n % TOPICS.length] ?? '')
}

const update = (index = archive.index, options = {}) =>
  buildIndex({ corpus: archive.corpus, index, threads: 0, ...options })

async function suggestionsOf(index = archive.index) {
  const snapshot = await openSnapshot(nodeFolder(index))
  const suggestions = await snapshot.suggestions()
  await snapshot.close()
  return suggestions
}

async function suggestionsOfFull() {
  const index = archive.otherIndex()
  await update(index)
  return suggestionsOf(index)
}

const manifestOf = async () => {
  const manifest = await readManifest(nodeFolder(archive.index))
  return { file: manifest?.suggestions, behind: manifest?.suggestionsBehind ?? 0 }
}

async function total(query: string): Promise<number> {
  const backend = await openIndex(archive.index)
  const found = await backend.search({ query, limit: 1, offset: 0, sort: 'relevance' })
  await backend.close()
  return found.total
}

describe('what can be suggested', () => {
  test('is as it was for as long as hardly an article has changed, and is counted anew then', async () => {
    writeArchive(ARTICLES)
    await update()
    const { file } = await manifestOf()
    write(0, '量子')
    write(ARTICLES, '量子')
    await update()
    expect(await manifestOf()).toEqual({ file, behind: 2 })
    expect(await total('量子')).toBe(2)
    archive.remove('1.md')
    await update()
    expect(await manifestOf()).toEqual({ file, behind: 3 })
    // Nothing new: nothing more is behind.
    await update()
    expect(await manifestOf()).toEqual({ file, behind: 3 })
    archive.remove('2.md')
    await update()
    expect((await manifestOf()).behind).toBe(0)
    expect(await suggestionsOf()).toEqual(await suggestionsOfFull())
  })

  test('never counts an article more or less than have changed since, and those are few', async () => {
    writeArchive(ARTICLES)
    await update()
    const behind: number[] = []
    for (let step = 0; step < 8; step++) {
      if (step % 3 === 2) archive.remove(`${step}.md`)
      else write(step, TOPICS[(step * 2) % TOPICS.length] ?? '')
      await update()
      behind.push((await manifestOf()).behind)
      const now = new Map((await suggestionsOf()).words.map((word) => [word.text, word.articles]))
      for (const { text, articles } of (await suggestionsOfFull()).words)
        expect(Math.abs((now.get(text) ?? 0) - articles)).toBeLessThanOrEqual(behind.at(-1) ?? 0)
    }
    expect(Math.max(...behind)).toBeLessThanOrEqual(ARTICLES * MOST_BEHIND)
    expect(Math.max(...behind)).toBeGreaterThan(0)
    expect(behind.filter((count) => count === 0).length).toBeGreaterThan(0)
  })

  test('is counted anew in every full build and by --optimize', async () => {
    writeArchive(ARTICLES)
    await update()
    for (const [word, options] of [
      ['量子', { full: true }],
      ['苹果', { optimize: true }],
    ] as const) {
      write(5, word)
      await update()
      expect((await manifestOf()).behind).toBe(1)
      await update(archive.index, options)
      expect((await manifestOf()).behind).toBe(0)
    }
  })

  test('is counted anew each time in an archive of less than a hundred', async () => {
    writeArchive(99)
    await update()
    write(0, '量子')
    await update()
    expect((await manifestOf()).behind).toBe(0)
    expect(await suggestionsOf()).toEqual(await suggestionsOfFull())
  })
})
