/**
 * Which encoding from before Unicode a text's bytes are in, if any. Japanese is known by its kana, Korean by its syllables,
 * and languages of Western Europe by letters beyond ASCII that stand alone. Chinese is in GB18030 or Big5: each takes nearly any bytes; but in the right one
 * most characters are of the rows that hold the everyday ones, and every third is one of the few hundred commonest.
 */

import { COMMON } from '../repair/common-characters.ts'

export type LegacyEncoding = ChineseEncoding | 'shift_jis' | 'euc-jp' | 'euc-kr' | 'windows-1252'

type ChineseEncoding = 'gb18030' | 'big5'

/** Bytes that are looked at, from the first one beyond ASCII. */
const SAMPLE_BYTES = 32_768
/** The sum of both shares in a text that is not Chinese at all stays under this; in short titles it reaches 1, in texts 1.2. */
const CHINESE = 0.5
/** A pair of bytes that stands for no character weighs as much as this many that do. */
const BROKEN_WEIGHT = 2

/** Undefined: the bytes read well in none. */
export function legacyEncodingOf(bytes: Uint8Array): LegacyEncoding | undefined {
  const start = bytes.findIndex((byte) => byte >= 0x80)
  const sample = bytes.subarray(start, start + SAMPLE_BYTES)
  if (shiftJisKanaShare(sample) >= KANA_SHARE) return 'shift_jis'
  const { pairs, kana, syllables } = countEucPairs(sample)
  if (pairs > 0 && kana >= pairs * KANA_SHARE) return 'euc-jp'
  const [gb18030, big5] = [naturalness(sample, 'gb18030'), naturalness(sample, 'big5')]
  const isKorean = pairs >= FEWEST_SYLLABLES && syllables >= pairs * SYLLABLE_SHARE
  const fewest = pairs < SHORT_PAIRS ? CHINESE_COMMON : CHINESE_COMMON_LONG
  if (isKorean && commonShare(sample, 'gb18030') < fewest) return 'euc-kr'
  if (Math.max(gb18030, big5) > CHINESE) return big5 > gb18030 ? 'big5' : 'gb18030'
  return isWestern(sample) ? 'windows-1252' : undefined
}

/** Japanese text has at least so many kana among its characters beyond ASCII; Chinese text hardly any. */
const KANA_SHARE = 0.2
/** Korean text has hardly anything but syllables, and read as Chinese hardly a common character. */
const SYLLABLE_SHARE = 0.85
const CHINESE_COMMON = 0.1
/** A longer Korean text read as Chinese has more common characters, but no longer Chinese text consists of syllables alone. */
const CHINESE_COMMON_LONG = 0.3
const SHORT_PAIRS = 20
/** A Chinese name of fewer characters may have none that is common. */
const FEWEST_SYLLABLES = 7

/** The share of kana among the characters of a text in Shift_JIS; 0 where a character is none of it. */
function shiftJisKanaShare(bytes: Uint8Array): number {
  let [all, kana] = [0, 0]
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    all++
    if (lead >= 0xa1 && lead <= 0xdf) continue
    const trail = bytes[++at]
    // A character may be cut at the end.
    if (trail === undefined) break
    if (
      lead === 0x80 ||
      lead === 0xa0 ||
      lead > 0xfc ||
      trail < 0x40 ||
      trail === 0x7f ||
      trail > 0xfc
    )
      return 0
    const isHiragana = lead === 0x82 && trail >= 0x9f && trail <= 0xf1
    if (isHiragana || (lead === 0x83 && trail <= 0x96)) kana++
  }
  return all === 0 ? 0 : kana / all
}

/** Pairs of bytes from 0xA1 on: all of them, kana by their rows in EUC-JP, syllables by theirs in EUC-KR. */
function countEucPairs(bytes: Uint8Array) {
  let [pairs, kana, syllables] = [0, 0, 0]
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[++at]
    if (trail === undefined) break
    if (lead < 0xa1 || trail < 0xa1) return { pairs: 0, kana: 0, syllables: 0 }
    if (lead > 0xa3) pairs++
    if (lead === 0xa4 || lead === 0xa5) kana++
    if (lead >= 0xb0 && lead <= 0xc8) syllables++
  }
  return { pairs, kana, syllables }
}

/** Letters and signs of Western Europe's languages, most of them between bytes of ASCII. */
function isWestern(bytes: Uint8Array): boolean {
  let [all, alone, letters] = [0, 0, 0]
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) continue
    all++
    if ((bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80) alone++
    if (byte >= 0xc0 || WESTERN_SIGNS.has(byte)) letters++
  }
  return all > 0 && alone >= all * ALONE_SHARE && letters >= all * LETTER_SHARE
}

/** Two may stand side by side, as in größer. */
const ALONE_SHARE = 0.5
const LETTER_SHARE = 0.7
/** Quotation marks, dashes, the euro sign, a blank, and signs of currency, copyright, degrees and fractions. */
const WESTERN_SIGNS = new Set([
  0x80, 0x85, 0x8a, 0x8c, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9c, 0xa0, 0xa1, 0xa3,
  0xa7, 0xa9, 0xab, 0xae, 0xb0, 0xb2, 0xb4, 0xb7, 0xbb, 0xbd, 0xbf,
])

function naturalness(bytes: Uint8Array, encoding: ChineseEncoding): number {
  return everydayShare(bytes, encoding) + commonShare(bytes, encoding)
}

/** Share of the characters beyond ASCII that are of the everyday rows, less those that are broken. */
function everydayShare(bytes: Uint8Array, encoding: ChineseEncoding): number {
  let [all, everyday, broken] = [0, 0, 0]
  for (let at = 0; at < bytes.length; all++) {
    const lead = bytes[at] ?? 0
    const trail = bytes[at + 1] ?? 0
    if (lead < 0x80) {
      at++
      all--
    } else if (encoding === 'gb18030' && isDigit(trail)) at += 4
    else if (isPair(lead, trail, encoding)) {
      if (isEveryday(lead, trail, encoding)) everyday++
      at += 2
    } else {
      broken++
      at++
    }
  }
  return all === 0 ? 0 : (everyday - broken * BROKEN_WEIGHT) / all
}

/** GB18030 has characters of four bytes, whose second one is a digit. */
function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

function isPair(lead: number, trail: number, encoding: ChineseEncoding): boolean {
  if (lead === 0x80 || lead === 0xff || trail < 0x40 || trail === 0x7f || trail === 0xff)
    return false
  return encoding === 'gb18030' || trail < 0x7f || trail > 0xa0
}

/** Punctuation, and the first level of characters: 3755 in GB 2312 by sound, 5401 in Big5 by strokes. */
function isEveryday(lead: number, trail: number, encoding: ChineseEncoding): boolean {
  if (encoding === 'big5') return lead === 0xa1 || (lead >= 0xa4 && lead <= 0xc6)
  return trail > 0xa0 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7))
}

/** Share of the characters beyond ASCII that are common ones, less those that are broken. */
function commonShare(bytes: Uint8Array, encoding: ChineseEncoding): number {
  let [all, common, broken] = [0, 0, 0]
  for (const character of new TextDecoder(encoding).decode(bytes)) {
    if (character <= '\x7f') continue
    all++
    if (character === '\uFFFD') broken++
    else if (COMMON.has(character)) common++
  }
  return all === 0 ? 0 : (common - broken * BROKEN_WEIGHT) / all
}
