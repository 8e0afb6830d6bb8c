import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STATUSES } from '../../../src/corpus/article.ts'
import { SegmentBuilder } from '../../../src/index/build/segment-builder.ts'
import { nodeDeflate } from '../../../src/index/disk/deflate.ts'
import { createBlockCache } from '../../../src/index/files/block-cache.ts'
import { memorySource } from '../../../src/index/files/byte-source.ts'
import { openContainer } from '../../../src/index/files/container.ts'
import { mergePairs, mergeSegments } from '../../../src/index/merge/merge-segments.ts'
import { openSegment, type Segment } from '../../../src/index/segment/segment.ts'
import type { ArticleRecord } from '../../../src/index/store/article-record.ts'
import type { FurnitureRecord } from '../../../src/index/store/furniture-record.ts'
import { openCursor } from '../../../src/index/terms/term-cursor.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { fileBytes, memoryFolder } from '../../helpers/memory-folder.ts'
import { anyText } from '../../text/arbitraries.ts'

const segmenter = dictionarySegmenter(['全文检索', '检索', '书籍', '乾隆'])
const deflate = nodeDeflate
const open = (bytes: Uint8Array) =>
  openSegment(memoryFolder({ segment: bytes }), 'segment', createBlockCache(1 << 20))

function build(articles: readonly ArticleRecord[]): Promise<Uint8Array> {
  return fileBytes((container) => {
    const builder = new SegmentBuilder(container, segmenter, deflate)
    for (const article of articles) builder.add(article, furnitureOf(article))
    builder.finish()
  })
}

const text = anyText.map((one) => one.toWellFormed())
const record: fc.Arbitrary<ArticleRecord> = fc.record({
  id: fc.stringMatching(/^[0-9a-f]{16}$/),
  paths: fc.array(text, { minLength: 1, maxLength: 3 }),
  title: text,
  url: text,
  source: fc.constantFrom('', '甲报', '乙报'),
  date: fc.constantFrom('', '2025-01-31', '1999-12-01'),
  fetchDate: text,
  repaired: fc.constantFrom('', 'pt154', 'gbk+iso-8859-1'),
  authors: fc.array(text, { maxLength: 3 }),
  tags: fc.array(text, { maxLength: 3 }),
  meta: fc.dictionary(text, text, { maxKeys: 3, noNullPrototype: true }),
  status: fc.constantFrom(...STATUSES),
  truncated: fc.boolean(),
  blocks: fc.array(
    fc.record({
      kind: fc.constantFrom('paragraph', 'heading', 'list', 'quote', 'code', 'table'),
      text,
    }),
    { maxLength: 3 },
  ),
})
/** Furniture that follows from the article, so that a mix-up shows; blocks can stand before and after each line. */
const furnitureOf = ({ id, blocks, paths }: ArticleRecord): FurnitureRecord => ({
  versions: paths.map((path, i) => ({ path, title: id, fetchDate: `${i}`, status: 'unread' })),
  removed: blocks.map(({ text }, i) => ({
    reason: 'menu',
    text: id + text,
    blocksBefore: i * 200,
  })),
})

const records = fc.array(record, { maxLength: 12 })

/** All that a segment says of its articles and terms; what is left out is where it lies. */
async function contents(segment: Segment) {
  const { articles: count, sources } = segment.meta
  const stored: ArticleRecord[] = []
  const furniture: FurnitureRecord[] = []
  for (let article = 0; article < count; article++) {
    stored.push(await segment.articles.record(article))
    furniture.push(await segment.furniture.record(article))
  }
  const terms = []
  for (const name of ['words', 'pairs']) {
    const cursor = await openCursor(segment.container, name)
    while (cursor.step() || (await cursor.load()))
      terms.push([[...cursor.at.term], cursor.at.documentFrequency, [...cursor.postings()]])
  }
  const sourceNumbers = await segment.column('sources')
  const hashes = await segment.pathHashes()
  return {
    stored,
    furniture,
    terms,
    sources: Array.from(sourceNumbers, (number) => sources[number]),
    columns: await Promise.all(
      (['dates', 'titleLengths', 'bodyLengths', 'titleHashes', 'ids', 'statuses'] as const).map(
        async (name) => [...(await segment.column(name))],
      ),
    ),
    hashes: stored.map((_, article) => hashes.get(article)),
    words: segment.meta.words,
  }
}

describe('a segment', () => {
  test('gives its articles back as they were added', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (articles) => {
        const segment = await open(await build(articles))
        const { stored, furniture } = await contents(segment)
        expect(stored).toEqual(articles)
        expect(furniture).toEqual(articles.map(furnitureOf))
      }),
      { numRuns: 60 },
    )
  })

  test('finds the articles of every path', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (articles) => {
        const segment = await open(await build(articles))
        for (const [number, { paths }] of articles.entries()) {
          for (const path of paths) expect(await segment.articlesAtPath(path)).toContain(number)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('merged from others holds what one built of the articles that are left would hold', async () => {
    const parts = fc.array(fc.array(fc.tuple(record, fc.boolean()), { maxLength: 6 }), {
      minLength: 1,
      maxLength: 4,
    })
    await fc.assert(
      fc.asyncProperty(parts, async (segments) => {
        const inputs = await Promise.all(
          segments.map(async (rows) => ({
            segment: await open(await build(rows.map(([article]) => article))),
            isDeleted: (article: number) => rows[article]?.[1] === true,
          })),
        )
        const merged = await fileBytes((container) => mergeSegments(inputs, container, deflate))
        const left = segments.flat().flatMap(([article, deleted]) => (deleted ? [] : [article]))
        const built = await open(await build(left))
        expect(await contents(await open(merged))).toEqual(await contents(built))
      }),
      { numRuns: 60 },
    )
  })

  test('is the same when its pairs were merged by somebody else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(records, { minLength: 1, maxLength: 4 }), async (parts) => {
        const inputs = await Promise.all(
          parts.map(async (articles) => ({
            segment: await open(await build(articles)),
            isDeleted: (article: number) => article % 3 === 1,
          })),
        )
        const bytes = await fileBytes((container) => mergePairs(inputs, container))
        const pairs = () => openContainer(memorySource('pairs', bytes), createBlockCache(0))
        const merged = (beside?: typeof pairs) =>
          fileBytes((container) => mergeSegments(inputs, container, deflate, beside))
        expect(await merged(pairs)).toEqual(await merged())
      }),
      { numRuns: 30 },
    )
  })

  test('a word that stands a million times in a body does not come to stand in the title', async () => {
    const [article] = fc.sample(record, 1)
    const text = 'ab '.repeat(2 ** 20 + 1)
    const blocks = [{ kind: 'paragraph' as const, text }]
    const segment = await open(await build(article ? [{ ...article, title: '题', blocks }] : []))
    const postings = await segment.words.find(new TextEncoder().encode('ab'))
    const bytes = postings && (await segment.words.postings(postings))
    // One article further, frequency in the body × 2, and the lowest bit for the title.
    expect(Number(bytes?.[0])).toBe(2)
    expect(Number(bytes?.[1]) & 1).toBe(0)
  })
})
