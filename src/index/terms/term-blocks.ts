/**
 * Blocks of a term dictionary, in which a term is coded after the one before it, and the small index of the blocks' first terms.
 * Blocks that lie side by side read as one, since the first term of a block shares nothing with the one before it.
 */

import { partitionPoint } from '../../binary-search.ts'
import { ByteReader } from '../files/bytes.ts'
import { DamagedContent } from '../files/damage.ts'

export const TERMS_PER_BLOCK = 64

/** A word of a user dictionary may have 512 characters of four bytes each; jieba takes no more for one word. */
export const MAX_TERM_BYTES = 2048

/** A number holds so many bytes exactly. */
const KEY_BYTES = 6

/** Compares byte by byte: < 0 when `a` comes before `b`, 0 when they are equal, > 0 otherwise. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** Steps from term to term without an object for each. Its properties are those of the term it stands at. */
export class TermReader {
  readonly #term = new Uint8Array(MAX_TERM_BYTES)
  #reader = new ByteReader(new Uint8Array(0))
  #length = 0
  /** The term's first bytes as one number, since merging compares terms far more often than it reads them. */
  #key = 0
  documentFrequency = 0
  /** The postings begin here in their section. */
  offset = 0
  byteLength = 0

  /** Stands before the first term of some blocks. @param offset where the postings of that term lie */
  open(blocks: Uint8Array, offset: number): void {
    this.#reader = new ByteReader(blocks)
    this.offset = offset
    this.byteLength = 0
  }

  /** Moves on to the next term. Returns false at the end of the blocks; throws DamagedContent. */
  next(): boolean {
    const reader = this.#reader
    if (reader.done) return false
    this.offset += this.byteLength
    const shared = reader.varint()
    if (shared > this.#length) throw new DamagedContent()
    this.#length = shared + reader.varint()
    if (this.#length > MAX_TERM_BYTES) throw new DamagedContent()
    for (let i = shared; i < this.#length; i++) this.#term[i] = reader.u8()
    if (shared < KEY_BYTES) this.#key = this.#firstBytes()
    this.documentFrequency = reader.varint()
    this.byteLength = reader.varint()
    // A posting takes at least one byte.
    if (this.documentFrequency > this.byteLength) throw new DamagedContent()
    return true
  }

  /** The term's bytes, overwritten by the next step. */
  get term(): Uint8Array {
    return this.#term.subarray(0, this.#length)
  }

  /** Takes over the term of another reader, without its postings. */
  copy(other: TermReader): void {
    for (let i = 0; i < other.#length; i++) this.#term[i] = other.#term[i] ?? 0
    this.#length = other.#length
    this.#key = other.#key
  }

  /** Compares as compareBytes does, without a view of either term. */
  compareTo(other: TermReader): number {
    if (this.#key !== other.#key) return this.#key - other.#key
    const length = Math.min(this.#length, other.#length)
    for (let i = KEY_BYTES; i < length; i++) {
      const difference = (this.#term[i] ?? 0) - (other.#term[i] ?? 0)
      if (difference !== 0) return difference
    }
    return this.#length - other.#length
  }

  /** The first bytes as a big-endian number, with zeros behind a shorter term. */
  #firstBytes(): number {
    let key = 0
    for (let i = 0; i < KEY_BYTES; i++)
      key = key * 0x100 + (i < this.#length ? (this.#term[i] ?? 0) : 0)
    return key
  }
}

export interface BlockIndex {
  readonly count: number
  blockOffset(block: number): number
  postingsOffset(block: number): number
  /** The last block whose first term is not after `term`; −1 when all are. */
  lastBlockUpTo(term: Uint8Array): number
}

/** Layout: count u32, then per block: end of its first term u32, block offset f64, postings offset f64; then the terms. */
export function blockIndex(bytes: Uint8Array): BlockIndex {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = bytes.length < 4 ? 0 : view.getUint32(0, true)
  if (bytes.length < 4 + count * 20) throw new DamagedContent()
  const offsets = 4 + count * 4
  const texts = offsets + count * 16
  const end = (block: number) => (block < 0 ? 0 : view.getUint32(4 + block * 4, true))
  const firstTerm = (block: number) => bytes.subarray(texts + end(block - 1), texts + end(block))

  return {
    count,
    lastBlockUpTo: (term) =>
      partitionPoint(count, (block) => compareBytes(firstTerm(block), term) > 0) - 1,
    blockOffset: (block) => view.getFloat64(offsets + block * 16, true),
    postingsOffset: (block) => view.getFloat64(offsets + block * 16 + 8, true),
  }
}
