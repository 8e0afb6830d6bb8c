/** A generation as it is opened, while others write, and where its parts do not belong together. */

import { describe, expect, test } from 'vitest'
import type { IndexFolder } from '../../../src/index/files/byte-source.ts'
import {
  MANIFEST_NAME,
  type Manifest,
  printManifest,
  readManifest,
} from '../../../src/index/files/manifest.ts'
import { openSnapshot, type Snapshot } from '../../../src/index/generation/snapshot.ts'
import { writeSuggestions } from '../../../src/index/write/suggestions-writer.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { fileBytes, memoryFolder } from '../../helpers/memory-folder.ts'
import { memoryFiles, type Placed } from '../../helpers/memory-index.ts'

type Files = Readonly<Record<string, Uint8Array>>

const segmenter = dictionarySegmenter(['开源'])
const placed = (number: number, deleted = false): Placed => ({
  article: { number, title: `开源 ${number}`, body: '开源模型' },
  deleted,
})

async function manifestIn(files: Files): Promise<Manifest> {
  const manifest = await readManifest(memoryFolder(files))
  if (manifest === undefined) throw new Error('no manifest')
  return manifest
}

/** The files with another manifest. */
async function withManifest(
  files: Files,
  change: (manifest: Manifest) => Partial<Manifest>,
): Promise<Files> {
  const manifest = await manifestIn(files)
  const text = printManifest({ ...manifest, ...change(manifest) })
  return { ...files, [MANIFEST_NAME]: new TextEncoder().encode(text) }
}

/** The files of a generation: its number is that of its segment, its suggestions and its only article. */
async function generation(number: number): Promise<Files> {
  const {
    'segment-0': segment,
    'suggestions-0': suggestions,
    ...rest
  } = await memoryFiles([[placed(number)]], segmenter)
  const [name, words] = [`segment-${number}`, `suggestions-${number}`]
  const files = {
    ...rest,
    [name]: segment ?? new Uint8Array(),
    [words]: suggestions ?? new Uint8Array(),
  }
  return withManifest(files, ({ segments }) => ({
    generation: number,
    suggestions: words,
    segments: segments.map((entry) => ({ ...entry, name })),
  }))
}

async function titlesIn({ segments }: Snapshot): Promise<readonly string[]> {
  const titles: string[] = []
  for (const { segment, deleted } of segments)
    for (let article = 0; article < segment.meta.articles; article++)
      if (!deleted.has(article)) titles.push((await segment.articles.record(article)).title)
  return titles
}

/** The folder, how many of its files are open, and how often its manifest was read. */
function watched(folder: IndexFolder) {
  const counts = { open: 0, manifests: 0 }
  const watching: IndexFolder = {
    ...folder,
    readText(name) {
      counts.manifests++
      return folder.readText(name)
    },
    async open(name) {
      const source = await folder.open(name)
      counts.open++
      return { ...source, close: async () => void counts.open-- }
    },
  }
  return { folder: watching, counts }
}

/** A folder in which a writer puts the next generation in the place of the last one each time a file is asked for, so often. */
function replacedFolder(generations: readonly Files[], writes: number): IndexFolder {
  let [current, asked] = [0, 0]
  const files = () => generations[current] ?? {}
  return {
    ...memoryFolder({}),
    readText: (name) => memoryFolder(files()).readText(name),
    open(name) {
      if (asked++ < writes) current++
      return memoryFolder(files()).open(name)
    },
  }
}

