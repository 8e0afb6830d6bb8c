import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeJson, neutralize, neutralizeLines } from '../../../src/cli/print/neutralize.ts'

describe('harmless', () => {
  test.each([
    ['an escape sequence loses its power', '红\u001b[31m色', '红\ufffd[31m色'],
    ['a one-character escape sequence as well', 'a\u009b31mb', 'a\ufffd31mb'],
    ['line breaks and tabs become spaces', '一\n二\r\n三\t四\u2028五', '一 二  三 四 五'],
    ['text cannot be turned round', 'user\u202egnp.exe', 'user\ufffdgnp.exe'],
    ['a bell does not ring', '叮\u0007', '叮\ufffd'],
    ['half a character is not passed on', '\ud842', '\ufffd'],
    ['Chinese, emoji and rare characters stay', '搜文 👨‍👩‍👧 𠮷 e\u0301', '搜文 👨‍👩‍👧 𠮷 e\u0301'],
  ])('%s', (_fact, text, expected) => {
    expect(neutralize(text)).toBe(expected)
  })

  test('no output holds a control character, and marks keep their places', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const safe = neutralize(text)
        expect(safe).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u)
        expect(safe.length).toBe(text.length)
      }),
    )
  })
})

test('text of several lines keeps its line breaks only', () => {
  expect(neutralizeLines('一\r\n\u001b二\n\t三')).toBe('一\n\ufffd二\n 三')
})

describe('harmlessJson', () => {
  test('what a terminal obeys is written as an escape', () => {
    expect(escapeJson({ title: 'a\u009bb\u202e' })).toBe('{"title":"a\\u009bb\\u202e"}')
  })

  test('the value is the same when it is read again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const json = escapeJson([text])
        expect(JSON.parse(json)).toEqual([text])
        expect(json).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u)
      }),
    )
  })
})

/** Texts in which a third of the characters are dangerous. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\u001b',
      '\u009b',
      '\n',
      '\u0085',
      '\u202e',
      '\u2067',
      '\u2028',
      '\ud800',
      '\u007f',
    ),
    fc.constantFrom('搜', '𠮷', 'a', ' ', '👍🏽'),
    fc.string({ unit: 'binary', maxLength: 1 }),
  ),
})
