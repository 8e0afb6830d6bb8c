/** A merge in the folder of an index: which articles are left, and which files. What a segment holds then: test/index/merge. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idOf } from '../../../src/index/columns/ids.ts'
import { createBlockCache } from '../../../src/index/files/block-cache.ts'
import { openSegment } from '../../../src/index/segment/segment.ts'
import { createFileNames } from '../../../src/ingest/disk/index-files.ts'
import { mergeInto, type PairsMerger, writePairs } from '../../../src/ingest/disk/merge-into.ts'
import { idOfNumber, type Placed, type SmallArticle } from '../../helpers/memory-index.ts'
import { type IndexOnDisk, indexOnDisk, WORDS } from '../index-on-disk.ts'

const text = fc
  .array(fc.constantFrom(...WORDS, '的', 'CVE-2025-1', '\n'), { maxLength: 8 })
  .map((parts) => parts.join(''))
const article: fc.Arbitrary<Omit<SmallArticle, 'number'>> = fc.record({
  title: text.map((each) => each.replaceAll('\n', '')),
  body: text,
  source: fc.constantFrom('甲报', '乙报', ''),
  date: fc.constantFrom('2025-03-01', ''),
  url: fc.constantFrom('', 'https://a.org/1', 'https://b.org/2'),
})
const placed = fc.tuple(article, fc.boolean())
const segments = fc
  .array(fc.array(placed, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 })
  .map((all) => {
    let number = 0
    return all.map((rows) =>
      rows.map(([each, deleted]): Placed => ({ article: { ...each, number: number++ }, deleted })),
    )
  })

async function withIndex(
  all: readonly (readonly Placed[])[],
  act: (index: IndexOnDisk) => Promise<void>,
): Promise<void> {
  const index = await indexOnDisk(all)
  try {
    await act(index)
  } finally {
    index.end()
  }
}

async function idsIn({ folder }: IndexOnDisk, name: string): Promise<readonly string[]> {
  const segment = await openSegment(folder, name, createBlockCache(0))
  const ids = await segment.column('ids')
  await segment.close()
  return Array.from({ length: ids.length / 2 }, (_, article) => idOf(ids, article))
}

describe('merging', () => {
  test('writes the live articles in their order, the same whoever merges the pairs', async () => {
    await fc.assert(
      fc.asyncProperty(segments, async (all) => {
        await withIndex(all, async (index) => {
          const { folder, manifest, names, bytes } = index
          const before = names()
          const files = createFileNames(8)
          const merger: PairsMerger = (some, name) => writePairs(folder, some, name)
          const merged = await mergeInto(folder, manifest.segments, files)
          const again = await mergeInto(folder, manifest.segments, files, merger)
          const live = all.flat().filter(({ deleted }) => !deleted)
          if (live.length === 0) {
            expect([merged, again, names()]).toEqual([undefined, undefined, before])
            return
          }
          const byteLength = bytes('segment-8').length
          const entry = { articles: live.length, deleted: 0, byteLength }
          expect(merged).toEqual({ ...entry, name: 'segment-8' })
          expect(again).toEqual({ ...entry, name: 'segment-9' })
          expect(await idsIn(index, 'segment-8')).toEqual(
            live.map(({ article: { number } }) => idOfNumber(number)),
          )
          expect(bytes('segment-9').equals(bytes('segment-8'))).toBe(true)
          expect(names()).toEqual([...before, 'segment-8', 'segment-9'].sort())
        })
      }),
      { numRuns: 25 },
    )
  })

  test('waits for the pairs and throws their error, and leaves no file of them', async () => {
    const row = (number: number): Placed => ({ article: { number, title: '苹果', body: '模型' } })
    await withIndex([[row(1)], [row(2)]], async ({ folder, manifest, names }) => {
      const before = names()
      const merger: PairsMerger = async (some, name) => {
        await writePairs(folder, some, name)
        throw new Error('the thread broke')
      }
      const names9 = createFileNames(9)
      await expect(mergeInto(folder, manifest.segments, names9, merger)).rejects.toThrow(
        'the thread broke',
      )
      // The half of a segment goes with the next run, see removeUnnamedFiles.
      expect(names()).toEqual([...before, 'segment-9'].sort())
    })
  })
})
