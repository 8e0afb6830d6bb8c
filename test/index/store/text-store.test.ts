import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nodeDeflate } from '../../../src/index/disk/deflate.ts'
import { createBlockCache } from '../../../src/index/files/block-cache.ts'
import { memorySource } from '../../../src/index/files/byte-source.ts'
import { openContainer } from '../../../src/index/files/container.ts'
import { DICTIONARY_BYTES, openTexts, type TextStore } from '../../../src/index/store/text-store.ts'
import { createBlocksWriter } from '../../../src/index/write/blocks-writer.ts'
import { createTextWriter, type TextWriter } from '../../../src/index/write/text-store-writer.ts'
import { createMemory } from '../../../src/memory/memory.ts'
import { fileBytes, memoryFolder } from '../../helpers/memory-folder.ts'

/** Records of running text that share words but no sentences; `salt` makes those of another segment. */
function records(count: number, salt: number, units = 900): readonly Uint8Array[] {
  const words = ['开源', '模型', '检索', '数据', '，', '系统', '安全', '的', '研究', '。', '更新']
  return Array.from({ length: count }, (_, number) => {
    let [text, state] = [`${salt}/${number} `, number * 7919 + salt]
    while (text.length < units) {
      state = (state * 1103515245 + 12345) & 0x7fffffff
      text += words[state % words.length]
    }
    return new TextEncoder().encode(text)
  })
}

async function store(count: number, fill: (writer: TextWriter) => unknown): Promise<TextStore> {
  const bytes = await fileBytes(async (container) => {
    const writer = createTextWriter(container, 'articles', nodeDeflate)
    await fill(writer)
    writer.finish()
    container.finish()
  })
  const container = await openContainer(memorySource('segment-1', bytes), createBlockCache(1 << 20))
  return openTexts(container, 'articles', count, memoryFolder({}).inflate, createMemory())
}

const storeOf = (all: readonly Uint8Array[]) =>
  store(all.length, (writer) => {
    for (const record of all) writer.add(record)
  })

async function expectRecords(texts: TextStore, all: readonly Uint8Array[]): Promise<void> {
  for (const [article, record] of all.entries())
    expect(Buffer.compare(await texts.bytes(article), record)).toBe(0)
}

async function blocksOf(texts: TextStore) {
  const blocks = []
  for await (const block of texts.blocks()) blocks.push(block)
  return blocks
}

describe('records read back', () => {
  test.each([
    ['none', []],
    ['a few, packed without a dictionary', records(63, 1)],
    ['enough for a dictionary', records(64, 1)],
    ['more than one dictionary is made for', records(1800, 1)],
    ['short ones only', records(300, 1, 40)],
  ])('%s', async (_fact, all) => {
    await expectRecords(await storeOf(all), all)
  })

  test('any of them, in any order', async () => {
    const all = [...records(100, 1), new Uint8Array(0), ...records(90, 2, 30)]
    const texts = await storeOf(all)
    await fc.assert(
      fc.asyncProperty(fc.nat(all.length - 1), async (article) => {
        expect(Buffer.compare(await texts.bytes(article), all[article] ?? Buffer.from('?'))).toBe(0)
      }),
    )
  })

  test('of an article that is not there there is none', async () => {
    await expect((await storeOf(records(70, 1))).bytes(70)).rejects.toMatchObject({
      code: 'index-damaged',
    })
    await expect((await storeOf([])).bytes(0)).rejects.toMatchObject({ code: 'index-damaged' })
  })
})

test('with a dictionary they take less than without', async () => {
  const lengthOf = async (texts: TextStore) =>
    (await blocksOf(texts)).reduce((sum, { bytes }) => sum + bytes.length, 0)
  const [few, many] = [records(60, 1, 400), records(600, 1, 400)]
  const [without, withOne] = [
    await lengthOf(await storeOf(few)),
    await lengthOf(await storeOf(many)),
  ]
  expect(withOne / many.length).toBeLessThan((without / few.length) * 0.9)
})

