import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FieldCount, ScorePart } from '../../src/search/answers/explanation.ts'
import { explain } from '../../src/search/explain.ts'
import { search } from '../../src/search/search.ts'
import { dictionarySegmenter } from '../helpers/dictionary-segmenter.ts'
import { memoryView, type SmallArticle } from '../helpers/memory-index.ts'
import { articles, queries, segmenter, spread } from './small-archive.ts'

const everything = { limit: 1000, offset: 0, sort: 'relevance' } as const
const sum = (parts: readonly ScorePart[]) => parts.reduce((total, { amount }) => total + amount, 0)

/** What the part's own counts come to, by the formula of BM25F. */
function byFormula(part: ScorePart): number {
  if (part.kind !== 'term') return part.amount
  // Where no field of its kind has a word in it, signs alone, its length counts for nothing.
  const counted = ({ frequency, length, averageLength, weight, b }: FieldCount) =>
    frequency === 0
      ? 0
      : (weight * frequency) / (1 - b + b * (averageLength === 0 ? 1 : length / averageLength))
  const f = counted(part.title) + counted(part.body)
  return (part.idf * part.share * f) / (part.k1 + f)
}

async function viewOf(rows: readonly Omit<SmallArticle, 'number'>[], words: readonly string[]) {
  const placed = rows.map((row, number) => ({ article: { ...row, number } }))
  return memoryView([placed], dictionarySegmenter(words))
}

describe('the parts of a score', () => {
  test('add up to it, each as its own counts say, in a search and for one article', async () => {
    const laidOut = articles.chain((kept) => spread(kept, []))
    await fc.assert(
      fc.asyncProperty(
        laidOut,
        fc.array(queries, { minLength: 5, maxLength: 5 }),
        async (segments, asked) => {
          const view = await memoryView(segments, segmenter)
          for (const query of asked) {
            const { hits } = await search(view, { query, explain: true, ...everything })
            const places = new Map(hits.map(({ id }, place) => [id, place]))
            for (const { score, explanation } of hits) {
              expect(sum(explanation?.parts ?? [])).toBeCloseTo(score, 9)
              for (const part of explanation?.parts ?? [])
                expect(part.amount).toBeCloseTo(byFormula(part), 5)
            }
            for (const [segment, rows] of segments.entries()) {
              for (const article of rows.keys()) {
                const one = await explain(view, { query }, { segment, article })
                const place = places.get(one.id)
                expect(one.rank).toBe(place === undefined ? 0 : place + 1)
                const hit = place === undefined ? undefined : hits[place]
                expect(one.score).toBe(hit?.score ?? 0)
                expect(one.parts).toEqual(hit?.explanation?.parts ?? [])
              }
            }
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('count each word in title and body', async () => {
    const view = await viewOf(
      [
        { title: '开源模型', body: '开源，开源，还有别的' },
        { title: '别的', body: '别的' },
      ],
      ['开源', '模型', '别的'],
    )
    const { hits } = await search(view, { query: '开源 模型', explain: true, ...everything })
    const [first] = hits
    expect(first?.explanation?.lacking).toEqual([])
    expect(first?.explanation?.parts).toMatchObject([
      { kind: 'term', text: '开源', documentFrequency: 1, share: 1 },
      { kind: 'term', text: '模型', title: { frequency: 1, length: 2 }, body: { frequency: 0 } },
      { kind: 'phrase' },
      { kind: 'title' },
      { kind: 'nearness' },
      { kind: 'characters' },
      { kind: 'exact-title' },
    ])
    expect(first?.explanation?.parts[0]).toMatchObject({
      title: { frequency: 1, length: 2, averageLength: 1.5 },
      body: { frequency: 2 },
    })
  })

  test('of a failed fetch end with what it loses', async () => {
    const view = await viewOf([{ title: '开源模型', body: '', failed: true }], ['开源', '模型'])
    const { hits } = await search(view, { query: '开源', explain: true, ...everything })
    const parts = hits[0]?.explanation?.parts ?? []
    const last = parts.at(-1)
    expect(last?.kind).toBe('failed-fetch')
    const rest = sum(parts.slice(0, -1))
    expect(last?.amount).toBeCloseTo(-0.999 * rest, 12)
  })

  test('go with the words that an article is without', async () => {
    const view = await viewOf([{ title: '甲', body: '开源' }], ['开源', '模型'])
    const { hits, partial } = await search(view, {
      query: '开源 模型',
      explain: true,
      ...everything,
    })
    expect(partial).toBe(1)
    expect(hits[0]?.lacks).toEqual(['模型'])
    expect(hits[0]?.explanation?.lacking).toEqual(['模型'])
  })
})

test('an article that a query does not find has no score, and the words that it lacks are named', async () => {
  const view = await viewOf(
    [
      { title: '甲', body: '开源模型' },
      { title: '乙', body: '开源' },
    ],
    ['开源', '模型'],
  )
  const found = await explain(view, { query: '开源 AND 模型' }, { segment: 0, article: 1 })
  expect(found).toMatchObject({ title: '乙', rank: 0, score: 0, total: 1, lacking: ['模型'] })
  const partial = await explain(view, { query: '开源 模型' }, { segment: 0, article: 1 })
  expect(partial).toMatchObject({ rank: 2, lacking: ['模型'] })
})
