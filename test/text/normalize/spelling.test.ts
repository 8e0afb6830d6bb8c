import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalizeText } from '../../../src/text/normalize/normalize.ts'
import {
  isSpeltAlike,
  SPELLING,
  spellingOf,
  spellingOfBytes,
} from '../../../src/text/normalize/spelling.ts'
import { anyText } from '../arbitraries.ts'

const smallAscii = (text: string) =>
  text.replace(/[A-Z]/g, (capital) => String.fromCharCode(capital.charCodeAt(0) + 0x20))

function placesIn(text: string, needle: string): number {
  return text.split(needle).length - 1
}

describe('the spelling of a text', () => {
  test.each([
    ['漏洞 in OpenSSL 3.0。', 0],
    ['好消息😀', 0],
    ['漏洞，利用……', SPELLING.signs],
    ['表\t格', SPELLING.spaces],
    ['全文　检索，完', SPELLING.spaces + SPELLING.signs],
    ['書籍', SPELLING.other],
    ['ＡＩ', SPELLING.other],
    ['全\u200b文', SPELLING.other],
    ['Élan vital', SPELLING.letters],
    ['Москва', SPELLING.letters],
    ['ｶﾅ', SPELLING.letters],
    ['İstanbul', SPELLING.other],
    ['か\u3099', SPELLING.other],
    ['⽔', SPELLING.other],
    ['㎡', SPELLING.other],
  ])('of %j is %i', (text, spelling) => {
    expect(spellingOf(text)).toBe(spelling)
  })

  test('is the same of its bytes, wherever they lie', () => {
    const texts = fc.tuple(anyText, anyText).map((both) => both.map((text) => text.toWellFormed()))
    fc.assert(
      fc.property(texts, ([before = '', text = '']) => {
        const bytes = new TextEncoder().encode(before + text)
        const start = new TextEncoder().encode(before).length
        expect(spellingOfBytes(bytes, start, bytes.length)).toBe(spellingOf(text))
      }),
      { numRuns: 2000 },
    )
  })

  test('says when a needle stands in the text as it is stored where it stands in the normalised one', () => {
    const cases = anyText.chain((text) => {
      const normalized = normalizeText(text)
      const units = fc.nat(normalized.length)
      return fc.record({
        text: fc.constant(text),
        start: units,
        length: fc.integer({ min: 1, max: 6 }),
      })
    })
    let alike = 0
    fc.assert(
      fc.property(cases, ({ text, start, length }) => {
        const normalized = normalizeText(text)
        const needle = normalized.slice(start, start + length)
        if (needle === '' || !isSpeltAlike(needle, spellingOf(text))) return
        alike++
        expect(placesIn(smallAscii(text), needle)).toBe(placesIn(normalized, needle))
      }),
      { numRuns: 2000 },
    )
    expect(alike).toBeGreaterThan(100)
  })

  test('is no obstacle for a needle without the signs and spaces in question', () => {
    expect(isSpeltAlike('漏洞', SPELLING.signs + SPELLING.spaces)).toBe(true)
    expect(isSpeltAlike('漏洞,利用', SPELLING.signs)).toBe(false)
    expect(isSpeltAlike('zero day', SPELLING.spaces)).toBe(false)
    expect(isSpeltAlike('zero day', SPELLING.signs)).toBe(true)
    expect(isSpeltAlike('漏洞', SPELLING.other)).toBe(false)
    expect(isSpeltAlike('漏洞 log4j', SPELLING.letters)).toBe(true)
    expect(isSpeltAlike('élan', SPELLING.letters)).toBe(false)
    expect(isSpeltAlike('カナ', SPELLING.letters)).toBe(false)
  })
})
