/** Titles and labels as a dictionary, beside a plain map. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTextsBuilder } from '../../../src/index/build/texts-builder.ts'
import { createBlockCache } from '../../../src/index/files/block-cache.ts'
import { memorySource } from '../../../src/index/files/byte-source.ts'
import { openContainer } from '../../../src/index/files/container.ts'
import { createPostings, decodePairPostings } from '../../../src/index/postings/postings.ts'
import { MAX_TERM_BYTES } from '../../../src/index/terms/term-blocks.ts'
import { openCursor } from '../../../src/index/terms/term-cursor.ts'
import { fileBytes } from '../../helpers/memory-folder.ts'

type Row = readonly [text: string, article: number]

/** What is read of texts that were added: each with its articles, in the order of the dictionary. */
async function written(rows: readonly Row[], name: 'titles' | 'labels' = 'titles') {
  const bytes = await fileBytes((container) => {
    const builder = createTextsBuilder(name)
    for (const [text, article] of rows) builder.add(text, article)
    builder.write(container)
    container.finish()
  })
  const container = await openContainer(memorySource('file', bytes), createBlockCache(0))
  const cursor = await openCursor(container, name)
  const found: [string, number[]][] = []
  const postings = createPostings()
  while (cursor.step() || (await cursor.load())) {
    decodePairPostings(cursor.postings(), cursor.at.documentFrequency, postings)
    const articles = [...postings.articles.subarray(0, postings.count)]
    found.push([new TextDecoder().decode(cursor.at.term), articles])
  }
  return found
}

/** Few texts, so that many articles have one; some of them differ in the order of UTF-8 and of UTF-16. */
const text = fc.oneof(
  fc.constantFrom('首页', '', '\uff5e', '𠮷野家', '首页 ', 'a', 'ab'),
  fc.string({ unit: 'grapheme', maxLength: 4 }).map((one) => one.toWellFormed()),
)
const rows = fc.array(fc.tuple(text, fc.nat(2)), { maxLength: 60 }).map((steps): Row[] => {
  let article = 0
  return steps.map(([one, step]) => {
    article += step
    return [one, article]
  })
})

describe('texts', () => {
  test('are each there once, by their bytes, with every article that has them once', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const expected = new Map<string, Set<number>>()
        for (const [one, article] of all)
          if (one !== '') expected.set(one, (expected.get(one) ?? new Set()).add(article))
        const sorted = [...expected].sort(([a], [b]) =>
          Buffer.compare(Buffer.from(a), Buffer.from(b)),
        )
        expect(await written(all)).toEqual(sorted.map(([one, set]) => [one, [...set]]))
      }),
      { numRuns: 60 },
    )
  })

  test('are in the order of UTF-8, which is not that of UTF-16', async () => {
    const found = await written([
      ['𠮷', 0],
      ['\uff5e', 1],
    ])
    expect(found.map(([one]) => one)).toEqual(['\uff5e', '𠮷'])
  })

  test('may be as long as any term, and not longer', async () => {
    const longest = '长'.repeat(Math.floor(MAX_TERM_BYTES / 3)).padEnd(684, 'x')
    expect(new TextEncoder().encode(longest)).toHaveLength(MAX_TERM_BYTES)
    expect(await written([[longest, 3]], 'labels')).toEqual([[longest, [3]]])
    await expect(written([[`${longest}x`, 3]], 'labels')).rejects.toThrow()
  })

  test('are none of nothing', async () => {
    expect(await written([])).toEqual([])
    expect(await written([['', 4]])).toEqual([])
  })
})
