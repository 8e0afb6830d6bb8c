/** Where blocks lie, beside a plain list of them. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBlockCache } from '../../../src/index/files/block-cache.ts'
import { memorySource } from '../../../src/index/files/byte-source.ts'
import { openContainer } from '../../../src/index/files/container.ts'
import { type BlockPlaces, readBlockPlaces } from '../../../src/index/store/block-places.ts'
import { createBlocksWriter } from '../../../src/index/write/blocks-writer.ts'
import { fileBytes } from '../../helpers/memory-folder.ts'

interface Block {
  readonly articles: number
  readonly byteLength: number
  readonly fact: number
}

const block: fc.Arbitrary<Block> = fc.record({
  articles: fc.integer({ min: 1, max: 9 }),
  byteLength: fc.nat(40),
  fact: fc.nat(0xffffffff),
})

const articlesIn = (blocks: readonly Block[]) =>
  blocks.reduce((sum, { articles }) => sum + articles, 0)

async function placesOf(blocks: readonly Block[]): Promise<BlockPlaces> {
  const bytes = await fileBytes((container) => {
    const writer = createBlocksWriter(container, 'pages')
    for (const { byteLength, articles, fact } of blocks)
      writer.add(new Uint8Array(byteLength), articles, fact)
    writer.finish()
    container.finish()
  })
  const container = await openContainer(memorySource('file', bytes), createBlockCache(0))
  const data = container.section('pages')
  return readBlockPlaces(container.section('pages.index'), articlesIn(blocks), data.byteLength)
}

describe('the places of blocks', () => {
  test('are those in which they were written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 30 }), async (blocks) => {
        const places = await placesOf(blocks)
        let [firstArticle, offset] = [0, 0]
        expect(places.count).toBe(blocks.length)
        for (const [number, { articles, byteLength, fact }] of blocks.entries()) {
          expect(places.firstArticle(number)).toBe(firstArticle)
          expect(places.articles(number)).toBe(articles)
          expect(places.offset(number)).toBe(offset)
          expect(places.byteLength(number)).toBe(byteLength)
          expect(places.fact(number)).toBe(fact)
          firstArticle += articles
          offset += byteLength
        }
      }),
    )
  })

  test('lead from every article to its block', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 30 }), async (blocks) => {
        const places = await placesOf(blocks)
        const expected = blocks.flatMap(({ articles }, number) => Array(articles).fill(number))
        const found = expected.map((_, article) => places.blockOf(article))
        expect(found).toEqual(expected)
      }),
    )
  })

  test('are none where there are no articles', async () => {
    const places = await placesOf([])
    expect([places.count, places.blockOf(0)]).toEqual([0, -1])
  })

  test('lie beyond 4 GiB where there is so much before them', async () => {
    const row = new DataView(new ArrayBuffer(32))
    row.setFloat64(8, 0, true)
    row.setUint32(16, 7, true)
    row.setFloat64(24, 5_000_000_000, true)
    const section = {
      byteLength: 32,
      read: () => Promise.reject(new Error('all of it is read at once')),
      readAll: async () => new Uint8Array(row.buffer),
    }
    const places = await readBlockPlaces(section, 9, 5_000_000_123)
    expect([places.offset(1), places.byteLength(0), places.byteLength(1)]).toEqual([
      5_000_000_000, 5_000_000_000, 123,
    ])
  })
})
