/** Generations share the segments that they both have. */

import { expect, test } from 'vitest'
import {
  type ByteSource,
  type IndexFolder,
  memorySource,
} from '../../../src/index/files/byte-source.ts'
import { openSnapshot, type Snapshot } from '../../../src/index/generation/snapshot.ts'
import { markOf, segmentKeeper } from '../../../src/index/segment/kept-segments.ts'
import { createMemory } from '../../../src/memory/memory.ts'
import { viewIndex } from '../../../src/search/lists/index-view.ts'
import { search } from '../../../src/search/search.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { filling } from '../../helpers/filling.ts'
import { memoryFolder } from '../../helpers/memory-folder.ts'
import { memoryFiles } from '../../helpers/memory-index.ts'

const segmenter = dictionarySegmenter(['开源'])
/** Segments of an article each. What has been built once serves all tests. */
const built = new Map<string, ReturnType<typeof memoryFiles>>()
function filesOf(...numbers: readonly number[]): ReturnType<typeof memoryFiles> {
  const known = built.get(String(numbers)) ?? memoryFiles(numbers.map(segmentOf), segmenter)
  built.set(String(numbers), known)
  return known
}

/** An article of several blocks. */
function segmentOf(number: number) {
  return [{ article: { number, title: `开源 ${number}`, body: filling(number, 30_000) } }]
}

/** The folder, and of each of its segments how many bytes were read and how many files are open. */
function watched(files: Readonly<Record<string, Uint8Array>>) {
  const read = new Map<string, number>()
  const open = new Map<string, number>()
  const count = (counts: Map<string, number>, name: string, by: number) =>
    counts.set(name, (counts.get(name) ?? 0) + by)
  const inner = memoryFolder(files)
  async function openWatched(name: string): Promise<ByteSource> {
    const source = await inner.open(name)
    count(open, name, 1)
    return {
      ...source,
      read(offset, length) {
        count(read, name, length)
        return source.read(offset, length)
      },
      async close() {
        count(open, name, -1)
      },
    }
  }
  const folder: IndexFolder = { ...inner, open: openWatched }
  return { folder, readOf: (name: string) => read.get(name) ?? 0, open }
}

async function titlesIn(snapshot: Snapshot): Promise<readonly string[]> {
  const request = { query: '开源', limit: 9, offset: 0, sort: 'relevance' as const }
  const { hits } = await search(await viewIndex(snapshot), request)
  return hits.map(({ title }) => title).sort()
}

test('a generation reads of segments that are open already no more than tells that they are the same', async () => {
  const [one, two] = [await filesOf(1), await filesOf(1, 2)]
  expect(one['segment-0']).toEqual(two['segment-0'])
  const { folder, readOf, open } = watched({ ...two })
  const keeper = segmentKeeper()
  const first = await openSnapshot({ ...folder, readText: memoryFolder(one).readText }, keeper)
  expect(await titlesIn(first)).toEqual(['开源 1'])
  const before = readOf('segment-0')
  const second = await openSnapshot(folder, keeper)
  expect(readOf('segment-0') - before).toBeLessThan(100)
  expect(await titlesIn(second)).toEqual(['开源 1', '开源 2'])
  await first.close()
  await first.close()
  expect(await titlesIn(second)).toEqual(['开源 1', '开源 2'])
  expect(open.get('segment-0')).toBe(1)
  await second.close()
  await new Promise(setImmediate)
  expect([open.get('segment-0'), open.get('segment-1')]).toEqual([0, 0])
})

test('a segment of the same name in another index is another', async () => {
  const keeper = segmentKeeper()
  const first = await openSnapshot(memoryFolder(await filesOf(1)), keeper)
  const second = await openSnapshot(memoryFolder(await filesOf(7)), keeper)
  expect([await titlesIn(first), await titlesIn(second)]).toEqual([['开源 1'], ['开源 7']])
  await first.close()
  expect(await titlesIn(second)).toEqual(['开源 7'])
  await second.close()
})

test('one that cannot be opened is left by all who asked, and opened anew by the next', async () => {
  const files = await filesOf(1)
  const bytes = files['segment-0']?.slice() ?? new Uint8Array()
  bytes[bytes.length - 30] = (bytes.at(-30) ?? 0) ^ 1
  const { folder, open } = watched({ ...files, 'segment-0': bytes })
  const keeper = segmentKeeper()
  const failures = [openSnapshot(folder, keeper), openSnapshot(folder, keeper)]
  for (const { status } of await Promise.allSettled(failures)) expect(status).toBe('rejected')
  expect(new Set(open.values())).toEqual(new Set([0]))
  expect(await titlesIn(await openSnapshot(memoryFolder(files), keeper))).toEqual(['开源 1'])
})

test('two who ask at the same time share one segment, until both have closed it', async () => {
  const { folder, readOf, open } = watched(await filesOf(1))
  const keeper = segmentKeeper()
  const [first, second] = await Promise.all([
    keeper.open(folder, 'segment-0'),
    keeper.open(folder, 'segment-0'),
  ])
  expect(open.get('segment-0')).toBe(1)
  const once = readOf('segment-0')
  const third = await keeper.open(folder, 'segment-0')
  expect(readOf('segment-0') - once).toBeLessThan(100)
  expect(third.articles).toBe(first.articles)
  await first.close()
  await first.close()
  await third.close()
  expect((await second.articles.record(0)).title).toBe('开源 1')
  expect(open.get('segment-0')).toBe(1)
  await second.close()
  await new Promise(setImmediate)
  expect(open.get('segment-0')).toBe(0)
})

test('a segment that everybody has closed is opened anew', async () => {
  const { folder, readOf } = watched(await filesOf(1))
  const keeper = segmentKeeper()
  await (await keeper.open(folder, 'segment-0')).close()
  const before = readOf('segment-0')
  const again = await keeper.open(folder, 'segment-0')
  expect(readOf('segment-0') - before).toBeGreaterThan(1_000)
  await again.close()
})

test('a file that cannot be read even at its end is closed', async () => {
  const { folder, open } = watched(await filesOf(1))
  const broken: IndexFolder = {
    ...folder,
    async open(name) {
      const source = await folder.open(name)
      return { ...source, read: () => Promise.reject(new Error('EIO')) }
    },
  }
  await expect(segmentKeeper().open(broken, 'segment-0')).rejects.toThrow('EIO')
  expect(open.get('segment-0')).toBe(0)
})

test('what is read of segments is counted to the memory that the keeper was given', async () => {
  const memory = createMemory()
  const keeper = segmentKeeper(memory)
  expect(keeper.memory).toBe(memory)
  const bytesOf = (name: string) => memory.usage().find((usage) => usage.name === name)?.bytes ?? 0
  expect([bytesOf('blocks'), bytesOf('records')]).toEqual([0, 0])
  const segment = await keeper.open(memoryFolder(await filesOf(1)), 'segment-0')
  await segment.articles.record(0)
  expect(bytesOf('blocks')).toBeGreaterThan(30_000)
  await segment.close()
})

test('a mark tells names, lengths and ends of files apart, also of short ones', async () => {
  const mark = (name: string, ...bytes: readonly number[]) =>
    markOf(memorySource(name, Uint8Array.from(bytes)))
  const marks = await Promise.all([
    mark('a', 1, 2),
    mark('b', 1, 2),
    mark('a', 1, 3),
    mark('a', 0, 1, 2),
    mark('a'),
  ])
  expect(new Set(marks).size).toBe(marks.length)
  expect(await mark('a', 1, 2)).toBe(marks[0])
})
