import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  NO_UNIT,
  pairKey,
  pairOf,
  pairOfKey,
  seamOf,
  visitPairs,
  visitSeams,
  visitSpacedWords,
} from '../../../src/index/postings/pairs.ts'
import { normalizeText } from '../../../src/text/normalize/normalize.ts'
import { anyText } from '../../text/arbitraries.ts'

function seamsOf(text: string): readonly number[] {
  const seams: number[] = []
  visitSeams(text, (seam) => seams.push(seam))
  return seams
}

/** The same from the words themselves. */
function seamsOfWords(text: string): readonly number[] {
  const seams: number[] = []
  const unit = (place: number, isThere: boolean) => (isThere ? text.charCodeAt(place) : NO_UNIT)
  visitSpacedWords(text, (start, space, end) =>
    seams.push(
      seamOf(
        unit(space - 1, true),
        unit(space - 2, space - 2 >= start),
        unit(space + 1, true),
        unit(space + 2, space + 2 < end),
      ),
    ),
  )
  return seams
}

test('seams are those of each two words of letters with a single space between', () => {
  const sign = fc.constantFrom('a', 'b', '1', ' ', ' ', '漏', '-', 'é', '𝒜', '😀', '𠮷', 'か', '\n')
  fc.assert(
    fc.property(fc.string({ unit: sign, maxLength: 40 }), (text) => {
      expect(seamsOf(text)).toEqual(seamsOfWords(text))
    }),
    { numRuns: 1000 },
  )
  expect(seamsOf('red hat 红 帽').length).toBe(1)
})

describe('pairs', () => {
  const written = (text: string) => {
    const pairs: string[] = []
    visitPairs(text, (pair) => {
      const second = pair & 0xffff
      pairs.push(
        String.fromCharCode(pair >>> 16) + (second === 0 ? '' : String.fromCharCode(second)),
      )
    })
    return pairs
  }

  test.each([
    ['全文检索', '全文 文检 检索 索'],
    ['全，文', '全 ， 文'],
    ['a全b文', '全 文'],
    ['か漢', 'か漢 漢'],
    ['(!)', '(! !) )'],
    ['a-b--c', '- -- -'],
    ['2025年', '年'],
    ['한국어', ''],
    ['全 文', '全 文'],
    ['', ''],
  ])('of %j are %j', (text, expected) => {
    expect(written(text).join(' ')).toBe(expected)
  })

  test('of a picture are those of its halves', () => {
    expect(written('😀')).toEqual(['\ud83d\ude00', '\ude00'])
  })

  test('tell whether two units of one kind stand side by side: each such text is found by its pairs', () => {
    const cases = anyText.map(normalizeText).chain((text) =>
      fc.record({
        text: fc.constant(text),
        at: fc.nat(text.length),
        length: fc.integer({ min: 1, max: 5 }),
      }),
    )
    fc.assert(
      fc.property(cases, ({ text, at, length }) => {
        const all = new Set(written(text))
        const whole = written(text.slice(at, at + length))
        // The last unit of a piece may have another behind it in the text.
        for (const pair of whole)
          if (pair.length === 2) expect(all).toContain(pair)
          else expect([...all].some((one) => one.startsWith(pair))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('have keys that sort as their units do, and come back from them', () => {
    const unit = fc.oneof(fc.nat(3), fc.constantFrom(0x7fff, 0x8000, 0xffff), fc.nat(0xffff))
    fc.assert(
      fc.property(unit, unit, unit, unit, (a, b, c, d) => {
        expect(pairOfKey(pairKey(pairOf(a, b)))).toBe(pairOf(a, b))
        expect([...pairKey(pairOf(a, b))]).toEqual([a >> 8, a & 0xff, b >> 8, b & 0xff])
        const order = Buffer.compare(pairKey(pairOf(a, b)), pairKey(pairOf(c, d)))
        expect(order).toBe(Math.sign(a - c || b - d))
      }),
    )
  })
})

test('seams of ASCII words have keys of their own, apart from those of all pairs', () => {
  const units = [...'abcz019'].map((sign) => sign.charCodeAt(0))
  const keys = new Set<number>()
  for (const last of units)
    for (const before of [...units, NO_UNIT])
      for (const first of units)
        for (const second of [...units, NO_UNIT]) keys.add(seamOf(last, before, first, second))
  expect(keys.size).toBe(7 * 8 * 7 * 8)
  for (const key of keys) {
    const unit = String.fromCharCode(key >>> 16)
    expect(unit >= '\uac00' && unit <= '\ud7a3').toBe(true)
  }
})
