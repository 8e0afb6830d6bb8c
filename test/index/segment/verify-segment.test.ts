/** Each fault that a segment may have while its checksums are right, made on purpose. */

import { describe, expect, test } from 'vitest'
import { SegmentBuilder } from '../../../src/index/build/segment-builder.ts'
import { nodeDeflate } from '../../../src/index/disk/deflate.ts'
import { PostingListWriter } from '../../../src/index/postings/posting-list-writer.ts'
import { encodePairPosting, encodeWordPosting } from '../../../src/index/postings/postings.ts'
import { verifySegment } from '../../../src/index/segment/verify-segment.ts'
import type { ArticleRecord } from '../../../src/index/store/article-record.ts'
import { createTermsWriter } from '../../../src/index/write/terms-writer.ts'
import { type ChangeSection, changeSections, sectionsOf } from '../../helpers/change-sections.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { fileBytes, memoryFolder } from '../../helpers/memory-folder.ts'

const ARTICLES = 4

/** Long enough for a sketch; the sources and hosts of two neighbours differ. */
const record = (number: number): ArticleRecord => ({
  id: `00000000000000${number}f`,
  paths: [`${number}.md`],
  // The title has loose terms, which count for no length.
  title: `开源 ${number} GPT4o 를 两千万 Åland 부산에서`,
  url: `https://${number % 2}.example.org/${number}`,
  source: number % 2 === 0 ? '甲报' : '乙报',
  date: '2025-03-01',
  fetchDate: '',
  repaired: '',
  authors: [],
  tags: [],
  meta: {},
  status: 'article',
  truncated: false,
  blocks: [{ kind: 'paragraph', text: `第 ${number} 篇：${'开源模型的漏洞，'.repeat(20)}` }],
})

const line = { reason: 'menu', text: '首页', blocksBefore: 0 } as const

const file = await fileBytes((container) => {
  const segmenter = dictionarySegmenter(['开源', '模型', '漏洞'])
  const builder = new SegmentBuilder(container, segmenter, nodeDeflate)
  for (let number = 0; number < ARTICLES; number++)
    builder.add(record(number), { versions: [], removed: [line] })
  builder.finish()
})

function verify(bytes: Uint8Array): Promise<string | undefined> {
  const entry = { name: 'segment-1', articles: ARTICLES, deleted: 0, byteLength: bytes.length }
  return verifySegment(memoryFolder({ 'segment-1': bytes }), entry)
}

const faultAfter = async (changes: Readonly<Record<string, ChangeSection>>) =>
  verify(await changeSections(file, changes))

/** Another number in a column of 32-bit numbers. */
const withNumber =
  (place: number, value: number): ChangeSection =>
  (bytes) => {
    const numbers = new Uint32Array(bytes.slice().buffer)
    numbers[place] = value
    return new Uint8Array(numbers.buffer)
  }

const withByte =
  (place: number, value: number): ChangeSection =>
  (bytes) =>
    bytes.with(place, value)

const withText =
  (text: string, other: string): ChangeSection =>
  (bytes) => {
    const changed = new TextDecoder().decode(bytes).replace(text, other)
    return new TextEncoder().encode(changed)
  }

type Term = readonly [text: string, articles: readonly number[]]

/** The three sections of a dictionary in the place of what is there. */
async function dictionary(
  name: 'words' | 'pairs' | 'titles' | 'lines',
  terms: readonly Term[],
): Promise<Readonly<Record<string, ChangeSection>>> {
  const bytes = await fileBytes((container) => {
    const writer = createTermsWriter(container, name)
    const list = new PostingListWriter(name === 'words' ? encodeWordPosting : encodePairPosting)
    for (const [text, articles] of terms) {
      list.clear()
      for (const article of articles) list.add(article, 1)
      writer.add(new TextEncoder().encode(text), list.count, list.written)
    }
    writer.finish()
    container.finish()
  })
  const sections = [...(await sectionsOf(bytes))]
  return Object.fromEntries(sections.map(([section, content]) => [section, () => content]))
}

test('a segment as it was written has no fault, also when its sections are copied', async () => {
  expect(await verify(file)).toBeUndefined()
  expect(await faultAfter({})).toBeUndefined()
})

