/**
 * Tells how a text differs from its normalised form (normalize.ts), apart from capital letters of ASCII. Where no difference matters
 * to what is looked for, the bytes can be searched as they are stored.
 */

import { foldCluster, joinsPrevious } from './cluster.ts'

/** Flags, added up. */
export const SPELLING = {
  /** The text has signs that become others, or several: ，is a comma, … three full stops. */
  signs: 1,
  /** The text has spaces other than the space itself. */
  spaces: 2,
  /** The text has anything else that changes: Traditional characters, full width, what joins the character before it. */
  other: 4,
  /** The text has letters that become others which are neither of ASCII nor Han: È, Д, half-width kana. */
  letters: 8,
} as const

const KNOWN = 0x80
/** Flags by unit of the basic plane, 0 until the unit is first met. */
const SPELLINGS = new Uint8Array(0x10000)

/** Returns flags of SPELLING. */
export function spellingOf(text: string): number {
  let flags = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if ((unit & 0xf800) === 0xd800) {
      const character = String.fromCodePoint(text.codePointAt(index) ?? unit)
      flags |= spellingOfCharacter(character)
      index += character.length - 1
    } else flags |= SPELLINGS[unit] || spellingOfUnit(unit)
  }
  return flags & ~KNOWN
}

/** Returns the flags of the UTF-8 text in [start, end) of the bytes, without decoding it. */
export function spellingOfBytes(bytes: Uint8Array, start: number, end: number): number {
  let flags = 0
  for (let at = start; at < end; ) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) {
      flags |= SPELLINGS[byte] || spellingOfUnit(byte)
      at++
    } else if (byte < 0xf0) {
      const length = byte < 0xe0 ? 2 : 3
      const unit = unitAt(bytes, at, length)
      flags |= SPELLINGS[unit] || spellingOfUnit(unit)
      at += length
    } else {
      flags |= spellingOfCharacter(new TextDecoder().decode(bytes.subarray(at, at + 4)))
      at += 4
    }
  }
  return flags & ~KNOWN
}

/**
 * Says whether a normalised needle can be found in a text's own characters, capitals aside, by the flags of the text. Returns false
 * for a needle with half a character.
 */
export function isSpeltAlike(needle: string, spelling: number): boolean {
  if ((spelling & SPELLING.other) !== 0 || !needle.isWellFormed()) return false
  if ((spelling & SPELLING.spaces) !== 0 && needle.includes(' ')) return false
  if ((spelling & SPELLING.letters) !== 0 && /(?![\p{ASCII}\p{Script=Han}])\p{L}/u.test(needle))
    return false
  return (spelling & SPELLING.signs) === 0 || !/[^\p{L}\p{N}\p{M}\s]/u.test(needle)
}

/** Reads a character of two or three bytes. */
function unitAt(bytes: Uint8Array, at: number, length: number): number {
  const [first = 0, second = 0] = [bytes[at], bytes[at + 1]]
  if (length === 2) return ((first & 0x1f) << 6) | (second & 0x3f)
  return ((first & 0x0f) << 12) | ((second & 0x3f) << 6) | ((bytes[at + 2] ?? 0) & 0x3f)
}

function spellingOfUnit(unit: number): number {
  const spelling = spellingOfCharacter(String.fromCharCode(unit)) | KNOWN
  SPELLINGS[unit] = spelling
  return spelling
}

/** Characters that join no other are normalised one by one. */
function spellingOfCharacter(character: string): number {
  if (joinsPrevious(character, 0)) return SPELLING.other
  if (/^[A-Z]$/.test(character)) return 0
  const folded = foldCluster(character)
  if (folded === character) return 0
  if (folded === ' ') return SPELLING.spaces
  if (/^(?:(?![\p{ASCII}\p{Script=Han}])\p{L})+$/u.test(folded)) return SPELLING.letters
  return /^[^\p{L}\p{N}\p{M}\s]+$/u.test(folded) ? SPELLING.signs : SPELLING.other
}
