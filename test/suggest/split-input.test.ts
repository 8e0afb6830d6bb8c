import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { typedOf } from '../../src/suggest/split-input.ts'
import { normalizeText } from '../../src/text/normalize/normalize.ts'

describe('what is being typed', () => {
  test.each([
    ['漏', '', '漏', '漏'],
    ['Apache 漏', 'Apache ', '漏', 'apache 漏'],
    ['apache漏', 'apache', '漏', 'apache漏'],
    ['漏洞ＰＯ', '漏洞', 'po', '漏洞po'],
    ['cve-2025-2', '', 'cve-2025-2', 'cve-2025-2'],
    ['苹果 -手', '苹果 -', '手', ''],
    ['苹果 （华', '苹果 （', '华', '苹果 (华'],
    ['标题：漏', '标题：', '漏', ''],
    ['漏洞 ', '漏洞 ', '', '漏洞 '],
    ['', '', '', ''],
  ])('of %j stands behind %j: %j', (text, before, word, whole) => {
    expect(typedOf(text)).toEqual({ before, word, whole, isSource: false })
  })

  test.each([
    ['source:sol', '', 'sol'],
    ['漏洞 来源：奇', '漏洞 ', '奇'],
  ])('of %j is a source', (text, before, word) => {
    expect(typedOf(text)).toEqual({ before, word, whole: '', isSource: true })
  })

  test('is the end of the text, whatever the text', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'漏洞aB1 "「（-:：', 'title:', 'source:', '來源', '😀'),
      maxLength: 12,
    })
    fc.assert(
      fc.property(text, (typed) => {
        const { before, word, isSource } = typedOf(typed)
        expect(typed.startsWith(before)).toBe(true)
        const rest = normalizeText(typed.slice(before.length))
        expect(isSource ? rest.endsWith(word) : rest === word).toBe(true)
      }),
    )
  })
})
