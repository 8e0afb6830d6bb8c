/** The figures of an index, beside counts by hand. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countIndex } from '../../src/backend/stats.ts'
import { memorySnapshot, type Placed, type SmallArticle } from '../helpers/memory-index.ts'
import { articles, segmenter, spread } from '../search/small-archive.ts'

const BUILT = '2025-06-01T00:00:00.000Z'
const count = async (segments: readonly (readonly Placed[])[]) =>
  countIndex(await memorySnapshot(segments, segmenter), BUILT)

const ofSource = (source: string, date: string, more: Partial<SmallArticle> = {}) => ({
  source,
  date,
  ...more,
})
const placed = (rows: readonly Partial<SmallArticle>[]): readonly Placed[] =>
  rows.map((row, number) => ({ article: { number, title: 't', body: 'a', ...row } }))

/** The rows of each key. */
function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string) {
  const keys = [...new Set(rows.map(keyOf))]
  return keys.map((key) => [key, rows.filter((row) => keyOf(row) === key)] as const)
}

describe('the figures of an index', () => {
  test('are those of its live articles, whatever segments they are in', async () => {
    const layouts = fc
      .tuple(articles, articles)
      .chain(([kept, gone]) => fc.tuple(fc.constant(kept), spread(kept, gone)))
    await fc.assert(
      fc.asyncProperty(layouts, async ([kept, segments]) => {
        const stats = await count(segments)
        const dates = kept.flatMap(({ date }) => date || []).toSorted()
        expect(stats).toMatchObject({
          articles: kept.length,
          truncated: kept.filter(({ truncated }) => truncated).length,
          segments: segments.length,
          firstDate: dates[0] ?? '',
          lastDate: dates.at(-1) ?? '',
          builtAt: BUILT,
        })
        expect({ article: 0, empty: 0, ...stats.byStatus }).toEqual({
          article: kept.filter((article) => !article.failed).length,
          empty: kept.filter((article) => article.failed).length,
        })
        const failures = (rows: readonly SmallArticle[]) => rows.filter((row) => row.failed).length
        const bySource = groupBy(kept, ({ source }) => source ?? '')
        expect(stats.sources.map(({ recent: _, ...rest }) => rest)).toEqual(
          bySource
            .map(([source, rows]) => ({
              source,
              articles: rows.length,
              failed: failures(rows),
              lastDate: rows
                .map(({ date = '' }) => date)
                .toSorted()
                .at(-1),
            }))
            .sort((a, b) => b.articles - a.articles || (a.source < b.source ? -1 : 1)),
        )
        const byMonth = groupBy(kept, ({ date = '' }) => date.slice(0, 7))
        expect(stats.months).toEqual(
          byMonth
            .map(([month, rows]) => ({ month, articles: rows.length, failed: failures(rows) }))
            .sort((a, b) => (a.month < b.month ? 1 : -1)),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('have a text with copies once in each source and month', async () => {
    const rows = [
      ofSource('甲报', '2025-01-01'),
      ofSource('甲报', '2025-02-01'),
      ofSource('乙报', '2025-02-02'),
      ofSource('乙报', '2025-02-03', { failed: true }),
    ]
    const snapshot = await memorySnapshot([placed(rows)], segmenter)
    const copies = [0, 1, 2].flatMap((article) => [0, article, 0])
    const stats = await countIndex({ ...snapshot, duplicates: Uint32Array.from(copies) }, BUILT)
    expect(stats.articles).toBe(4)
    expect(stats.byStatus).toEqual({ article: 3, empty: 1 })
    expect(stats.sources).toMatchObject([
      { source: '乙报', articles: 2, failed: 1 },
      { source: '甲报', articles: 1, failed: 0 },
    ])
    expect(stats.months).toEqual([
      { month: '2025-02', articles: 2, failed: 1 },
      { month: '2025-01', articles: 1, failed: 0 },
    ])
  })

  test('of an empty index are nothing', async () => {
    expect(await count([])).toMatchObject({
      articles: 0,
      byStatus: {},
      terms: 0,
      firstDate: '',
      lastDate: '',
      sources: [],
      months: [],
    })
  })

  test('say how many different words each segment has, and how many bytes all files', async () => {
    const one = await count([placed([{ title: 'ab', body: 'ab a b' }])])
    const two = await count([
      placed([{ title: 'ab', body: 'ab a b' }]),
      placed([{ number: 7, title: 'bab', body: 'a' }]),
    ])
    expect(one.terms).toBe(3)
    expect(two.terms).toBe(5)
    expect(two.indexBytes).toBeGreaterThan(one.indexBytes)
  })
})

describe('the 24 months that end with the last', () => {
  const recentOf = async (rows: readonly Partial<SmallArticle>[], source: string) =>
    (await count([placed(rows)])).sources.find((one) => one.source === source)?.recent

  test('begin 23 months before it, for every source alike', async () => {
    const rows = [
      ofSource('甲报', '2025-03-31'),
      ofSource('乙报', '2025-01-01'),
      ofSource('乙报', '2025-01-31'),
      ofSource('乙报', '2024-12-31'),
      ofSource('乙报', '2023-04-01'),
      ofSource('乙报', '2023-03-31'),
    ]
    const expected = Array.from({ length: 24 }, () => 0)
    expect(await recentOf(rows, '甲报')).toEqual(expected.with(23, 1))
    expect(await recentOf(rows, '乙报')).toEqual(expected.with(0, 1).with(20, 1).with(21, 2))
  })

  test('hold no article without a month', async () => {
    const none = Array.from({ length: 24 }, () => 0)
    expect(await recentOf([ofSource('甲报', ''), ofSource('甲报', '')], '甲报')).toEqual(none)
    const dated = [ofSource('甲报', '2024-12-01'), ofSource('甲报', '2024')]
    expect(await recentOf(dated, '甲报')).toEqual(none.with(23, 1))
  })
})
