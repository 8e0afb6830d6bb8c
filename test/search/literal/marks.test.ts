import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findMarks, type Needle } from '../../../src/search/literal/marks.ts'
import { normalizeText } from '../../../src/text/normalize/normalize.ts'
import { anyText } from '../../text/arbitraries.ts'

const inside = (text: string): Needle => ({ text, weight: 1, wholeWord: false })
const whole = (text: string): Needle => ({ text, weight: 1, wholeWord: true })

function marked(text: string, ...needles: Needle[]): string[] {
  return findMarks(text, needles).map(([start, end]) => text.slice(start, end))
}

test('a beginning is marked with the rest of its word, where a word begins with it', () => {
  const needle = (text: string): Needle => ({ ...inside(text), isPrefix: true })
  expect(marked('Vulnerable 与 invulnerable', needle('vuln'))).toEqual(['Vulnerable'])
  expect(marked('漏洞CVE-2025-24813、CVE-2025-', needle('cve-2025-'))).toEqual([
    'CVE-2025-24813',
    'CVE-2025-',
  ])
})

describe('marks', () => {
  test.each([
    ['the word as it stands', '新的开源模型', ['开源模型'], ['开源模型']],
    ['every time it stands there', '开源，开源。', ['开源'], ['开源', '开源']],
    ['Traditional for Simplified', '電子書籍與開源軟體', ['书籍', '开源'], ['書籍', '開源']],
    ['full width for half width', '用ＡＩ写代码', ['ai'], ['ＡＩ']],
    ['capitals for small letters', 'OpenAI 与 OPENAI', ['openai'], ['OpenAI', 'OPENAI']],
    ['words that touch are one', '这个开源模型发布', ['开源', '模型'], ['开源模型']],
    [
      'words that overlap are one',
      '中华人民共和国',
      ['中华人民', '人民共和国'],
      ['中华人民共和国'],
    ],
    [
      'one word inside another is one',
      '供应链攻击',
      ['供应链攻击', '供应链', '攻击'],
      ['供应链攻击'],
    ],
    [
      'words with a space between are two',
      'machine learning',
      ['machine', 'learning'],
      ['machine', 'learning'],
    ],
    ['a character that becomes several is marked whole', '面积50㎡左右', ['m'], ['㎡']],
    ['also from its second half', '面积50㎡左右', ['2左'], ['㎡左']],
    ['a letter with its accent', 'Cafe\u0301吧', ['caf\u00e9'], ['Cafe\u0301']],
    ['and not the letter without it', 'q\u0323\u0307x', ['q'], ['q\u0323\u0307']],
    ['characters beyond the basic plane', '去𠮷野家吃饭', ['𠮷野家'], ['𠮷野家']],
    ['beside emoji', '😀开源😀', ['开源'], ['开源']],
    ['emoji', '很😀好', ['😀'], ['😀']],
    ['through what nobody sees', '开\u200b源', ['开源'], ['开\u200b源']],
    ['a variation selector belongs to its character', '葛\u{E0100}城', ['葛'], ['葛\u{E0100}']],
    ['nothing where nothing is', '闭源', ['开源'], []],
    ['nothing for an empty needle', '开源', [''], []],
  ])('%s', (_fact, text, needles, expected) => {
    expect(marked(text, ...needles.map(inside))).toEqual(expected)
  })

  test.each([
    ['a word, but not inside another', 'art, party and ART2', ['art'], ['art']],
    ['Han on both sides parts it', '用AI做', ['ai'], ['AI']],
    ['kana parts it', 'のAIは', ['ai'], ['AI']],
    ['a letter beyond the basic plane does not', '𐐨art art𐐨 art', ['art'], ['art']],
    ['a letter with an accent does not', 'q\u0323\u0307art', ['art'], []],
    ['a name whole', 'CVE-2025-24813、CVE-2025-248130', ['cve-2025-24813'], ['CVE-2025-24813']],
    ['a name that ends with signs', 'C++11 C++', ['c++'], ['C++', 'C++']],
    ['a name that begins with a full stop', 'ASP.NET .NETWORK', ['.net'], ['.NET']],
    ['a word that overlaps one that is none', 'xa.a.a', ['a.a'], ['a.a']],
    ['a digit run', '2025年12025', ['2025'], ['2025']],
  ])('whole words: %s', (_fact, text, needles, expected) => {
    expect(marked(text, ...needles.map(whole))).toEqual(expected)
  })
})

/** A text and needles of which many stand in it: pieces of what it becomes by normalising. */
const textAndNeedles = anyText.chain((text) => {
  const normalized = [...normalizeText(text)]
  const piece = fc
    .tuple(fc.nat(normalized.length), fc.integer({ min: 1, max: 6 }))
    .map(([start, length]) => normalized.slice(start, start + length).join(''))
  return fc.record({
    text: fc.constant(text),
    needles: fc.array(piece.map(inside), { maxLength: 4 }),
  })
})

describe('whatever the text', () => {
  test('marks lie inside it, in order, apart, and part no character', () => {
    fc.assert(
      fc.property(textAndNeedles, ({ text, needles }) => {
        let last = -1
        for (const [start, end] of findMarks(text, needles)) {
          expect(start).toBeGreaterThan(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          for (const at of [start, end])
            expect(text.slice(at - 1, at + 1)).not.toMatch(/^[\ud800-\udbff][\udc00-\udfff]$/)
          last = end
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('every mark normalises to something that holds a needle', () => {
    fc.assert(
      fc.property(textAndNeedles, ({ text, needles }) => {
        for (const mark of marked(text, ...needles)) {
          const normalized = normalizeText(mark)
          expect(needles.some((needle) => normalized.includes(needle.text))).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('a needle that stands in the normalised text is marked', () => {
    fc.assert(
      fc.property(textAndNeedles, ({ text, needles }) => {
        for (const needle of needles) {
          const stands = needle.text !== '' && normalizeText(text).includes(needle.text)
          expect(findMarks(text, [needle]).length > 0).toBe(stands)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('of words parted by signs or Han those that are the needle are marked', () => {
    const words = fc.array(fc.constantFrom('art', 'Art', 'ＡＲＴ', 'party', 'art2', 'é', 'b'))
    const sign = fc.constantFrom(' ', '，', '艺', ', ', '（')
    fc.assert(
      fc.property(words, sign, (all, separator) => {
        const expected = all.filter((word) => /^(art|ＡＲＴ)$/i.test(word))
        expect(marked(all.join(separator), whole('art'))).toEqual(expected)
      }),
    )
  })
})
