/**
 * GB18030 or Big5: which of the two a text's bytes are in, if either. Each takes nearly any bytes; but in the right one
 * most characters are of the rows that hold the everyday ones, and every third is one of the few hundred commonest.
 */

import { COMMON } from '../repair/common-characters.ts'

export type LegacyEncoding = 'gb18030' | 'big5'

/** Bytes that are looked at, from the first one beyond ASCII. */
const SAMPLE_BYTES = 32_768
/** The sum of both shares in a text that is not Chinese at all stays under this; in short titles it reaches 1, in texts 1.2. */
const CHINESE = 0.5
/** What one pair of bytes that no character has weighs against those that are right. */
const BROKEN_WEIGHT = 2

/** undefined: the bytes read as Chinese in neither. */
export function legacyEncodingOf(bytes: Uint8Array): LegacyEncoding | undefined {
  const start = bytes.findIndex((byte) => byte >= 0x80)
  const sample = bytes.subarray(start, start + SAMPLE_BYTES)
  const [gb18030, big5] = [naturalness(sample, 'gb18030'), naturalness(sample, 'big5')]
  if (Math.max(gb18030, big5) <= CHINESE) return undefined
  return big5 > gb18030 ? 'big5' : 'gb18030'
}

function naturalness(bytes: Uint8Array, encoding: LegacyEncoding): number {
  return everydayShare(bytes, encoding) + commonShare(bytes, encoding)
}

/** Share of the characters beyond ASCII that are of the everyday rows, less those that are broken. */
function everydayShare(bytes: Uint8Array, encoding: LegacyEncoding): number {
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

function isPair(lead: number, trail: number, encoding: LegacyEncoding): boolean {
  if (lead === 0x80 || lead === 0xff || trail < 0x40 || trail === 0x7f || trail === 0xff)
    return false
  return encoding === 'gb18030' || trail < 0x7f || trail > 0xa0
}

/** Punctuation, and the first level of characters: 3755 in GB 2312 by sound, 5401 in Big5 by strokes. */
function isEveryday(lead: number, trail: number, encoding: LegacyEncoding): boolean {
  if (encoding === 'big5') return lead === 0xa1 || (lead >= 0xa4 && lead <= 0xc6)
  return trail > 0xa0 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7))
}

/** Share of the characters beyond ASCII that are common ones, less those that are broken. */
function commonShare(bytes: Uint8Array, encoding: LegacyEncoding): number {
  let [all, common, broken] = [0, 0, 0]
  for (const character of new TextDecoder(encoding).decode(bytes)) {
    if (character <= '\x7f') continue
    all++
    if (character === '\uFFFD') broken++
    else if (COMMON.has(character)) common++
  }
  return all === 0 ? 0 : (common - broken * BROKEN_WEIGHT) / all
}