describe('a snapshot', () => {
  test('counts its articles and bytes, and knows those that are deleted', async () => {
    const segments = [[placed(1), placed(2, true), placed(3)], [placed(4)]]
    const files = await memoryFiles(segments, segmenter)
    const snapshot = await openSnapshot(memoryFolder(files))
    expect(snapshot.articles).toBe(3)
    expect(snapshot.segments.map(({ deletedCount }) => deletedCount)).toEqual([1, 0])
    expect(await titlesIn(snapshot)).toEqual(['开源 1', '开源 3', '开源 4'])
    const lengths = ['segment-0', 'segment-1'].map((name) => files[name]?.length ?? 0)
    expect(snapshot.byteLength).toBe(lengths.reduce((a, b) => a + b))
    expect(snapshot.manifest).toEqual(await manifestIn(files))
    await snapshot.close()
  })

  test('reads its suggestions when they are asked for, once, though they are gone by then', async () => {
    const words = [{ text: '开源', articles: 1 }]
    const suggestions = await fileBytes((container) =>
      writeSuggestions(container, { words, sources: [] }),
    )
    const files = { ...(await memoryFiles([[placed(1)]], segmenter)), 'suggestions-0': suggestions }
    let isGone = false
    const inner = memoryFolder(files)
    const folder: IndexFolder = {
      ...inner,
      open: (name) => (isGone ? Promise.reject(new Error('gone')) : inner.open(name)),
    }
    const snapshot = await openSnapshot(folder)
    isGone = true
    expect(await snapshot.suggestions()).toEqual({ words, sources: [] })
    expect(snapshot.suggestions()).toBe(snapshot.suggestions())
  })

  test('of other suggestions has another mark', async () => {
    const files = await memoryFiles([[placed(1)]], segmenter)
    const other = await fileBytes((container) =>
      writeSuggestions(container, { words: [{ text: '漏洞', articles: 1 }], sources: [] }),
    )
    const markOf = async (changed: Files) =>
      (await openSnapshot(memoryFolder({ ...files, ...changed }))).suggestionsMark()
    expect(await markOf({})).toBe(await markOf({}))
    expect(await markOf({ 'suggestions-0': other })).not.toBe(await markOf({}))
  })
})

describe('while a writer replaces the generation', () => {
  test('the newest that is whole is opened', async () => {
    const generations = await Promise.all([1, 2, 3, 4].map(generation))
    for (const writes of [0, 1, 2, 3]) {
      const { folder, counts } = watched(replacedFolder(generations, writes))
      const snapshot = await openSnapshot(folder)
      expect(snapshot.manifest.generation).toBe(writes + 1)
      expect(await titlesIn(snapshot)).toEqual([`开源 ${writes + 1}`])
      await snapshot.close()
      await new Promise(setImmediate)
      expect(counts.open).toBe(0)
    }
  })

  test('files are not opened for ever', async () => {
    const files = await generation(1)
    let number = 0
    const { folder, counts } = watched({
      ...memoryFolder({}),
      readText: async () => {
        const changed = await withManifest(files, () => ({ generation: ++number }))
        return new TextDecoder().decode(changed[MANIFEST_NAME])
      },
    })
    await expect(openSnapshot(folder)).rejects.toThrow('no file suggestions-1')
    // Each attempt reads it before and after.
    expect(counts.manifests).toBe(20)
  })

  test('an index that is removed meanwhile is not there', async () => {
    const { [MANIFEST_NAME]: manifest = new Uint8Array(0) } = await generation(1)
    const texts = [new TextDecoder().decode(manifest), undefined, undefined]
    const folder = { ...memoryFolder({}), readText: async () => texts.shift() }
    await expect(openSnapshot(folder)).rejects.toMatchObject({
      code: 'index-missing',
      message: 'memory: no index here; build one with "souwen index"',
    })
  })

  test('a fault is told at once where the generation is the same', async () => {
    const { 'segment-1': _, ...files } = await generation(1)
    const { folder, counts } = watched(memoryFolder(files))
    await expect(openSnapshot(folder)).rejects.toThrow('no file segment-1')
    expect(counts).toEqual({ open: 0, manifests: 2 })
  })
})

describe('files that do not belong together are refused by name, and closed', async () => {
  const files = await memoryFiles([[placed(1), placed(2, true)], [placed(3)]], segmenter)
  const entries = (change: Partial<Manifest['segments'][number]>) =>
    withManifest(files, ({ segments }) => ({
      segments: segments.map((entry, place) => (place === 0 ? { ...entry, ...change } : entry)),
    }))

  test.each([
    ['a segment of another length', { byteLength: 7 }, 'segment-0'],
    ['a segment of other articles', { articles: 3 }, 'segment-0'],
    ['other deletions', { deleted: 2 }, 'deletions-0'],
    ['a segment in the place of deletions', { deletions: 'segment-1' }, 'segment-1'],
  ])('%s', async (_fact, change, name) => {
    const { folder, counts } = watched(memoryFolder(await entries(change)))
    const opened = openSnapshot(folder)
    await expect(opened).rejects.toMatchObject({ code: 'index-damaged' })
    await expect(opened).rejects.toThrow(new RegExp(`^${name}: .*rebuild with`))
    await new Promise(setImmediate)
    expect(counts.open).toBe(0)
  })
})
