import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isHan, isHanText, isKana, isWide } from '../../../src/text/normalize/wide.ts'
import { countKinds, isWordUnit, visitPieces } from '../../../src/text/terms/script-runs.ts'
import { anyText } from '../arbitraries.ts'

function pieces(text: string): readonly string[] {
  const found: string[] = []
  visitPieces(text, (kind, start, end) => found.push(`${kind} ${text.slice(start, end)}`))
  return found
}

describe('pieces', () => {
  test.each([
    ['Han and Latin part without a space', '使用node开发', ['han 使用', 'word node', 'han 开发']],
    ['letters and digits are one run', 'log4j2', ['word log4j2']],
    ['々 and 〇 are Han, so are characters beyond the basic plane', '々二〇𠮷', ['han 々二〇𠮷']],
    ['kana is one kind, with its long vowel mark', 'スーパーです', ['kana スーパーです']],
    ['the middle dot parts kana', 'ア・イ', ['kana ア', 'kana イ']],
    [
      'other scripts are words',
      'Москва العربية 한국어',
      ['word Москва', 'word العربية', 'word 한국어'],
    ],
    ['marks belong to the word', 'q\u0323x हिन्दी', ['word q\u0323x', 'word हिन्दी']],
    ['letters beyond the basic plane are words', '𐐨𐐩', ['word 𐐨𐐩']],
    ['emoji, punctuation and halves of pairs are nothing', '😀，。—\ud842', []],
    ['a keycap is its digit', '1\u20e3', ['word 1']],
  ])('%s', (_fact, text, expected) => {
    expect(pieces(text)).toEqual(expected)
  })

  test('runs are maximal, in order, and all letters and digits are in one', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let [last, lastKind, between] = [0, '', '']
        visitPieces(text, (kind, start, end) => {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          if (start === last) expect(kind).not.toBe(lastKind)
          between += `${text.slice(last, start)} `
          last = end
          lastKind = kind
        })
        expect(between + text.slice(last)).not.toMatch(/[\p{L}\p{Nd}]/u)
      }),
      { numRuns: 1000 },
    )
  })
})

test('units counted by kind are those of the runs', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const expected = { han: 0, kana: 0, word: 0 }
      visitPieces(text, (kind, start, end) => {
        expected[kind] += end - start
      })
      expect(countKinds(text)).toEqual(expected)
    }),
  )
})

test('a unit of the basic plane that is not wide belongs to a word if Unicode calls it a letter, a number or a mark that encloses nothing', () => {
  for (let unit = 0; unit < 0xd800; unit++) {
    if (isWide(unit)) continue
    const expected = /^[\p{L}\p{N}\p{Mn}\p{Mc}]/u.test(String.fromCharCode(unit))
    if (isWordUnit(unit) !== expected) expect.fail(unit.toString(16))
  }
})

describe('wide units', () => {
  test('a text is Han if all its characters are, and there is one', () => {
    const characters = fc.constantFrom(...'开々〇㐀𠮷a1の、 ', '\ud842', '\udfb7')
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 4 }), (parts) => {
        const text = parts.join('')
        expect(isHanText(text)).toBe(/^\p{Script=Han}+$/u.test(text))
      }),
    )
  })

  test('Han of the basic plane is what Unicode calls Han', () => {
    for (let unit = 0; unit < 0xd800; unit++) {
      const character = String.fromCharCode(unit)
      if (isHan(unit) !== /\p{Script=Han}/u.test(character)) expect.fail(unit.toString(16))
    }
  })

  test('kana is what Unicode calls kana, and the marks it shares', () => {
    for (let unit = 0x3040; unit < 0x3200; unit++) {
      const expected = /[\p{Script=Hiragana}\p{Script=Katakana}\u3099\u309aー]/u.test(
        String.fromCharCode(unit),
      )
      if (isKana(unit) !== expected) expect.fail(unit.toString(16))
    }
  })

  test('both halves of 𠮷 are wide, the first half of an emoji is not', () => {
    expect([...Array(2).keys()].map((at) => isWide('𠮷'.charCodeAt(at)))).toEqual([true, true])
    expect(isWide('😀'.charCodeAt(0))).toBe(false)
    expect(isWide('a'.charCodeAt(0))).toBe(false)
  })
})
