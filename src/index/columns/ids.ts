/** Ids of articles, hashes of 64 bits: 16 hex digits in texts, their high and low 32 bits in columns, 8 bytes in files. */

import { integerAt } from '../../element-at.ts'

/** The high and the low 32 bits of an id of 16 hex digits. */
export function idHalves(id: string): readonly [high: number, low: number] {
  return [Number.parseInt(id.slice(0, 8), 16), Number.parseInt(id.slice(8, 16), 16)]
}

/** The halves of an article's id. Throws RangeError where there is no such article. */
export function idHalvesAt(
  ids: Uint32Array,
  article: number,
): readonly [high: number, low: number] {
  return [integerAt(ids, article * 2), integerAt(ids, article * 2 + 1)]
}

/** An article's id as 16 hex digits. @param ids two entries for each article, as `idHalves` returns them */
export function idOf(ids: Uint32Array, article: number): string {
  const half = (value: number | undefined) => (value ?? 0).toString(16).padStart(8, '0')
  return half(ids[article * 2]) + half(ids[article * 2 + 1])
}

/** The bytes as hex digits in small letters, two for each. */
export function bytesToHex(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += DIGITS.charAt(byte >>> 4) + DIGITS.charAt(byte & 15)
  return hex
}

/** The inverse of `bytesToHex`. */
export function hexToBytes(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2)
  for (let at = 0; at < bytes.length; at++)
    bytes[at] = digitAt(hex, at * 2) * 16 + digitAt(hex, at * 2 + 1)
  return bytes
}

const DIGITS = '0123456789abcdef'
const [ZERO, NINE, SMALL_A] = [0x30, 0x39, 0x61]

/** The value of a digit. Pairs of ids come by the hundred thousand, so no string is made of each. */
function digitAt(hex: string, at: number): number {
  const unit = hex.charCodeAt(at)
  return unit <= NINE ? unit - ZERO : unit - SMALL_A + 10
}
