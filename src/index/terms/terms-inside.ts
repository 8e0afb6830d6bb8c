/**
 * Looks for bytes inside the terms of a dictionary. All terms have to be walked through, so nothing else is decoded, and what a
 * term shares with the one before it is not looked through again.
 */

import { MAX_TERM_BYTES } from './term-blocks.ts'
import type { TermEntry } from './terms.ts'

/** The terms of blocks side by side that have the part inside. @param offset where the postings of the first term lie */
export function termsWith(
  blocks: Uint8Array,
  offset: number,
  part: Uint8Array,
): readonly TermEntry[] {
  const term = new Uint8Array(MAX_TERM_BYTES)
  const found: TermEntry[] = []
  /** The part ends here in the term; 0 means that it does not stand there. */
  let ends = 0
  let position = 0

  function varint(): number {
    let byte = blocks[position++] ?? 0
    if (byte < 0x80) return byte
    let value = 0
    let scale = 1
    for (; byte >= 0x80; scale *= 0x80) {
      value += (byte & 0x7f) * scale
      byte = blocks[position++] ?? 0
    }
    return value + byte * scale
  }

  while (position < blocks.length) {
    const shared = varint()
    const length = shared + varint()
    if (length > MAX_TERM_BYTES) throw new RangeError('a term is too long')
    for (let i = shared; i < length; i++) term[i] = blocks[position++] ?? 0
    if (ends === 0 || ends > shared)
      ends = endOf(part, term, Math.max(0, shared - part.length + 1), length)
    const documentFrequency = varint()
    const byteLength = varint()
    if (ends > 0) found.push({ documentFrequency, offset, byteLength })
    offset += byteLength
  }
  return found
}

/** Returns the end of the first occurrence of the part in [start, length) of the term, 0 when there is none. */
function endOf(part: Uint8Array, term: Uint8Array, start: number, length: number): number {
  for (let at = start; at + part.length <= length; at++) {
    let same = 0
    while (same < part.length && term[at + same] === part[same]) same++
    if (same === part.length) return at + same
  }
  return 0
}
