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

describe('a sketch of a normalised text', () => {
  /** Texts of a few sentences, some of which come again. */
  const text = fc.array(fc.constantFrom(...SENTENCES), { minLength: 4, maxLength: 20 })

  test('is that of its letters, whatever stands between them', () => {
    const between = fc.constantFrom('', ' ', '\n', '，', '——', ' **')
    fc.assert(
      fc.property(text, between, (sentences, sign) => {
        const letters = sentences.map((one) => lettersOf(one))
        expect(sketchOf(letters.join(sign))).toEqual(sketchOf(letters.join('')))
        expect(shinglesOf(letters.join(sign))).toEqual(shinglesOf(letters.join('')))
      }),
      { numRuns: 50 },
    )
  })

  test('depends on which shingles there are, not on their order and number', () => {
    fc.assert(
      fc.property(text, (sentences) => {
        const once = sentences.join('')
        // Behind the first copy come the shingles across the seam, and then those of the text again.
        const [twice, thrice] = [once + once, once + once + once]
        expect(shinglesOf(thrice)).toEqual(shinglesOf(twice))
        expect(sketchOf(thrice)).toEqual(sketchOf(twice))
      }),
      { numRuns: 50 },
    )
  })

  test('changes with another sentence in few slots, and in none without a reason', () => {
    fc.assert(
      fc.property(text, fc.nat(19), (sentences, place) => {
        const changed = sentences.with(place % sentences.length, '这一句原来没有。')
        const [a, b] = [sentences.join(''), changed.join('')]
        const { jaccard } = likeness(shinglesOf(a), shinglesOf(b))
        expect(agreement(sketchOf(a), sketchOf(b)) === 1 || jaccard < 1).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  test('comes of sixty shingles, and not of fifty-nine', () => {
    const letters = Array.from({ length: 67 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('')
    expect(sketchOf(letters)).toHaveLength(32)
    expect(sketchOf(letters.slice(1))).toBeUndefined()
  })

  test('borrows for slots without a shingle, so that unlike texts do not agree in them', () => {
    // One shingle a thousand times: 31 of 32 slots have none.
    const [a, b] = [sketchOf('甲'.repeat(80)), sketchOf('乙'.repeat(80))]
    expect(new Set(a).size).toBeGreaterThan(28)
    expect(agreement(a, b)).toBeLessThan(0.1)
    expect(agreement(a, sketchOf('甲'.repeat(90)))).toBe(1)
  })
})

describe('how alike two sets are', () => {
  const set = (...hashes: readonly number[]) => Uint32Array.from(hashes)

  test('is their common part of both, and of the smaller one', () => {
    expect(likeness(set(1, 2, 3, 4), set(3, 4, 5))).toEqual({ jaccard: 2 / 5, containment: 2 / 3 })
    expect(likeness(set(0, 0xffffffff), set(0xffffffff))).toEqual({
      jaccard: 1 / 2,
      containment: 1,
    })
    expect(likeness(set(7), set(8))).toEqual({ jaccard: 0, containment: 0 })
  })

  test('is nothing where one is empty', () => {
    for (const pair of [
      [set(), set(1)],
      [set(1), set()],
      [set(), set()],
    ] as const)
      expect(likeness(...pair)).toEqual({ jaccard: 0, containment: 0 })
  })
})

test('shingles ascend, each once', () => {
  fc.assert(
    fc.property(anyText, (one) => {
      const hashes = [...shinglesOf(one + one)]
      expect(hashes).toEqual([...new Set(hashes)].toSorted((a, b) => a - b))
    }),
  )
})
