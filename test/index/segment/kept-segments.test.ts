/** Generations share the segments that they both have. */

import { expect, test } from 'vitest'
import type { ByteSource, IndexFolder } from '../../../src/index/files/byte-source.ts'
import { openSnapshot, type Snapshot } from '../../../src/index/generation/snapshot.ts'
import { segmentKeeper } from '../../../src/index/segment/kept-segments.ts'
import { viewIndex } from '../../../src/search/lists/index-view.ts'
import { search } from '../../../src/search/search.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { filling } from '../../helpers/filling.ts'
import { memoryFolder } from '../../helpers/memory-folder.ts'
import { memoryFiles } from '../../helpers/memory-index.ts'

const segmenter = dictionarySegmenter(['开源'])
const filesOf = (...numbers: readonly number[]) =>
  memoryFiles(
    numbers.map((number) => [
      { article: { number, title: `开源 ${number}`, body: filling(number, 60_000) } },
    ]),
    segmenter,
  )

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
