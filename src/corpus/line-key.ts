/**
 * When two lines of two pages are the same line: case, blanks and the numbers in them do not count, so that
 * 「本文已被查看 4743 次」 is one line on every page.
 */

import { unitsOf } from './units.ts'

/** FNV-1a's offset basis and prime, over UTF-16 units. */
const BASIS = 0x811c9dc5
const PRIME = 0x01000193

const DIGIT = 0x30

/** A 32-bit hash of the line; its lowest bit is always 0, callers keep a mark there. 0: nothing to tell lines by. */
export function lineKey(text: string): number {
  return keyOfUnits(unitsOf(text), 0, text.length)
}

/** The key of the line that lies in [start, end). */
export function keyOfUnits(units: Uint16Array, start: number, end: number): number {
  let hash = BASIS
  let previous = 0
  for (let at = start; at < end; at++) {
    const unit = folded(units[at] ?? 0)
    if (unit === 0 || (unit === DIGIT && previous === DIGIT)) continue
    hash = Math.imul(hash ^ unit, PRIME)
    previous = unit
  }
  return previous === 0 ? 0 : ((hash ^ (hash >>> 15)) & ~1) >>> 0
}

/** Lower case, every digit 0; 0 for a blank. */
function folded(unit: number): number {
  if (unit > 0x3000) return unit === 0xfeff ? 0 : unit
  if (unit >= 0x30 && unit <= 0x39) return DIGIT
  if (unit >= 0x41 && unit <= 0x5a) return unit | 0x20
  const blank = unit <= 0x20 || unit === 0xa0 || unit === 0x3000 || unit === 0x200b
  return blank ? 0 : unit
}
