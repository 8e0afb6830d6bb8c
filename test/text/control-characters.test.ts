import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONTROLS, replaceControls } from '../../src/text/control-characters.ts'

const controls = new RegExp(`[${CONTROLS}]`, 'g')

test.each([
  ['an escape sequence', '红\u001b[31m色', '红\ufffd[31m色'],
  ['a one-character escape sequence', 'a\u009b31mb', 'a\ufffd31mb'],
  ['breaks and tabs', '一\n二\r\n三\t四\u2028五\u0085六', '一 二  三 四 五 六'],
  ['an override of direction', 'user\u202egnp.exe', 'user\ufffdgnp.exe'],
  ['an annotation', '字\ufff9注\ufffb', '字\ufffd注\ufffd'],
  ['half a character', '\ud842', '\ufffd'],
  ['what is none of these', '搜文 👨‍👩‍👧 𠮷 e\u0301 \u200e', '搜文 👨‍👩‍👧 𠮷 e\u0301 \u200e'],
])('%s', (_case, text, expected) => {
  expect(replaceControls(text, controls)).toBe(expected)
})

test('every other unit stays where it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const replaced = replaceControls(text, controls)
      expect(replaced).toHaveLength(text.length)
      for (let i = 0; i < text.length; i++)
        if (![' ', '\ufffd'].includes(replaced.charAt(i))) expect(replaced[i]).toBe(text[i])
      expect(replaced).not.toMatch(/[\p{Cc}\p{Cs}]/u)
    }),
  )
})
