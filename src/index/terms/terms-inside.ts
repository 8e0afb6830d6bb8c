/**
 * Looks for bytes inside the terms of a dictionary. All terms have to be walked through, so nothing else is decoded, and what a
 * term shares with the one before it is not looked through again.
 */

import { elementAt } from '../../element-at.ts'
import { MAX_TERM_BYTES } from './term-blocks.ts'
import type { TermEntry } from './terms.ts'

export type AcceptTerm = (term: Uint8Array) => boolean

/** A part with the terms that were found to have it inside. */
export interface WantedPart {
  readonly part: Uint8Array
  /** Tells whether a term with the part counts. Its bytes are reused. */
  readonly accepts: AcceptTerm
  readonly found: TermEntry[]
  /** The part ends here in the term before; 0 means that it does not stand there. */
  ends: number
}

/** Adds the terms of blocks side by side to the parts that they have inside. @param offset where the postings of the first term lie */
export function findTermsWith(
  blocks: Uint8Array,
  offset: number,
  wanted: readonly WantedPart[],
): void {
  const term = new Uint8Array(MAX_TERM_BYTES)
  for (const one of wanted) one.ends = 0
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
    const documentFrequency = varint()
    const byteLength = varint()
    for (let i = 0; i < wanted.length; i++) {
      const one = elementAt(wanted, i)
      const { part, accepts } = one
      if (one.ends === 0 || one.ends > shared)
        one.ends = endOf(part, term, Math.max(0, shared - part.length + 1), length)
      if (one.ends > 0 && accepts(term.subarray(0, length)))
        one.found.push({ documentFrequency, offset, byteLength })
    }
    offset += byteLength
  }
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
