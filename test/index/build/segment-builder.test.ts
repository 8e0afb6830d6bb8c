/** What a segment says of articles, beside what is plain to see in them. */

import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { SegmentBuilder } from '../../../src/index/build/segment-builder.ts'
import type { ColumnName } from '../../../src/index/columns/columns.ts'
import { nodeDeflate } from '../../../src/index/disk/deflate.ts'
import { createBlockCache } from '../../../src/index/files/block-cache.ts'
import { packFrequencies } from '../../../src/index/postings/frequencies.ts'
import {
  createPostings,
  decodePairPostings,
  decodeWordPostings,
} from '../../../src/index/postings/postings.ts'
import { openSegment, type Segment } from '../../../src/index/segment/segment.ts'
import { type ArticleRecord, bodyOf } from '../../../src/index/store/article-record.ts'
import { urlLines } from '../../../src/index/store/url-blocks.ts'
import { openCursor } from '../../../src/index/terms/term-cursor.ts'
import { createContainerWriter } from '../../../src/index/write/container-writer.ts'
import { visitLooseParts, visitLooseTerms } from '../../../src/text/forms/loose-terms.ts'
import { normalizeText } from '../../../src/text/normalize/normalize.ts'
import { visitTerms } from '../../../src/text/terms/tokenize.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { fileBytes, memoryFolder } from '../../helpers/memory-folder.ts'

const segmenter = dictionarySegmenter(['供应链', '漏洞', '通报', '利用', '供应链漏洞'])

const EMPTY: ArticleRecord = {
  id: '0000000000000000',
  paths: ['a.md'],
  title: '',
  url: '',
  source: '',
  date: '',
  fetchDate: '',
  repaired: '',
  authors: [],
  tags: [],
  meta: {},
  status: 'article',
  truncated: false,
  blocks: [],
}

const paragraphs = (...texts: readonly string[]) =>
  texts.map((text) => ({ kind: 'paragraph' as const, text }))

const ARTICLES: readonly ArticleRecord[] = [
  {
    ...EMPTY,
    id: '0123456789abcdef',
    paths: ['2025/甲.md', 'copy/甲.md'],
    title: '供应链漏洞通报：第一期',
    url: 'https://www.Example.com/a',
    source: '甲报',
    date: '2025-03-01',
    fetchDate: '2025-10-02T12:03:13.017231',
    repaired: 'gbk',
    blocks: paragraphs('供应链漏洞，漏洞利用。', 'CVE-2025-1'),
  },
  {
    ...EMPTY,
    id: 'ffffffff00000001',
    paths: ['b.md'],
    title: '漏洞',
    url: 'https://example.com/b',
    source: '乙报',
    date: '2025-03',
    truncated: true,
    blocks: paragraphs('The vulnerability was found in the firmware, and the patch is out.'),
  },
  {
    ...EMPTY,
    id: '0000000000000002',
    paths: ['c.md'],
    title: '验证码',
    source: '甲报',
    status: 'blocked',
  },
]

const LINES = ['首页', '供应链漏洞通报', '关于我们']

function build(
  articles: readonly ArticleRecord[],
  lines: readonly string[] = [],
): Promise<Uint8Array> {
  const removed = lines.map((text) => ({ reason: 'menu' as const, text, blocksBefore: 0 }))
  return fileBytes((container) => {
    const builder = new SegmentBuilder(container, segmenter, nodeDeflate)
    for (const [number, article] of articles.entries()) {
      expect(builder.articles).toBe(number)
      builder.add(article, { versions: [], removed })
    }
    builder.finish()
  })
}

const open = (bytes: Uint8Array) =>
  openSegment(memoryFolder({ segment: bytes }), 'segment', createBlockCache(1 << 20))

/** The terms of a dictionary, each with its articles and, of words, how often it is in body and title of each. */
async function termsIn(segment: Segment, name: 'words' | 'pairs' | 'titles' | 'lines') {
  const cursor = await openCursor(segment.container, name)
  const decode = name === 'words' ? decodeWordPostings : decodePairPostings
  const postings = createPostings()
  const terms = new Map<string, (readonly [number, number])[]>()
  while (cursor.step() || (await cursor.load())) {
    decode(cursor.postings(), cursor.at.documentFrequency, postings)
    const { articles, frequencies, count } = postings
    const rows = Array.from(
      articles.subarray(0, count),
      (article, i) => [article, name === 'words' ? (frequencies[i] ?? 0) : 0] as const,
    )
    terms.set(Buffer.from(cursor.at.term).toString(), rows)
  }
  return terms
}

