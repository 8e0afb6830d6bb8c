/**
 * Looks for bytes inside the terms of a dictionary. All terms have to be walked through, so nothing else is decoded, and what a
 * term shares with the one before it is not looked through again.
 */

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
  const endings = groupByLastByte(wanted)
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
    for (const one of wanted) if (one.ends > shared) one.ends = 0
    for (let i = shared; i < length; i++) {
      const byte = blocks[position++] ?? 0
      term[i] = byte
      const ending = endings[byte]
      if (ending !== undefined) markEnds(ending, term, i + 1)
    }
    const documentFrequency = varint()
    const byteLength = varint()
    for (const { ends, accepts, found } of wanted)
      if (ends > 0 && accepts(term.subarray(0, length)))
        found.push({ documentFrequency, offset, byteLength })
    offset += byteLength
  }
}

type Endings = readonly (readonly WantedPart[] | undefined)[]

/** Lists the parts that end with each byte. */
function groupByLastByte(wanted: readonly WantedPart[]): Endings {
  return Array.from({ length: 256 }, (_, byte) => {
    const ending = wanted.filter(({ part }) => part.at(-1) === byte)
    return ending.length === 0 ? undefined : ending
  })
}

/** Notes which of the parts end here in the term for the first time. */
function markEnds(ending: readonly WantedPart[], term: Uint8Array, end: number): void {
  for (const one of ending) if (one.ends === 0 && endsWith(term, end, one.part)) one.ends = end
}

function endsWith(term: Uint8Array, end: number, part: Uint8Array): boolean {
  const start = end - part.length
  if (start < 0) return false
  for (let i = part.length - 2; i >= 0; i--) if (term[start + i] !== part[i]) return false
  return true
}
