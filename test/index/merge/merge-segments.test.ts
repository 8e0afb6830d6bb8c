/** A merge of segments is the segment that a build of their articles makes, part by part. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STATUSES } from '../../../src/corpus/article.ts'
import { SegmentBuilder } from '../../../src/index/build/segment-builder.ts'
import { COLUMNS } from '../../../src/index/columns/columns.ts'
import { readSketches } from '../../../src/index/columns/sketches.ts'
import { nodeDeflate } from '../../../src/index/disk/deflate.ts'
import { createBlockCache } from '../../../src/index/files/block-cache.ts'
import { memorySource } from '../../../src/index/files/byte-source.ts'
import { openContainer } from '../../../src/index/files/container.ts'
import { mergePairs, mergeSegments } from '../../../src/index/merge/merge-segments.ts'
import { openSegment, type Segment } from '../../../src/index/segment/segment.ts'
import { verifySegment } from '../../../src/index/segment/verify-segment.ts'
import type { ArticleRecord } from '../../../src/index/store/article-record.ts'
import type { FurnitureRecord } from '../../../src/index/store/furniture-record.ts'
import { urlLines } from '../../../src/index/store/url-blocks.ts'
import { openCursor } from '../../../src/index/terms/term-cursor.ts'
import { changeSections } from '../../helpers/change-sections.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { fileBytes, memoryFolder } from '../../helpers/memory-folder.ts'

const segmenter = dictionarySegmenter(['供应链', '漏洞', '利用', '通报'])
const WORDS = [
  '供应链漏洞',
  '利用 CVE-2025-1 的通报。',
  'the supply chain',
  'c++ 100%',
  '漏洞，利用',
]

/** An article, and whether it is deleted before the merge. */
interface Input {
  readonly number: number
  readonly words: readonly number[]
  readonly long: boolean
  readonly isDeleted: boolean
}

function recordOf({ number, words, long }: Input): ArticleRecord {
  const text = words.map((word) => WORDS[word] ?? '').join(' ')
  const body = long ? Array.from({ length: 90 }, (_, i) => `${text}${number * i}`).join('，') : text
  return {
    id: number.toString(16).padStart(16, '0'),
    paths: [`2025/${number}.md`, ...(number % 3 === 0 ? [`copy/${number}.md`] : [])],
    title: `通报 ${number % 7} ${text.slice(0, 9)}`,
    url: `https://${number % 4}.example.org/${number}`,
    source: ['甲报', '', '乙报'][number % 3] ?? '',
    date: ['', '2025-03-01', '1999-12'][number % 3] ?? '',
    fetchDate: number % 2 === 0 ? '2025-10-02T12:03:13' : '',
    repaired: number % 5 === 0 ? 'gbk' : '',
    authors: number % 3 === 0 ? ['甲', '乙'] : [],
    tags: [`t${number % 4}`],
    meta: { lang: number % 2 === 0 ? 'zh' : 'en' },
    status: STATUSES[number % STATUSES.length] ?? 'article',
    truncated: number % 4 === 0,
    blocks: body === '' ? [] : [{ kind: 'paragraph', text: body }],
  }
}

function furnitureOf({ number }: Input): FurnitureRecord {
  const line = { reason: 'menu', text: `首页 ${number % 5}`, blocksBefore: 0 } as const
  return { versions: [], removed: number % 2 === 0 ? [line] : [] }
}

async function openBytes(bytes: Uint8Array): Promise<Segment> {
  return openSegment(memoryFolder({ segment: bytes }), 'segment', createBlockCache(1 << 20))
}

function build(articles: readonly Input[]): Promise<Uint8Array> {
  return fileBytes((container) => {
    const builder = new SegmentBuilder(container, segmenter, nodeDeflate)
    for (const article of articles) builder.add(recordOf(article), furnitureOf(article))
    builder.finish()
  })
}

async function inputsOf(parts: readonly (readonly Input[])[]) {
  return Promise.all(
    parts.map(async (articles) => ({
      segment: await openBytes(await build(articles)),
      isDeleted: (article: number) => articles[article]?.isDeleted ?? false,
    })),
  )
}

async function terms(segment: Segment, name: string) {
  const cursor = await openCursor(segment.container, name)
  const all = []
  while (cursor.step() || (await cursor.load()))
    all.push([
      Buffer.from(cursor.at.term).toString('hex'),
      cursor.at.documentFrequency,
      Buffer.from(cursor.postings()).toString('hex'),
    ])
  return all
}

