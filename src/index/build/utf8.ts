/** Encodes UTF-16 units as UTF-8 without a string between: a segment has a hundred thousand short words. */

const REPLACEMENT = 0xfffd
/** A unit becomes at most so many bytes. */
export const BYTES_A_UNIT = 3

/** Writes units [start, end) into `into` from `at` on, as TextEncoder would: lone surrogates become U+FFFD. Returns the end of the bytes. */
export function encodeUnits(
  units: Uint16Array,
  start: number,
  end: number,
  into: Uint8Array,
  at: number,
): number {
  for (let index = start; index < end; index++) {
    let code = units[index] ?? 0
    if ((code & 0xf800) === 0xd800) {
      const low = index + 1 < end ? (units[index + 1] ?? 0) : 0
      const paired = code < 0xdc00 && (low & 0xfc00) === 0xdc00
      code = paired ? 0x10000 + ((code & 0x3ff) << 10) + (low & 0x3ff) : REPLACEMENT
      if (paired) index++
    }
    if (code < 0x80) {
      into[at++] = code
      continue
    }
    if (code < 0x800) into[at++] = 0xc0 | (code >>> 6)
    else {
      if (code < 0x10000) into[at++] = 0xe0 | (code >>> 12)
      else {
        into[at++] = 0xf0 | (code >>> 18)
        into[at++] = 0x80 | ((code >>> 12) & 0x3f)
      }
      into[at++] = 0x80 | ((code >>> 6) & 0x3f)
    }
    into[at++] = 0x80 | (code & 0x3f)
  }
  return at
}
