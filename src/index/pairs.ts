/**
 * Adjacent pairs of characters, the literal half of the index. Over each run of wide characters (Han, kana, pictures) and over each
 * run of signs every UTF-16 unit is paired with the next, the last one with 0. So a pair's postings are exactly the articles where
 * the two units stand side by side, and all pairs that begin with a unit together are the articles that hold it. A pair is a
 * number of 32 bits, with its sign: V8 keeps those without a box, and indexing meets a hundred million of them.
 */

import { isWordUnit } from '../text/pieces.ts'
import { isWide } from '../text/wide.ts'

/** What a unit is paired with: its like, or nothing where it is a letter, a digit or a space. */
export const PAIRED = { never: 0, wide: 1, sign: 2 } as const
const UNKNOWN = 3
const CLASSES = new Uint8Array(0x10000).fill(UNKNOWN)

/** One of PAIRED. Both halves of a surrogate pair are wide. */
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

/** Calls `visit` with each pair, first unit × 2^16 + second unit as a signed number. Pairs repeat as they stand in the text. */
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

export function pairOf(first: number, second: number): number {
  return (first << 16) | second
}

/** A pair as its key in the dictionary: four bytes, big-endian, so that bytes and unsigned numbers sort alike. */
export function pairKey(pair: number): Uint8Array {
  return new Uint8Array([pair >>> 24, (pair >>> 16) & 0xff, (pair >>> 8) & 0xff, pair & 0xff])
}