describe('a column', () => {
  test.each([
    ['sources', withNumber(3, 2)],
    ['hosts', withNumber(3, 2)],
    ['statuses', withByte(3, 14)],
    ['languages', withByte(3, 4)],
    ['repairs', withByte(3, 2)],
  ])('%s that points behind its list', async (name, change) => {
    expect(await faultAfter({ [name]: change })).toBe(`${name}: points nowhere`)
  })

  test.each(['dates', 'fetchDates', 'longTitles', 'publishers', 'spellings', 'titleHashes', 'ids'])(
    '%s of fewer articles',
    async (name) => {
      const verified = faultAfter({ [name]: (bytes) => bytes.slice(0, -1) })
      await expect(verified).rejects.toThrow(/^segment-1: .*rebuild/)
    },
  )

  test.each([
    ['ids', withNumber(4, 7), 'article 2 is stored under another id'],
    ['ids', withNumber(5, 7), 'article 2 is stored under another id'],
    ['sources', withNumber(2, 1), 'article 2 is counted to another source'],
    ['hosts', withNumber(2, 1), 'article 2 is counted to another host'],
    ['hostNames', withText('1.example', '2.example'), 'article 1 is counted to another host'],
    ['meta', withText('乙报', '丙报'), 'article 1 is counted to another source'],
    ['bodyLengths', withNumber(3, 9_999), 'article 3 has other words than its length says'],
    ['titleLengths', withNumber(1, 9_999), 'article 1 has other words than its length says'],
  ])('%s that says something else of an article', async (name, change, fault) => {
    expect(await faultAfter({ [name]: change })).toBe(fault)
  })
})

describe('a path', () => {
  test('that leads to another article', async () => {
    expect(await faultAfter({ paths: withNumber(3, 0) })).toBe('article 1 is not found by its path')
  })

  test('with another hash', async () => {
    expect(await faultAfter({ paths: withNumber(0, 1) })).toBe('article 0 is not found by its path')
  })

  test('that is half there', async () => {
    const half = faultAfter({ paths: (bytes) => bytes.slice(0, -4) })
    await expect(half).rejects.toMatchObject({ code: 'index-damaged' })
  })

  test('of an article that is not there', async () => {
    const more: ChangeSection = (bytes) =>
      new Uint8Array([...bytes, ...new Uint8Array(Uint32Array.of(7, ARTICLES).buffer)])
    expect(await faultAfter({ paths: more })).toBe('paths: of article 4, which is not there')
  })
})

test('a sketch of an article that is not there', async () => {
  expect(await faultAfter({ sketches: withNumber(0, ARTICLES) })).toBe(
    'sketches: of article 4, which is not there',
  )
})

describe.each(['words', 'pairs', 'titles', 'lines'] as const)('terms of %s', (name) => {
  test('that do not ascend', async () => {
    const twice = await dictionary(name, [
      ['甲', [0]],
      ['甲', [1]],
    ])
    expect(await faultAfter(twice)).toBe(`${name}: terms out of order`)
    const down = await dictionary(name, [
      ['乙乙', [0]],
      ['甲', [0]],
      ['乙', [0]],
    ])
    expect(await faultAfter(down)).toBe(`${name}: terms out of order`)
  })

  test('in articles that are not there', async () => {
    const beyond = await dictionary(name, [['甲', [0, ARTICLES]]])
    expect(await faultAfter(beyond)).toBe(`${name}: postings of articles that are not there`)
  })

  test('twice in one article', async () => {
    const twice = await dictionary(name, [['甲', [2, 2]]])
    expect(await faultAfter(twice)).toBe(`${name}: postings of articles that are not there`)
  })
})

test('more words than the segment counts', async () => {
  const meta = JSON.parse(
    new TextDecoder().decode((await sectionsOf(file)).get('meta') ?? new Uint8Array()),
  )
  const { words } = meta
  expect(await faultAfter({ meta: withText(`"words":${words}`, `"words":${words - 1}`) })).toBe(
    `words: ${words} terms, not ${words - 1}`,
  )
})

test.each(['bodyTerms', 'titleTerms', 'bodies'])('another sum %s', async (name) => {
  const change: ChangeSection = (bytes) => {
    const meta = JSON.parse(new TextDecoder().decode(bytes))
    return new TextEncoder().encode(JSON.stringify({ ...meta, [name]: meta[name] + 1 }))
  }
  expect(await faultAfter({ meta: change })).toBe(
    'its articles have other lengths than it says in sum',
  )
})

test.each(['articles', 'pages'])('stored %s that cannot be unpacked', async (name) => {
  const verified = faultAfter({ [name]: (bytes) => bytes.with(-1, 0xff).with(4, 0xff) })
  await expect(verified).rejects.toThrow()
})
