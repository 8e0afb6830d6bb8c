import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalizeText } from '../../src/text/normalize/normalize.ts'
import { lettersOf, likeness, shinglesOf, sketchOf } from '../../src/text/shingles.ts'
import { anyText } from './arbitraries.ts'

const SENTENCES = Array.from(
  { length: 60 },
  (_, n) =>
    `第${n}位受访者谈到了${'漏洞书籍模型苹果电池卫星桥梁诗歌'.slice(n % 8, (n % 8) + 5)}和另外${n * 7}件事。`,
)

/** The share of slots in which two sketches agree. */
function agreement(a: Uint16Array | undefined, b: Uint16Array | undefined): number {
  if (a === undefined || b === undefined) return Number.NaN
  return a.filter((value, slot) => value === b[slot]).length / a.length
}

describe('shingles', () => {
  test('are the runs of eight letters, whatever stands between them', () => {
    const spaced = shinglesOf('甲乙丙丁 戊己，庚辛\n壬。')
    expect(spaced).toEqual(shinglesOf('甲乙丙丁戊己庚辛壬'))
    expect(spaced.length).toBe(2)
    expect(shinglesOf('甲乙丙丁戊己庚').length).toBe(0)
  })

  test('are as many as there are different windows, and the same for the same windows', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const [a, b] = [normalizeText(one), normalizeText(other)]
        const windows = (text: string) => {
          const letters = lettersOf(text)
          const count = Math.max(0, letters.length - 7)
          return new Set(Array.from({ length: count }, (_, at) => letters.slice(at, at + 8)))
        }
        const [left, right] = [windows(a), windows(b)]
        const common = [...left].filter((window) => right.has(window)).length
        expect(shinglesOf(a).length).toBe(left.size)
        const { jaccard, containment } = likeness(shinglesOf(a), shinglesOf(b))
        const [small, union] = [Math.min(left.size, right.size), left.size + right.size - common]
        expect(jaccard).toBeCloseTo(small === 0 ? 0 : common / union)
        expect(containment).toBeCloseTo(small === 0 ? 0 : common / small)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a sketch', () => {
  test('tells how alike two texts are, within what chance allows', () => {
    // 32 slots: a standard deviation of at most 0.09; in 200 pairs hardly one is off by four of them.
    fc.assert(
      fc.property(
        fc.subarray(SENTENCES, { minLength: 20 }),
        fc.subarray(SENTENCES, { minLength: 20 }),
        (some, others) => {
          const [a, b] = [some.join(''), others.join('')]
          const { jaccard } = likeness(shinglesOf(a), shinglesOf(b))
          expect(Math.abs(agreement(sketchOf(a), sketchOf(b)) - jaccard)).toBeLessThan(0.36)
        },
      ),
      { numRuns: 200 },
    )
  })

  test('and on average exactly', () => {
    const pairs = fc.sample(
      fc.tuple(
        fc.subarray(SENTENCES, { minLength: 20 }),
        fc.subarray(SENTENCES, { minLength: 20 }),
      ),
      { numRuns: 200, seed: 1 },
    )
    const errors = pairs.map(([some, others]) => {
      const [a, b] = [some.join(''), others.join('')]
      return agreement(sketchOf(a), sketchOf(b)) - likeness(shinglesOf(a), shinglesOf(b)).jaccard
    })
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length
    expect(Math.abs(mean)).toBeLessThan(0.03)
  })

  test('does not come of a text that is too short', () => {
    expect(sketchOf('一句话，说不清什么。')).toBeUndefined()
    expect(sketchOf('')).toBeUndefined()
  })
})