describe('merging', () => {
  const [left, right, small] = [records(150, 1), records(150, 2), records(5, 3)]

  test('whole blocks keep the dictionaries that they were packed with', async () => {
    const inputs = [await storeOf(left), await storeOf(small), await storeOf(right)]
    const all = [...left, ...small, ...right]
    const merged = await store(all.length, async (writer) => {
      for (const input of inputs)
        for (const { dictionary, ...block } of await blocksOf(input)) {
          if (dictionary !== undefined) writer.addBlock({ ...block, dictionary })
          else
            for (let i = 0; i < block.articles; i++)
              writer.add(await input.bytes(block.firstArticle + i))
        }
    })
    await expectRecords(merged, all)
    const used = new Set((await blocksOf(merged)).map(({ dictionary }) => dictionary))
    expect(used.size).toBe(2)
    expect(used.has(undefined)).toBe(false)
  })

  test('a dictionary that comes again is kept once', async () => {
    const blocks = await blocksOf(await storeOf(left))
    const twice = await store(left.length * 2, (writer) => {
      for (const { dictionary, ...block } of [...blocks, ...blocks])
        if (dictionary !== undefined) writer.addBlock({ ...block, dictionary })
    })
    await expectRecords(twice, [...left, ...left])
    expect(new Set((await blocksOf(twice)).map(({ dictionary }) => dictionary)).size).toBe(1)
  })
})

describe('blocks', () => {
  const bytesOf = (length: number, fill: number) => new Uint8Array(length).fill(fill)

  test('end at two kilobytes: a long record by itself, short ones with their neighbours', async () => {
    const all = [3_000, 1_000, 1_000, 100, 2_046, 2_045, 1, 10].map(bytesOf)
    const blocks = await blocksOf(await storeOf(all))
    expect(blocks.map(({ firstArticle, articles }) => [firstArticle, articles])).toEqual([
      [0, 1],
      [1, 3],
      [4, 1],
      [5, 2],
      [7, 1],
    ])
    expect(blocks.every(({ dictionary }) => dictionary === undefined)).toBe(true)
  })

  test('are walked from front to back, each read once, whichever records are asked for', async () => {
    const all = records(120, 4, 300)
    const texts = await storeOf(all)
    const wanted = fc.subarray([...all.keys()])
    await fc.assert(
      fc.asyncProperty(wanted, async (articles) => {
        const visited: number[] = []
        await texts.each(articles, (article, record) => {
          visited.push(article)
          expect(Buffer.compare(record, all[article] ?? Buffer.from('?'))).toBe(0)
        })
        expect(visited).toEqual(articles)
      }),
      { numRuns: 30 },
    )
  })

  test('that end before the record that is asked for are damage, even after others were found', async () => {
    const texts = await storeOf(records(5, 1))
    const seen: number[] = []
    const read = texts.each([3, 4, 5], (article) => seen.push(article))
    await expect(read).rejects.toMatchObject({ code: 'index-damaged' })
    expect(seen).toEqual([3, 4])
  })

  test('that name a dictionary which is not there are damage', async () => {
    const bytes = await fileBytes((container) => {
      const blocks = createBlocksWriter(container, 'articles')
      blocks.add(Uint8Array.of(1, ...nodeDeflate(Uint8Array.of(0))), 1, 3)
      blocks.finish()
      container.section('articles.dictionaries')
      container.append(new Uint8Array(2 * DICTIONARY_BYTES))
      container.finish()
    })
    const container = await openContainer(memorySource('segment-1', bytes), createBlockCache(0))
    const { inflate } = memoryFolder({})
    const texts = await openTexts(container, 'articles', 1, inflate, createMemory())
    await expect(texts.bytes(0)).rejects.toMatchObject({ code: 'index-damaged' })
  })

  test('give copies: what a caller does to a record is not seen by the next', async () => {
    const all = records(3, 1, 100)
    const texts = await storeOf(all)
    await texts.each([1], (_, record) => record.fill(0))
    expect(Buffer.compare(await texts.bytes(1), all[1] ?? Buffer.from('?'))).toBe(0)
  })
})
