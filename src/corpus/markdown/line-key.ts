/**
 * When two lines of two pages are the same line: case, blanks and the numbers in them do not count, so that
 * 「本文已被查看 4743 次」 is one line on every page.
 */

import { FNV_BASIS, FNV_PRIME } from '../../hash.ts'
import { isUnseen } from './seen-units.ts'
import { unitsOf } from './units.ts'

const DIGIT = 0x30
const SPACE = 0x20

/**
 * A 32-bit hash of the line, signed, as such a number is kept without memory of its own; its two lowest bits are always 0:
 * callers keep marks there. 0: nothing to tell lines by.
 */
export function lineKey(text: string): number {
  const units = unitsOf(text)
  let hash: number = FNV_BASIS
  let previous = 0
  for (let at = 0; at < units.length; at++) {
    const unit = folded(units[at] ?? 0)
    if (unit === 0 || (unit === DIGIT && previous === DIGIT)) continue
    hash = Math.imul(hash ^ unit, FNV_PRIME)
    previous = unit
  }
  return previous === 0 ? 0 : keyOf(hash)
}

/**
 * The key of what lies in [start, end), which begins and ends with what is seen; UNEVEN if it has other blanks in it than
 * single spaces. Both in one pass: every line of every page is asked.
 */
export function keyOfEven(units: Uint16Array, start: number, end: number): number {
  let hash: number = FNV_BASIS
  let previous = 0
  let afterSpace = false
  for (let at = start; at < end; at++) {
    const written = units[at] ?? 0
    const unit = folded(written)
    if (unit === 0 || written > LAST_FOLDED) {
      if (written === SPACE ? afterSpace : isUnseen(written)) return UNEVEN
      afterSpace = written === SPACE
      if (unit === 0) continue
    } else afterSpace = false
    if (unit === DIGIT && previous === DIGIT) continue
    hash = Math.imul(hash ^ unit, FNV_PRIME)
    previous = unit
  }
  return previous === 0 ? 0 : keyOf(hash)
}

/** No key, as it is odd. */
export const UNEVEN = -1

function keyOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & ~3
}

/** The last blank among letters of Latin. */
const LAST_FOLDED = 0xa0

/** Lower case, every digit 0; 0 for a blank. */
function folded(unit: number): number {
  if (unit <= LAST_FOLDED) return FOLDED[unit] ?? 0
  return unit === 0x3000 || unit === 0xfeff || unit === 0x200b ? 0 : unit
}

const FOLDED = Uint8Array.from({ length: LAST_FOLDED + 1 }, (_, unit) => {
  if (unit <= SPACE || unit === LAST_FOLDED) return 0
  if (unit >= 0x30 && unit <= 0x39) return DIGIT
  return unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit
})
