/**
 * Finds a text in bytes of UTF-8 without decoding them, capital letters of ASCII as small ones. After R. N. Horspool, "Practical
 * fast searching in strings" (Software: Practice and Experience 10, 1980): most bytes are never looked at.
 */

import { byteAt, integerAt } from '../../element-at.ts'

/** Returns where the text stands first in [start, end) of the bytes; −1: nowhere. */
export type FindBytes = (bytes: Uint8Array, start: number, end: number) => number

const LOWER_CASE = Uint8Array.from({ length: 256 }, (_, byte) =>
  isCapital(byte) ? byte + 0x20 : byte,
)

/** @param needle at least one character, without capitals of ASCII */
export function byteFinder(needle: string): FindBytes {
  const wanted = new TextEncoder().encode(needle)
  const last = wanted.length - 1
  const steps = tableOfSteps(wanted)

  function standsAt(bytes: Uint8Array, start: number): boolean {
    for (let i = last - 1; i >= 0; i--)
      if (LOWER_CASE[byteAt(bytes, start + i)] !== wanted[i]) return false
    return true
  }

  return (bytes, start, end) => {
    const ending = wanted[last]
    for (let at = start + last; at < end; ) {
      const byte = byteAt(bytes, at)
      if (LOWER_CASE[byte] === ending && standsAt(bytes, at - last)) return at - last
      at += integerAt(steps, byte)
    }
    return -1
  }
}

/** Computes, for each byte under the needle's last one, how far on the needle could next stand. */
function tableOfSteps(wanted: Uint8Array): Uint32Array {
  const steps = new Uint32Array(256).fill(Math.max(1, wanted.length))
  for (let i = 0; i + 1 < wanted.length; i++) {
    const byte = byteAt(wanted, i)
    steps[byte] = wanted.length - 1 - i
    if (byte >= 0x61 && byte <= 0x7a) steps[byte - 0x20] = wanted.length - 1 - i
  }
  return steps
}

function isCapital(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a
}
