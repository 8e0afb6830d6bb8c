import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packFrequencies } from '../../../src/index/postings/frequencies.ts'
import { RANKING } from '../../../src/search/lists/bm25f.ts'
import { scoreMatches } from '../../../src/search/rank/score.ts'
import { compareBy, selectTop } from '../../../src/search/rank/top-heap.ts'
import { memoryView } from '../../helpers/memory-index.ts'
import { segmenter } from '../small-archive.ts'

/** Lists so much longer than others that some matches are looked up in them, as a small archive never has them. */
const SIZE = 600
const placed = Array.from({ length: SIZE }, (_, number) => ({
  article: { number, title: `n${number}`, body: 'x '.repeat(1 + (number % 7)) },
}))
const view = await memoryView([placed], segmenter)

const articles = fc
  .tuple(fc.constantFrom(1, 2, 50), fc.nat(49))
  .map(([step, from]) =>
    Array.from({ length: SIZE }, (_, article) => article).filter(
      (article) => article >= from && article % step === 0,
    ),
  )
const lists = fc.array(fc.tuple(articles, fc.integer({ min: 1, max: 3 }), fc.nat(2)), {
  maxLength: 4,
})

test('every match gets what each term that it holds is worth, however long the lists are', () => {
  const [segment] = view.segments
  if (segment === undefined) throw new Error('no segment')
  fc.assert(
    fc.property(lists, articles, (terms, matching) => {
      const matches = Uint32Array.from(matching)
      const scored = terms.map(([holders, inBody, inTitle], place) => ({
        text: String(place),
        documentFrequency: holders.length,
        weight: place + 1,
        lists: [
          {
            articles: Uint32Array.from(holders),
            frequencies: new Uint32Array(holders.length).fill(packFrequencies(inBody, inTitle)),
          },
        ],
      }))
      const scores = scoreMatches(RANKING, scored, segment, 0, matches)
      const { k1, body, title } = RANKING
      for (const [i, article] of matching.entries()) {
        const expected = terms.map(([holders, inBody, inTitle], place) => {
          const length = (value: number | undefined, average: number, b: number) =>
            1 - b + (b * (value ?? 0)) / average
          const f =
            (body.weight * inBody) /
              length(segment.bodyLengths[article], view.averageBody, body.b) +
            (title.weight * inTitle) /
              length(segment.titleLengths[article], view.averageTitle, title.b)
          return holders.includes(article) ? ((place + 1) * f) / (k1 + f) : 0
        })
        expect(scores[i]).toBeCloseTo(
          expected.reduce((sum, part) => sum + part, 0),
          4,
        )
      }
    }),
  )
})

test('the best of all are those that come first when all are sorted, whatever the order', () => {
  const values = fc.array(fc.tuple(fc.nat(5), fc.nat(3)), { minLength: 1, maxLength: 80 })
  const order = fc.constantFrom('relevance' as const, 'date' as const)
  fc.assert(
    fc.property(values, fc.nat(90), order, (rows, count, sort) => {
      const matches = Uint32Array.from(rows.keys())
      const scores = Float64Array.from(rows, ([score]) => score)
      const dates = Uint32Array.from(rows, ([, date]) => date)
      const idsOf = [Uint32Array.from(rows.flatMap((_, i) => [(i * 7) % 11, i]))]
      const all = rows.map(([score, date], article) => ({
        segment: 0,
        article,
        score,
        date,
        lacksWords: false,
      }))
      const sorted = all.sort(compareBy({ sort, idsOf }))
      const best = selectTop(view, [matches], [scores], [dates], {
        count,
        sort,
        idsOf,
        lacksWords: false,
      })
      expect(best).toEqual(sorted.slice(0, count))
    }),
  )
})
