/** What is kept of each character is what Unicode says of it, asked for once or again. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countForeignLetters,
  isForeignLetter,
  isLetterOrDigit,
  isWritten,
  scriptOf,
} from '../../../src/corpus/repair/written-characters.ts'

/** Any code point, halves of pairs among them, and many of those that texts have. */
const code = fc.oneof(
  fc.nat(0x10ffff),
  fc.nat(0x24f),
  fc.integer({ min: 0x370, max: 0x5ff }),
  fc.integer({ min: 0x3000, max: 0x30ff }),
  fc.integer({ min: 0x4e00, max: 0x9fff }),
  fc.integer({ min: 0xd800, max: 0xdfff }),
  fc.integer({ min: 0x20000, max: 0x3134f }),
)

test('letters and digits are those of Unicode, however often they are asked for', () => {
  fc.assert(
    fc.property(code, (each) => {
      const character = String.fromCodePoint(each)
      const expected = /[\p{L}\p{N}]/u.test(character)
      expect([isLetterOrDigit(each), isLetterOrDigit(each)]).toEqual([expected, expected])
      expect(isForeignLetter(character)).toBe(each >= 0x80 && /\p{L}/u.test(character))
    }),
    { numRuns: 2000 },
  )
})

test('foreign letters of a text are counted, those of two units once', () => {
  expect(countForeignLetters('abc 123 ，。')).toBe(0)
  expect(countForeignLetters('café 文章 \u{20BB7} ß')).toBe(5)
  expect(countForeignLetters(['é', 'x', '文'])).toBe(2)
  expect(countForeignLetters('')).toBe(0)
})

test('a character is of the script that Unicode names, or of none of those that count', () => {
  const scripts = {
    Han: ['Han'],
    Latin: ['Latin'],
    kana: ['Hiragana', 'Katakana'],
    Hangul: ['Hangul'],
    Cyrillic: ['Cyrillic'],
    Greek: ['Greek'],
    Arabic: ['Arabic'],
    Hebrew: ['Hebrew'],
    Devanagari: ['Devanagari'],
    Thai: ['Thai'],
  }
  fc.assert(
    fc.property(code, (each) => {
      const character = String.fromCodePoint(each)
      const [script] = Object.entries(scripts).find(([, names]) =>
        names.some((name) => new RegExp(`\\p{Script=${name}}`, 'u').test(character)),
      ) ?? [undefined]
      expect([scriptOf(character), scriptOf(character)]).toEqual([script, script])
    }),
    { numRuns: 2000 },
  )
})

describe('people write', () => {
  test.each([
    ['letters of Europe', 'éßžřăşŁıơưǎ'],
    ['Vietnamese', 'ạếộựỹ'],
    ['Greek and Cyrillic', 'αΩжЯёї'],
    ['Hebrew, Arabic, Hindi and Thai', 'אבعربहिไทย'],
    ['Chinese, Japanese and Korean', '文章書〇々ひらカタ한국\u{20BB7}'],
    ['full width and half width forms', '，！Ａ１｡￥'],
    ['punctuation, signs and drawings', '“”…—€™→∑█★'],
    ['emoji', '😀🚀🀄'],
    ['what stands for a character that was lost', '\uFFFD'],
  ])('%s', (_, text) => {
    expect([...text].filter((each) => !isWritten(each.codePointAt(0) ?? 0))).toEqual([])
  })
})

describe('nobody writes', () => {
  test.each([
    ['private characters', '\uE000\uF8FF\u{F0000}\u{10FFFD}'],
    ['halves of pairs', '\uD800\uDFFF'],
    ['phonetic signs and rare Latin', 'ɐʘƀȸ'],
    ['scripts that no archive of articles holds', '܀ꀀ᐀𐀀𒀀'],
    ['ASCII by bytes beyond it', 'aZ0 \n'],
  ])('%s', (_, text) => {
    expect([...text].filter((each) => isWritten(each.codePointAt(0) ?? 0))).toEqual([])
  })
})
