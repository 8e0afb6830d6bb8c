/**
 * Adjacent pairs of characters, the literal half of the index. Over each run of wide characters (Han, kana, pictures) and over each
 * run of signs every UTF-16 unit is paired with the next, the last one with 0. So a pair's postings are exactly the articles where
 * the two units stand side by side, and all pairs that begin with a unit together are the articles that hold it. A pair is a
 * number of 32 bits, with its sign: V8 keeps those without a box, and indexing meets a hundred million of them.
 *
 * Between words of letters there are seams instead: what stands on both sides of a single space, two units each. Two common words
 * hardly tell an article in which they stand side by side from one in which they stand apart; a seam does.
 */

import { isWide } from '../../text/normalize/wide.ts'
import { isWordAt, isWordUnit, visitPieces } from '../../text/terms/script-runs.ts'

/** The classes of units. Units are paired within their class; letters, digits and spaces never are. */
export const PAIRED = { never: 0, wide: 1, sign: 2 } as const
const UNKNOWN = 3
const CLASSES = new Uint8Array(0x10000).fill(UNKNOWN)

/** The class of a UTF-16 unit, one of PAIRED. Both halves of a surrogate pair are wide. */
export function pairedAs(unit: number): number {
  const known = CLASSES[unit] ?? PAIRED.never
  if (known !== UNKNOWN) return known
  const found = classOf(unit)
  CLASSES[unit] = found
  return found
}

function classOf(unit: number): number {
  if (isWide(unit) || (unit & 0xf800) === 0xd800) return PAIRED.wide
  return isWordUnit(unit) || /\s/.test(String.fromCharCode(unit)) ? PAIRED.never : PAIRED.sign
}

/** Calls `visit` with each pair of a normalised text, in order, as often as it stands there. */
export function visitPairs(normalizedText: string, visit: (pair: number) => void): void {
  let [previous, before] = [0, 0]
  for (let i = 0; i < normalizedText.length; i++) {
    const unit = normalizedText.charCodeAt(i)
    const here = pairedAs(unit)
    if (before !== PAIRED.never) visit(pairOf(previous, here === before ? unit : 0))
    previous = unit
    before = here
  }
  if (before !== PAIRED.never) visit(pairOf(previous, 0))
}

/** The pair's number: first unit × 2^16 + second unit, as a signed number of 32 bits. */
export function pairOf(first: number, second: number): number {
  return (first << 16) | second
}

/** Stands for the unit that a word of one unit lacks. */
export const NO_UNIT = 0
const SPACE = 0x20
const NEVER = -2
const ASCII_DIGIT = 0x30
/** The keys of seams begin with U+AC00 and the units behind it: Hangul syllables are letters, and in no pair. */
const FIRST_SEAM = 0xac00_0000
const UNIT_BITS = 7

/**
 * Calls `visit` with the key of each seam of a normalised text, as often as it stands there. Seams with letters outside of ASCII
 * may share a key.
 */
export function visitSeams(normalizedText: string, visit: (seam: number) => void): void {
  // Only the units around each space are looked at. visitSpacedWords finds the same seams in three times the time.
  for (let space = normalizedText.indexOf(' '); space >= 0; ) {
    if (isWordAt(normalizedText, space - 1) && isWordAt(normalizedText, space + 1)) {
      const at = (place: number) => normalizedText.charCodeAt(place)
      const beforeLast = isWordAt(normalizedText, space - 2) ? at(space - 2) : NO_UNIT
      const second = isWordAt(normalizedText, space + 2) ? at(space + 2) : NO_UNIT
      visit(seamOf(at(space - 1), beforeLast, at(space + 1), second))
    }
    space = normalizedText.indexOf(' ', space + 1)
  }
}

/** Calls `visit` for each two words of letters with a single space between them, with the start of the first and the end of the second. */
export function visitSpacedWords(
  normalizedText: string,
  visit: (start: number, space: number, end: number) => void,
): void {
  let [before, space] = [0, NEVER]
  visitPieces(normalizedText, (kind, start, end) => {
    if (kind === 'word') {
      if (space === start - 1) visit(before, space, end)
      before = start
    }
    space = kind === 'word' && normalizedText.charCodeAt(end) === SPACE ? end : NEVER
  })
}

/**
 * The key of a seam: seven bits for each unit, from high to low for the last unit before the space, the one before that, the
 * first unit after the space, and the next.
 */
export function seamOf(last: number, beforeLast: number, first: number, second: number): number {
  const left = (codeOf(last) << UNIT_BITS) | codeOf(beforeLast)
  const right = (codeOf(first) << UNIT_BITS) | codeOf(second)
  return (FIRST_SEAM + left * (1 << (2 * UNIT_BITS)) + right) | 0
}

/** Seven bits for a unit: digits and small letters of ASCII are their own code, other units have one of those below. */
function codeOf(unit: number): number {
  if (unit === NO_UNIT) return NO_UNIT
  return unit >= ASCII_DIGIT && unit < 0x80 ? unit : 1 + (unit % (ASCII_DIGIT - 1))
}

/** The pair's key in the dictionary: four big-endian bytes, so that bytes and unsigned numbers sort alike. */
export function pairKey(pair: number): Uint8Array {
  return new Uint8Array([pair >>> 24, (pair >>> 16) & 0xff, (pair >>> 8) & 0xff, pair & 0xff])
}

export function pairOfKey(key: Uint8Array): number {
  return ((key[0] ?? 0) << 24) | ((key[1] ?? 0) << 16) | ((key[2] ?? 0) << 8) | (key[3] ?? 0)
}
