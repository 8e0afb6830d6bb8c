import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldCluster, joinsPrevious } from '../../../src/text/normalize/cluster.ts'
import { normalize, normalizeText, originalRange } from '../../../src/text/normalize/normalize.ts'
import { ORDINARY, RADICALS } from '../../../src/text/normalize/radicals.ts'
import { SIMPLIFIED, TRADITIONAL } from '../../../src/text/normalize/simplified-table.ts'
import { anyText } from '../arbitraries.ts'

const simplifiedForms = [...SIMPLIFIED, ...ORDINARY]
const forms = new Map(
  [...TRADITIONAL, ...RADICALS].map((character, place) => [character, simplifiedForms[place]]),
)
const simplified = (character: string) =>
  forms.get(character) ?? { '\u2010': '-', '\u2019': "'" }[character] ?? character

describe('normalising', () => {
  test.each([
    ['full width becomes half width, capitals small', 'ＡＩ　Ｎｅｗｓ', 'ai news'],
    [
      'Traditional becomes Simplified, character by character',
      '全文檢索書籍發髮',
      '全文检索书籍发发',
    ],
    ['characters common to both scripts stay', '著名的什么', '著名的什么'],
    ['a chain of forms is followed to its end', '薴', '苎'],
    ['a character beyond the basic plane stays', '𠮷野家', '𠮷野家'],
    ['a compatibility ideograph is its plain twin, then Simplified', '\uF937', '路'],
    ['a letter and its mark become one', 'e\u0301', 'é'],
    ['jamo become a syllable', '\u1112\u1161\u11ab', '한'],
    ['compatibility jamo become a syllable', 'ㄱㅏ', '가'],
    ['halfwidth kana with their voicing mark become one', 'ｶﾞ', 'ガ'],
    ['a sigma at the end of a word is like any other', 'ΣΑΣ', 'σασ'],
    ['one unit can become several', '㎡', 'm2'],
    ['all spaces are spaces, line feeds stay', 'a\u3000b\tc\u00a0d\r\ne\u0085f', 'a b c d \ne f'],
    ['the invisible vanishes', 'a\u200bb\u00adc\ufeffd\u2060e', 'abcde'],
    ['bidi controls vanish', '\u202egnp.exe\u202c\u2066', 'gnp.exe'],
    ['variation selectors vanish', '葛\u{E0100}❤\ufe0f', '葛❤'],
    ['a mark joins its letter across something invisible', 'e\u200b\u0301', 'é'],
    [
      'the hyphen and the apostrophe of word processors are those of the keyboard',
      'gpt\u20114 don’t',
      "gpt-4 don't",
    ],
    ['half a surrogate pair is no character', 'a\ud842b', 'a\ufffdb'],
  ])('%s', (_fact, original, expected) => {
    expect(normalizeText(original)).toBe(expected)
    expect(normalize(original).text).toBe(expected)
  })

  test('offsets lead back to the cluster each unit came from', () => {
    expect([...(normalize('㎡ＡＢ').offsets ?? [])]).toEqual([0, 0, 1, 2, 3])
    expect([...(normalize('xe\u0301y').offsets ?? [])]).toEqual([0, 1, 3, 4])
  })

  test('a text whose units stay in their places has no offsets', () => {
    expect(normalize('ＡＩ書籍，𠮷 x\u0323').offsets).toBeUndefined()
  })

  test('a range covers whole clusters of the original', () => {
    const squareMetres = normalize('10㎡大')
    expect(squareMetres.text).toBe('10m2大')
    expect(originalRange(squareMetres, 2, 3)).toEqual([2, 3])
    expect(originalRange(squareMetres, 3, 5)).toEqual([2, 4])
    expect(originalRange(normalize('e\u0301x'), 0, 1)).toEqual([0, 2])
    expect(originalRange(normalize('abc'), 1, 2)).toEqual([1, 2])
  })

  test('every unit becomes by itself what Unicode and the table make of it, common or not', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const character = String.fromCharCode(unit)
      const visible = character
        .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
        .replace(/\p{Surrogate}/gu, '\uFFFD')
      const folded = Array.from(visible.normalize('NFKC'), (one) => simplified(one.toLowerCase()))
      const expected = folded
        .join('')
        .normalize('NFKC')
        .replace(/[^\S\n]|\u0085/gu, ' ')
      if (normalizeText(character) !== expected) expect.fail(unit.toString(16))
      const joins =
        /^\p{Default_Ignorable_Code_Point}/u.test(character) ||
        /^[\p{M}\u1160-\u11FF\u{16D67}]/u.test(character.normalize('NFKC'))
      if (joinsPrevious(character, 0) !== joins) expect.fail(unit.toString(16))
    }
  })

  test('ASCII and Han, which are looked up, become what every other character becomes', () => {
    const units = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i))
    for (const character of [...units(0x20, 0x7e), ...units(0x4e00, 0x9fff)]) {
      expect(normalizeText(character), character).toBe(foldCluster(character))
    }
  })

  test('normalising twice changes nothing, whatever the character', () => {
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
      const once = normalizeText(`a${String.fromCodePoint(codePoint)}b`)
      if (normalizeText(once) !== once) expect.fail(`U+${codePoint.toString(16)}`)
    }
  })

  test('normalising twice changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalizeText(text)
        expect(normalizeText(once)).toBe(once)
      }),
      { numRuns: 2000 },
    )
  })

  test('both functions give the same text, which NFKC leaves alone', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: normalized } = normalize(text)
        expect(normalizeText(text)).toBe(normalized)
        expect(normalized.normalize('NFKC')).toBe(normalized)
      }),
      { numRuns: 2000 },
    )
  })

  test('offsets never go back, and end with the original', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: normalized, offsets } = normalize(text)
        if (offsets === undefined) {
          expect(normalized.length).toBe(text.length)
          return
        }
        expect(offsets.length).toBe(normalized.length + 1)
        expect(offsets.at(-1)).toBe(text.length)
        expect(offsets.toSorted()).toEqual(offsets)
      }),
      { numRuns: 2000 },
    )
  })

  test('marks heaped on a letter cost no time, and those too many go', () => {
    const heaped = `a${'\u0301\u0323'.repeat(100_000)}b`
    const once = normalizeText(heaped)
    // a and 31 marks of the original; ạ is one character, so 31 are left; then b.
    expect(once.length).toBe(32)
    expect(normalizeText(once)).toBe(once)
    expect(originalRange(normalize(heaped), 31, 32)).toEqual([200_001, 200_002])
  })

  test('a long text is normalised like its pieces', () => {
    const piece = 'ＡＩ書籍㎡，e\u0301。'
    expect(normalizeText(piece.repeat(20_000))).toBe('ai书籍m2,é。'.repeat(20_000))
  })
})

describe('signs that are drawn alike', () => {
  test.each([
    ['radicals of PDF files', '\u2ED3\u2ED4 \u2F83\u2F30', '长门 自己'],
    ['Traditional ones', '\u2FA8\u2FB4', '门页'],
    ['compatibility ideographs', '\uF900\uF98E\uFA0C', '岂年兀'],
    ['those of the supplement', '\u{2F800}\u{2F81A}', '丽冬'],
    ['a zero-width space', '缆\u200B绳', '缆绳'],
    ['word joiners and byte order marks', '缆\u2060绳\uFEFF索', '缆绳索'],
    ['a soft hyphen', 'light\u00ADhouse', 'lighthouse'],
    ['joiners', '缆\u200C绳\u200D', '缆绳'],
  ])('%s', (_fact, text, normalized) => {
    expect(normalizeText(text)).toBe(normalized)
  })
})
