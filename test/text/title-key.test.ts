/** Titles that are the same to a reader have one key. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalizeText } from '../../src/text/normalize/normalize.ts'
import { titleKey } from '../../src/text/title-key.ts'
import { anyText } from './arbitraries.ts'

describe('the key of a title', () => {
  test.each([
    ['漏洞通报：【更新】 Redis 7.2', '漏洞通报更新redis 7 2'],
    ['「資料庫」 與ＡＩ', '资料库与ai'],
    ['Log4j 2.17.1 —— 修复', 'log4j 2 17 1修复'],
    ['C++ 与 C# 与 C', 'c++与c#与c'],
    ['C ++', 'c ++'],
    ['a+b', 'a+b'],
    ['カタカナ・ひらがな', 'カタカナひらがな'],
    ['Красная — площадь', 'красная площадь'],
    ['한국어 제목', '한국어 제목'],
    ['  spaces  everywhere ', 'spaces everywhere'],
    ['Café', 'café'],
    ['？！', '?!'],
    [' ？ ！ ', '?!'],
    ['…', '...'],
    ['', ''],
    [' ', ''],
    ['+', '+'],
  ])('%j is %j', (title, key) => {
    expect(titleKey(title)).toBe(key)
  })

  test('holds the letters and digits of the title in order', () => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
    fc.assert(
      fc.property(anyText, (title) => {
        const normalized = normalizeText(title)
        fc.pre(letters(normalized) !== '')
        expect(letters(titleKey(title))).toBe(letters(normalized))
      }),
      { numRuns: 1000 },
    )
  })

  test('is the same with other signs and spaces around Han', () => {
    const sign = fc.constantFrom(' ', '，', '：', '【', '】', '——', '\n', '😀', '')
    const part = fc.constantFrom('漏洞', '通报', '更新', '开源')
    fc.assert(
      fc.property(fc.array(fc.tuple(sign, part), { minLength: 1 }), sign, (parts, last) => {
        const title = parts.flat().join('') + last
        expect(titleKey(title)).toBe(parts.map(([, text]) => text).join(''))
      }),
    )
  })

  test('of a key is the key', () => {
    fc.assert(
      fc.property(anyText, (title) => {
        const key = titleKey(title)
        expect(titleKey(key)).toBe(key)
      }),
      { numRuns: 1000 },
    )
  })
})