/** All that a segment says. How its texts are packed is its own business. */
async function contentOf(segment: Segment) {
  const articles = [...Array(segment.meta.articles).keys()]
  const urls = []
  for await (const block of segment.urls()) urls.push(urlLines(block))
  return {
    meta: segment.meta,
    records: await Promise.all(articles.map((article) => segment.articles.record(article))),
    furniture: await Promise.all(articles.map((article) => segment.furniture.record(article))),
    columns: await Promise.all(
      COLUMNS.map(async (name) => [name, [...(await segment.column(name))]]),
    ),
    hostNames: await segment.hostNames(),
    paths: [...(await segment.pathRows())],
    urls: urls.join(''),
    sketches: [...(await readSketches(segment.container)).rows()],
    words: await terms(segment, 'words'),
    pairs: await terms(segment, 'pairs'),
    titles: await terms(segment, 'titles'),
    lines: await terms(segment, 'lines'),
  }
}

const input = fc.record({
  number: fc.nat(300),
  words: fc.array(fc.nat(WORDS.length - 1), { maxLength: 4 }),
  long: fc.boolean(),
  isDeleted: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.boolean()),
})
const parts = fc.array(fc.array(input, { maxLength: 8 }), { minLength: 1, maxLength: 4 })

describe('a merge', () => {
  test('of segments is a build of the articles that are left', async () => {
    await fc.assert(
      fc.asyncProperty(parts, async (all) => {
        const inputs = await inputsOf(all)
        const merged = await fileBytes((container) => mergeSegments(inputs, container, nodeDeflate))
        const live = all.flat().filter(({ isDeleted }) => !isDeleted)
        const expected = await contentOf(await openBytes(await build(live)))
        const found = await contentOf(await openBytes(merged))
        // A word of a deleted article may have been the longest: merging keeps the bound.
        expect(found.meta.longestWord).toBeGreaterThanOrEqual(expected.meta.longestWord)
        const { longestWord } = expected.meta
        expect({ ...found, meta: { ...found.meta, longestWord } }).toEqual(expected)
      }),
      { numRuns: 15 },
    )
  })

  test('verifies', async () => {
    const articles = Array.from({ length: 60 }, (_, number) => ({
      number,
      words: [number % 5, (number * 3) % 5],
      long: number % 2 === 0,
      isDeleted: number % 4 === 1,
    }))
    const inputs = await inputsOf([articles.slice(0, 25), articles.slice(25)])
    const bytes = await fileBytes((container) => mergeSegments(inputs, container, nodeDeflate))
    const folder = memoryFolder({ 'segment-1': bytes })
    const entry = { name: 'segment-1', articles: 45, deleted: 0, byteLength: bytes.length }
    expect(await verifySegment(folder, entry)).toBeUndefined()
    expect(await verifySegment(folder, { ...entry, articles: 44 })).toBe(
      'holds 45 articles, not 44',
    )
  })

  test('is the same file when its pairs were merged elsewhere', async () => {
    const articles = Array.from({ length: 30 }, (_, number) => ({
      number,
      words: [number % 5],
      long: false,
      isDeleted: number % 6 === 0,
    }))
    const inputs = await inputsOf([articles.slice(0, 9), articles.slice(9)])
    const pairs = await fileBytes((container) => mergePairs(inputs, container))
    const openPairs = () => openContainer(memorySource('pairs', pairs), createBlockCache(0))
    const alone = await fileBytes((container) => mergeSegments(inputs, container, nodeDeflate))
    const helped = await fileBytes((container) =>
      mergeSegments(inputs, container, nodeDeflate, openPairs),
    )
    expect(Buffer.compare(alone, helped)).toBe(0)
  })

  test.each(['sources', 'hosts'])(
    'of a segment whose %s point nowhere is refused',
    async (name) => {
      const one = { number: 1, words: [0], long: false, isDeleted: false }
      const bytes = await changeSections(await build([one]), {
        [name]: () => Uint8Array.of(7, 0, 0, 0),
      })
      const inputs = [{ segment: await openBytes(bytes), isDeleted: () => false }]
      const merged = fileBytes((container) => mergeSegments(inputs, container, nodeDeflate))
      await expect(merged).rejects.toMatchObject({ code: 'index-damaged' })
      await expect(merged).rejects.toThrow(`segment: ${name}: points nowhere; rebuild`)
    },
  )

  test('of nothing but deleted articles is an empty segment', async () => {
    const gone = [{ number: 1, words: [0], long: true, isDeleted: true }]
    const inputs = await inputsOf([gone, gone])
    const bytes = await fileBytes((container) => mergeSegments(inputs, container, nodeDeflate))
    const { meta, words, records } = await contentOf(await openBytes(bytes))
    expect([meta.articles, meta.words, words, records]).toEqual([0, 0, [], []])
  })
})
