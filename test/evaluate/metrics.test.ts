import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  meanQuality,
  normalizedGain,
  qualityOf,
  recall,
  reciprocalRank,
} from '../../src/evaluate/metrics.ts'

const judgements = new Map([
  ['a', 3],
  ['b', 1],
  ['c', 1],
])

describe('nDCG', () => {
  test('counts a gain at place i by 1 / log2(i + 1), against the best order', () => {
    // Gains 1, 0, 3 of an ideal 3, 1, 1: (1 + 3/2) / (3 + 1/log2(3) + 1/2).
    const expected = 2.5 / (3 + 0.6309297535714575 + 0.5)
    expect(normalizedGain(['b', 'x', 'a'], judgements, 10)).toBeCloseTo(expected, 12)
  })

  test('is 1 for the best order and 0 where nothing answers', () => {
    expect(normalizedGain(['a', 'c', 'b', 'x'], judgements, 10)).toBe(1)
    expect(normalizedGain(['x', 'y'], judgements, 10)).toBe(0)
    expect(normalizedGain([], judgements, 10)).toBe(0)
    expect(normalizedGain(['a'], new Map(), 10)).toBe(0)
  })

  test('looks no farther than its depth, in the ranking and in the ideal one', () => {
    expect(normalizedGain(['x', 'a'], judgements, 1)).toBe(0)
    expect(normalizedGain(['a'], judgements, 1)).toBe(1)
  })

  test('never falls when an answer moves up', () => {
    const ranking = fc.shuffledSubarray(['a', 'b', 'c', 'v', 'w', 'x', 'y', 'z'], { minLength: 2 })
    fc.assert(
      fc.property(ranking, fc.nat(), (ids, at) => {
        const place = 1 + (at % (ids.length - 1))
        const [above = '', below = ''] = [ids[place - 1], ids[place]]
        if ((judgements.get(below) ?? 0) < (judgements.get(above) ?? 0)) return
        const better = ids.with(place - 1, below).with(place, above)
        const [before, after] = [ids, better].map((one) => normalizedGain(one, judgements, 5))
        expect(after).toBeGreaterThanOrEqual((before ?? 0) - 1e-12)
      }),
    )
  })
})

describe('the other measures', () => {
  test('MRR is one over the place of the first answer', () => {
    expect(reciprocalRank(['x', 'y', 'b', 'a'], judgements, 10)).toBe(1 / 3)
    expect(reciprocalRank(['x', 'y', 'b'], judgements, 2)).toBe(0)
  })

  test('recall is the share of the answers found', () => {
    expect(recall(['x', 'b', 'a'], judgements, 100)).toBe(2 / 3)
    expect(recall(['x', 'b', 'a'], judgements, 2)).toBe(1 / 3)
    expect(recall(['x'], new Map(), 100)).toBe(0)
  })

  test('a question looks at ten places, its recall at a hundred', () => {
    const ranking = [...Array.from({ length: 10 }, (_, i) => `x${i}`), 'a']
    expect(qualityOf(ranking, judgements)).toEqual({ ndcg: 0, mrr: 0, recall: 1 / 3 })
  })

  test('the mean is over the questions', () => {
    const mean = meanQuality([
      { ndcg: 1, mrr: 1, recall: 0.5 },
      { ndcg: 0, mrr: 0.5, recall: 0.5 },
    ])
    expect(mean).toEqual({ ndcg: 0.5, mrr: 0.75, recall: 0.5 })
    expect(meanQuality([])).toEqual({ ndcg: 0, mrr: 0, recall: 0 })
  })
})

describe('a textbook’s example', () => {
  /**
   * Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR techniques (2002), section 2.1: the gains of ten documents
   * as they were found. Their logarithm begins to count at the second place; the one here divides by log2(i + 1), as most do since.
   *
   *   place       1      2      3      4      5      6      7      8      9      10
   *   gain        3      2      3      0      0      1      2      2      3      0
   *   log2(i+1)   1      1.585  2      2.322  2.585  2.807  3      3.170  3.322  3.459
   *   gain / log  3      1.2619 1.5    0      0      0.3562 0.6667 0.6309 0.9031 0
   *
   * The sum is 8.3187. The best order of these documents is 3 3 3 2 2 2 1:
   *
   *   gain / log  3      1.8928 1.5    0.8614 0.7737 0.7124 0.3333
   *
   * The sum of these is 9.0736, and 8.3187 / 9.0736 is 0.9168.
   */
  const gains = [3, 2, 3, 0, 0, 1, 2, 2, 3, 0]
  const ranking = gains.map((_, place) => `d${place}`)
  const judged = new Map(
    ranking.flatMap((id, place) => {
      const gain = gains[place] ?? 0
      return gain > 0 ? [[id, gain] as const] : []
    }),
  )

  test('of discounted gain comes out as it does by hand', () => {
    expect(normalizedGain(ranking, judged, 10)).toBeCloseTo(0.9168, 4)
  })

  test('of discounted gain at five places, too', () => {
    // (3 + 1.2619 + 1.5) / (3 + 1.8928 + 1.5 + 0.8614 + 0.7737) = 5.7619 / 8.0279
    expect(normalizedGain(ranking, judged, 5)).toBeCloseTo(0.7177, 4)
  })

  test('of the reciprocal rank is the mean over questions', () => {
    // Three questions, answered at the third, the second and the first place: (1/3 + 1/2 + 1) / 3 = 11/18.
    const found = ['cat', 'torus', 'virus'].map((answer, n) =>
      qualityOf(['x', 'y', 'z'].with(2 - n, answer), new Map([[answer, 1]])),
    )
    expect(meanQuality(found).mrr).toBeCloseTo(11 / 18, 12)
  })

  test('of recall counts what was found of what there is', () => {
    // Seven documents answer; four of them are among the first six.
    expect(recall(ranking, judged, 6)).toBeCloseTo(4 / 7, 12)
  })
})
