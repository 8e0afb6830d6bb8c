/** Sketches, hashes of titles and sets of articles, beside plain arrays and sets. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Bitmap } from '../../../src/index/columns/bitmap.ts'
import { readSketches, type Sketches, type SketchRow } from '../../../src/index/columns/sketches.ts'
import { titleHash, titleHashes } from '../../../src/index/columns/title-hash.ts'
import { createBlockCache } from '../../../src/index/files/block-cache.ts'
import { memorySource } from '../../../src/index/files/byte-source.ts'
import { openContainer } from '../../../src/index/files/container.ts'
import { writeSketches } from '../../../src/index/write/sketches-writer.ts'
import { SKETCH_SLOTS } from '../../../src/text/shingles.ts'
import { fileBytes } from '../../helpers/memory-folder.ts'

async function sketchesOf(rows: readonly SketchRow[]): Promise<Sketches> {
  const bytes = await fileBytes((container) => {
    writeSketches(container, rows)
    container.finish()
  })
  return readSketches(await openContainer(memorySource('file', bytes), createBlockCache(0)))
}

/** Few different slots, so that bands are shared. */
const sketch = fc
  .array(fc.nat(2), { minLength: SKETCH_SLOTS, maxLength: SKETCH_SLOTS })
  .map((slots) => Uint16Array.from(slots, (slot) => slot * 30_000))
const rows = fc
  .uniqueArray(fc.nat(60), { maxLength: 20 })
  .chain((articles) =>
    fc.tuple(
      ...articles
        .sort((a, b) => a - b)
        .map((article) => fc.record({ article: fc.constant(article), sketch })),
    ),
  )

function shareBand(a: Uint16Array, b: Uint16Array): boolean {
  return a.some((slot, at) => at % 2 === 0 && slot === b[at] && a[at + 1] === b[at + 1])
}

describe('sketches', () => {
  test('read back, one by one and all in order', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const sketches = await sketchesOf(all)
        expect([...sketches.rows()]).toEqual(all)
        for (let article = 0; article <= 61; article++)
          expect(sketches.of(article)).toEqual(all.find((row) => row.article === article)?.sketch)
      }),
      { numRuns: 50 },
    )
  })

  test('are found by a band that they share, in the same place', async () => {
    await fc.assert(
      fc.asyncProperty(rows, sketch, async (all, wanted) => {
        const sketches = await sketchesOf(all)
        const expected = all.filter((row) => shareBand(row.sketch, wanted))
        expect(sketches.withBandOf(wanted)).toEqual(expected.map(({ article }) => article))
      }),
      { numRuns: 50 },
    )
  })
})

describe('hashes of titles', () => {
  test.each([
    ['漏洞通报：【更新】 Redis 7.2', '漏洞通报更新redis 7·2'],
    ['ＣＶＥ－２０２５', 'cve-2025'],
    ['  Two   words ', 'two words'],
  ])('%s is the same title as %s', (a, b) => {
    expect(titleHashes(a)).toEqual(titleHashes(b))
  })

  test('tell other titles apart', () => {
    const titles = [
      'C++ 教程 第一部分',
      'C 教程 第一部分',
      'Redis 7.2 released',
      'Redis 72 released',
    ]
    expect(new Set(titles.map(titleHash)).size).toBe(titles.length)
    expect(new Set(titles.map((title) => titleHashes(title).longTitle)).size).toBe(titles.length)
  })

  test('have no long title for one that tells nothing', () => {
    for (const title of ['', '首页', '登录', 'Untitl']) expect(titleHashes(title).longTitle).toBe(0)
    expect(titleHashes('供应链安全周报第三期').longTitle).not.toBe(0)
  })

  test('are those of the column', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        expect(titleHashes(title).titleHash).toBe(titleHash(title))
      }),
    )
  })
})

test('a bitmap is a set, and a copy is its own', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(99)), fc.nat(99), (articles, more) => {
      const bitmap = new Bitmap(100)
      for (const article of articles) bitmap.add(article)
      const copy = bitmap.copy()
      copy.add(more)
      const expected = new Set(articles)
      for (let article = 0; article < 100; article++) {
        expect(bitmap.has(article)).toBe(expected.has(article))
        expect(copy.has(article)).toBe(expected.has(article) || article === more)
      }
      expect(bitmap.has(100)).toBe(false)
    }),
  )
})
