import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packFrequencies } from '../../../src/index/postings/frequencies.ts'
import {
  inverseDocumentFrequency,
  lengthNorm,
  normOf,
  RANKING,
  type Ranking,
  saturation,
  scoreShare,
} from '../../../src/search/lists/bm25f.ts'

/** The formula of the paper, written down as it stands there. */
function byThePaper(
  { k1, title, body }: Ranking,
  counts: { readonly inTitle: number; readonly inBody: number },
  lengths: { readonly title: number; readonly body: number },
  averages: { readonly title: number; readonly body: number },
): number {
  const field = (tf: number, length: number, average: number, { weight, b }: Ranking['body']) =>
    (weight * tf) / (1 - b + b * (length / average))
  const f =
    field(counts.inTitle, lengths.title, averages.title, title) +
    field(counts.inBody, lengths.body, averages.body, body)
  return f / (k1 + f)
}

test('a posting is worth what the paper says, in single precision', () => {
  const count = fc.nat(20)
  const length = fc.integer({ min: 1, max: 3000 })
  const b = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(
      fc.tuple(count, count),
      fc.tuple(length, length),
      fc.tuple(length, length),
      fc.tuple(b, b),
      ([inTitle, inBody], [titleLength, bodyLength], [averageTitle, averageBody], [b1, b2]) => {
        const ranking = { ...RANKING, title: { weight: 3, b: b1 }, body: { weight: 1, b: b2 } }
        const fields = {
          titleLengths: Uint32Array.of(0, titleLength),
          bodyLengths: Uint32Array.of(0, bodyLength),
          titleNorm: lengthNorm(averageTitle, b1),
          bodyNorm: lengthNorm(averageBody, b2),
        }
        const share = scoreShare(ranking, fields, 1, packFrequencies(inBody, inTitle))
        const expected = byThePaper(
          ranking,
          { inTitle, inBody },
          { title: titleLength, body: bodyLength },
          { title: averageTitle, body: averageBody },
        )
        expect(share).toBeCloseTo(expected, 6)
        expect(Math.fround(share)).toBe(share)
      },
    ),
  )
})

test('a rarer term weighs more, and no term less than nothing', () => {
  for (let held = 1; held <= 100; held++) {
    expect(inverseDocumentFrequency(held, 100)).toBeGreaterThan(0)
    expect(inverseDocumentFrequency(held, 100)).toBeLessThan(
      inverseDocumentFrequency(held - 1, 100),
    )
  }
})

test('more occurrences are worth more, but never all', () => {
  expect(saturation(0, 1.1)).toBe(0)
  expect(saturation(1.1, 1.1)).toBe(0.5)
  expect(saturation(1e6, 1.1)).toBeLessThan(1)
})

test('a field of average length divides by one, and so does one of which nothing is known', () => {
  expect(normOf(lengthNorm(80, 0.75), 80)).toBeCloseTo(1, 12)
  expect(normOf(lengthNorm(0, 0.75), 80)).toBe(1)
})
