/** Furniture and versions read back, in whatever blocks they lie. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STATUSES } from '../../../src/corpus/article.ts'
import { nodeDeflate } from '../../../src/index/disk/deflate.ts'
import { createBlockCache } from '../../../src/index/files/block-cache.ts'
import { memorySource } from '../../../src/index/files/byte-source.ts'
import { ByteWriter } from '../../../src/index/files/bytes.ts'
import { openContainer } from '../../../src/index/files/container.ts'
import {
  decodeFurniture,
  encodeFurniture,
  type FurnitureRecord,
  NO_FURNITURE,
} from '../../../src/index/store/furniture-record.ts'
import { type FurnitureStore, openFurniture } from '../../../src/index/store/furniture-store.ts'
import {
  createFurnitureWriter,
  type FurnitureWriter,
} from '../../../src/index/write/furniture-writer.ts'
import { createMemory } from '../../../src/memory/memory.ts'
import { fileBytes, memoryFolder } from '../../helpers/memory-folder.ts'

/** Few different lines, as menus have them. */
const line = fc.oneof(
  fc.constantFrom('首页', '登录', '', 'About us', '版权所有'),
  fc.string({ unit: 'grapheme', maxLength: 9 }).map((text) => text.toWellFormed()),
)
const removed = fc
  .array(
    fc.record({
      reason: fc.constantFrom('repeated', 'before', 'after', 'menu', 'failed'),
      text: line,
      blocksBefore: fc.nat(3),
    }),
    { maxLength: 20 },
  )
  .map((lines) => {
    let blocksBefore = 0
    return lines.map((one) => {
      blocksBefore += one.blocksBefore
      return { ...one, blocksBefore }
    })
  })
const version = fc.record({
  path: line,
  title: line,
  fetchDate: fc.constantFrom('', '2025-10-02T12:03:13'),
  status: fc.constantFrom('unread' as const, ...STATUSES),
})
const record: fc.Arbitrary<FurnitureRecord> = fc.record({
  versions: fc.array(version, { maxLength: 3 }),
  removed,
})

async function open(
  articles: number,
  fill: (writer: FurnitureWriter) => unknown,
): Promise<FurnitureStore> {
  const bytes = await fileBytes(async (container) => {
    const writer = createFurnitureWriter(container, nodeDeflate)
    await fill(writer)
    writer.finish()
    container.finish()
  })
  const container = await openContainer(memorySource('file', bytes), createBlockCache(1 << 20))
  return openFurniture(container, articles, memoryFolder({}).inflate, createMemory(1 << 20))
}

function storeOf(records: readonly FurnitureRecord[]): Promise<FurnitureStore> {
  return open(records.length, (writer) => {
    for (const one of records) writer.add(one)
  })
}

function readAll(store: FurnitureStore, count: number): Promise<readonly FurnitureRecord[]> {
  return Promise.all(Array.from({ length: count }, (_, article) => store.record(article)))
}

async function gather<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

/** So much that a block ends with every few of them. */
const large = Array.from({ length: 12 }, (_, number): FurnitureRecord => {
  const lines = Array.from({ length: 500 }, (_, i) => `第 ${number} 篇第 ${i} 行${'长'.repeat(60)}`)
  return {
    versions: [],
    removed: lines.map((text) => ({ reason: 'menu', text, blocksBefore: 0 })),
  }
})

describe('a record of furniture', () => {
  test('reads back by its lines', () => {
    fc.assert(
      fc.property(record, (one) => {
        const lines: string[] = []
        const writer = new ByteWriter()
        encodeFurniture(one, writer, (text) => {
          const known = lines.indexOf(text)
          return known >= 0 ? known : lines.push(text) - 1
        })
        expect(decodeFurniture(writer.written, lines)).toEqual(one)
      }),
    )
  })

  test('that points at a line that is not there is damage', () => {
    const writer = new ByteWriter()
    const one = { reason: 'menu', text: '首页', blocksBefore: 0 } as const
    encodeFurniture({ versions: [], removed: [one] }, writer, () => 3)
    expect(() => decodeFurniture(writer.written, ['a', 'b', 'c'])).toThrow('verify')
  })

  test('of any bytes reads or is damage', () => {
    fc.assert(
      fc.property(record, fc.nat(), fc.nat(255), (one, place, byte) => {
        const lines: string[] = []
        const writer = new ByteWriter()
        encodeFurniture(one, writer, (text) => lines.push(text) - 1)
        const bytes = writer.toBytes()
        bytes[place % bytes.length] = byte
        try {
          decodeFurniture(bytes, lines)
        } catch (error) {
          expect(error).toMatchObject({ code: 'index-damaged' })
        }
      }),
      { numRuns: 500 },
    )
  })

  test('that is cut off anywhere is damage', () => {
    const versions = [{ path: 'a.md', title: '甲', fetchDate: '', status: 'unread' as const }]
    const menu = { reason: 'menu', text: '首页', blocksBefore: 300 } as const
    const writer = new ByteWriter()
    encodeFurniture({ versions, removed: [menu] }, writer, () => 0)
    for (let length = 0; length < writer.length; length++) {
      const read = () => decodeFurniture(writer.written.slice(0, length), ['首页'])
      expect(read, `${length}`).toThrow(expect.objectContaining({ code: 'index-damaged' }))
    }
  })

  test('of lines one after the other takes three bytes a line', () => {
    const writer = new ByteWriter()
    const lines = Array.from({ length: 50 }, (_, i) => `${i}`)
    const all = lines.map((text) => ({ reason: 'menu', text, blocksBefore: 0 }) as const)
    encodeFurniture({ versions: [], removed: all }, writer, Number)
    expect(writer.length).toBe(2 + 3 * 50)
  })
})

describe('the store of furniture', () => {
  test('gives every record back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 30 }), async (records) => {
        const store = await storeOf(records)
        expect(await readAll(store, records.length)).toEqual(records)
      }),
      { numRuns: 40 },
    )
  })

  test('parts much furniture into blocks of articles that follow each other', async () => {
    const store = await storeOf(large)
    const blocks = await gather(store.blocks())
    expect(blocks.length).toBeGreaterThan(3)
    let next = 0
    for (const { firstArticle, articles } of blocks) {
      expect(firstArticle).toBe(next)
      next += articles
    }
    expect(next).toBe(large.length)
    expect(await readAll(store, large.length)).toEqual(large)
  })

  test('takes whole blocks of another store among records of its own', async () => {
    const blocks = await gather((await storeOf(large)).blocks())
    const store = await open(large.length + 2, (writer) => {
      writer.add(NO_FURNITURE)
      for (const block of blocks) writer.addBlock(block)
      writer.add(NO_FURNITURE)
    })
    expect(await readAll(store, large.length + 2)).toEqual([NO_FURNITURE, ...large, NO_FURNITURE])
  })

  test('says so when an article has no record', async () => {
    const store = await storeOf([NO_FURNITURE])
    await expect(store.record(1)).rejects.toThrow('file: is not laid out')
    const empty = await storeOf([])
    await expect(empty.record(0)).rejects.toThrow(/file/)
  })
})
