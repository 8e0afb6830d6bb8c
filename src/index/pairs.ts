/**
 * Adjacent pairs of characters, the literal half of the index. Over each run of wide characters (Han, kana) every UTF-16
 * unit is paired with the next, the last one with 0. So a pair's postings are exactly the articles where the two units
 * stand side by side, and all pairs that begin with a unit together are the articles that hold it. A pair is a number of 32
 * bits, with its sign: V8 keeps those without a box, and indexing meets a hundred million of them.
 */

import { isWide } from '../text/wide.ts'

/** Calls `visit` with each pair, first unit × 2^16 + second unit as a signed number. Pairs repeat as they stand in the text. */
export function visitPairs(normalizedText: string, visit: (pair: number) => void): void {
  let previous = 0
  for (let i = 0; i < normalizedText.length; i++) {
    const unit = normalizedText.charCodeAt(i)
    const wide = isWide(unit)
    if (previous !== 0) visit(pairOf(previous, wide ? unit : 0))
    previous = wide ? unit : 0
  }
  if (previous !== 0) visit(pairOf(previous, 0))
}

export function pairOf(first: number, second: number): number {
  return (first << 16) | second
}

/** A pair as its key in the dictionary: four bytes, big-endian, so that bytes and unsigned numbers sort alike. */
export function pairKey(pair: number): Uint8Array {
  return new Uint8Array([pair >>> 24, (pair >>> 16) & 0xff, (pair >>> 8) & 0xff, pair & 0xff])
}