describe('the columns of a segment', () => {
  let segment: Segment
  beforeAll(async () => {
    segment = await open(await build(ARTICLES, LINES))
  })

  const titleKeys = ['供应链漏洞通报第一期', '漏洞', '验证码']
  test.each<[ColumnName, readonly number[]]>([
    ['dates', [20250301, 20250300, 0]],
    ['fetchDates', [20251002, 0, 0]],
    ['sources', [0, 1, 0]],
    ['hosts', [0, 1, 2]],
    ['ids', [0x01234567, 0x89abcdef, 0xffffffff, 1, 0, 2]],
    ['statuses', [0, 1, 4]],
    ['languages', [0, 1, 0]],
    ['repairs', [1, 0, 0]],
    ['titleHashes', titleKeys.map((key) => crc32(key))],
    // 供应链漏洞 with its two parts, 通报, 第, 一, 期; 漏洞; 验, 证, 码.
    ['titleLengths', [7, 1, 3]],
    // 供应链漏洞 with its two parts, 漏洞, 利用, and the seven terms of the name; twelve words of English.
    ['bodyLengths', [11, 12, 0]],
    // Signs that normalising changes; none; none.
    ['spellings', [1, 0, 0]],
  ])('%s', async (name, expected) => {
    expect([...(await segment.column(name))]).toEqual(expected)
  })

  test('longTitles tell titles of eight letters and more', async () => {
    const [first, ...short] = await segment.column('longTitles')
    expect(first).toBeGreaterThan(0)
    expect(short).toEqual([0, 0])
  })

  test('publishers are the same for www.example.com and example.com', async () => {
    const [first, second, third] = await segment.column('publishers')
    expect(first).toBe(second)
    expect(third).not.toBe(first)
  })

  test('the lists that they point at, the addresses and the paths', async () => {
    expect(segment.meta.sources).toEqual(['甲报', '乙报'])
    expect(await segment.hostNames()).toEqual(['www.example.com', 'example.com', ''])
    const urls = []
    for await (const block of segment.urls()) urls.push(urlLines(block))
    expect(urls.join('')).toBe('https://www.Example.com/a\nhttps://example.com/b\n\n')
    const paths: readonly (readonly [string, number])[] = [
      ['2025/甲.md', 0],
      ['copy/甲.md', 0],
      ['b.md', 1],
      ['c.md', 2],
    ]
    expect([...(await segment.pathRows())]).toEqual(
      paths.flatMap(([path, article]) => [crc32(path), article]),
    )
  })

  test('what they add up to', () => {
    expect(segment.meta).toMatchObject({
      articles: 3,
      titleTerms: 11,
      bodyTerms: 23,
      bodies: 2,
      longestWord: 5,
    })
  })

  test('titles are found by their beginnings, and lines unless the title says them', async () => {
    const titles = await termsIn(segment, 'titles')
    expect([...titles.keys()]).toEqual(['供应链漏洞通报:第一期', '漏洞', '验证码'])
    const lines = await termsIn(segment, 'lines')
    const articlesOf = (line: string) => lines.get(line)?.map(([article]) => article)
    expect(LINES.map(articlesOf)).toEqual([
      [0, 1, 2],
      [1, 2],
      [0, 1, 2],
    ])
  })
})

describe('the words of a segment', () => {
  const text = fc
    .array(
      fc.constantFrom(
        '供应链漏洞',
        '通报',
        '，',
        ' ',
        'CVE-2025-1',
        'C++',
        'カタカナ',
        '書',
        'Żubr',
        '달은',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''))

  test('are those of title and body, counted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 6 }), async (all) => {
        const articles = all.map(([title, body]) => ({ ...EMPTY, title, blocks: paragraphs(body) }))
        const counts = new Map<string, Map<number, [number, number]>>()
        for (const [number, article] of articles.entries()) {
          for (const [field, original] of [bodyOf(article), article.title].entries()) {
            const count = (term: string) => {
              const rows = counts.get(term) ?? new Map<number, [number, number]>()
              const [inBody, inTitle] = rows.get(number) ?? [0, 0]
              rows.set(number, field === 0 ? [inBody + 1, inTitle] : [inBody, inTitle + 1])
              counts.set(term, rows)
            }
            visitTerms(normalizeText(original), segmenter, count)
            visitLooseTerms(normalizeText(original), count)
            visitLooseParts(original, count)
          }
        }
        const expected = Array.from(counts, ([term, rows]) => [
          term,
          Array.from(rows, ([number, both]) => [number, packFrequencies(...both)]),
        ])
        const segment = await open(await build(articles))
        const found = await termsIn(segment, 'words')
        expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected))
        expect(segment.meta.words).toBe(counts.size)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a title', () => {
  const keyOf = async (title: string) => [
    ...(await termsIn(await open(await build([{ ...EMPTY, title }])), 'titles')).keys(),
  ]

  test('is kept to its hundredth unit, in whole characters', async () => {
    expect(await keyOf('长'.repeat(150))).toEqual(['长'.repeat(100)])
    expect(await keyOf(`${'长'.repeat(98)}𠮷野`)).toEqual([`${'长'.repeat(98)}𠮷`])
    expect(await keyOf(`${'长'.repeat(99)}𠮷野`)).toEqual(['长'.repeat(99)])
  })

  test('that is none is in no dictionary', async () => {
    expect(await keyOf('')).toEqual([])
    expect(await keyOf(' \u3000 ')).toEqual([])
  })
})

test('two segments that are built at the same time are those that are built one after the other', async () => {
  const [first, second] = [ARTICLES, ARTICLES.toReversed()]
  const [parts, others]: Uint8Array[][] = [[], []]
  const builders = [parts, others].map((list) => {
    const sink = { write: (bytes: Uint8Array) => list?.push(bytes.slice()) }
    return new SegmentBuilder(createContainerWriter(sink), segmenter, nodeDeflate)
  })
  for (let number = 0; number < ARTICLES.length; number++)
    for (const [place, builder] of builders.entries()) {
      const article = (place === 0 ? first : second)[number]
      if (article !== undefined) builder.add(article)
    }
  for (const builder of builders) builder.finish()
  expect(Buffer.compare(Buffer.concat(parts ?? []), await build(first))).toBe(0)
  expect(Buffer.compare(Buffer.concat(others ?? []), await build(second))).toBe(0)
})
