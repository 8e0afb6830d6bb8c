/**
 * The term dictionary: byte strings in ascending order, each with its document frequency and the place of its postings.
 * Terms stand in blocks of 64, each coded as what it shares with the one before and the rest; a small index holds every
 * block's first term, so that a look-up reads one block. Words are keyed by UTF-8, pairs by two big-endian UTF-16 units.
 */

import { ByteReader } from './bytes.ts'
import type { Container, Section } from './container.ts'

export const TERMS_PER_BLOCK = 64

/** What the dictionary knows of a term. `offset` and `byteLength` are the place of its postings in their section. */
export interface TermEntry {
  readonly documentFrequency: number
  readonly offset: number
  readonly byteLength: number
}

export interface TermDictionary {
  readonly blockCount: number
  find(term: Uint8Array): Promise<TermEntry | undefined>
  /** Calls `visit` for each term from `from` on, in order, until it returns false. The term's bytes are reused. */
  scan(from: Uint8Array, visit: VisitTerm): Promise<void>
  /** The postings' bytes. */
  postings(entry: TermEntry): Promise<Uint8Array>
}

/** `entry` makes the term's entry; only who wants the postings asks for it. Returns whether to go on. */
export type VisitTerm = (term: Uint8Array, entry: () => TermEntry) => boolean

/** < 0, 0 or > 0 as `a` comes before, is, or comes after `b`, byte by byte. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** Opens the dictionary `name` of a segment: sections `name`, `name.index` and `name.postings`. */
export async function openTerms(container: Container, name: string): Promise<TermDictionary> {
  const blocks = container.section(name)
  const postingsSection = container.section(`${name}.postings`)
  const indexSection = container.section(`${name}.index`)
  const index = blockIndex(await indexSection.read(0, indexSection.byteLength))
  const decoded = new Map<number, DecodedBlock>()

  async function block(number: number): Promise<DecodedBlock> {
    const known = decoded.get(number)
    if (known !== undefined) return known
    const start = index.blockOffset(number)
    const end = number + 1 < index.count ? index.blockOffset(number + 1) : blocks.byteLength
    const fresh = decodeBlock(await blocks.read(start, end - start), index.postingsOffset(number))
    if (decoded.size >= MAX_DECODED_BLOCKS) decoded.clear()
    decoded.set(number, fresh)
    return fresh
  }

  async function find(term: Uint8Array): Promise<TermEntry | undefined> {
    const number = index.lastBlockUpTo(term)
    if (number < 0) return undefined
    const { terms, entries } = await block(number)
    let low = 0
    let high = terms.length - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      const order = compareBytes(terms[middle] ?? EMPTY, term)
      if (order === 0) return entries[middle]
      if (order < 0) low = middle + 1
      else high = middle - 1
    }
    return undefined
  }

  async function scan(from: Uint8Array, visit: VisitTerm): Promise<void> {
    const first = Math.max(0, index.lastBlockUpTo(from))
    for (let start = first; start < index.count; start += BLOCKS_PER_STEP) {
      const end = Math.min(start + BLOCKS_PER_STEP, index.count)
      const offset = index.blockOffset(start)
      const limit = end < index.count ? index.blockOffset(end) : blocks.byteLength
      const bytes = await blocks.read(offset, limit - offset)
      if (!scanBlocks(bytes, index, start, end, from, visit)) return
    }
  }

  return {
    blockCount: index.count,
    find,
    scan,
    postings: (entry) => postingsSection.read(entry.offset, entry.byteLength),
  }
}

const EMPTY = new Uint8Array(0)
/** About 4 MB of decoded terms. */
const MAX_DECODED_BLOCKS = 512

interface DecodedBlock {
  readonly terms: readonly Uint8Array[]
  readonly entries: readonly TermEntry[]
}

function decodeBlock(bytes: Uint8Array, postingsOffset: number): DecodedBlock {
  const terms: Uint8Array[] = []
  const entries: TermEntry[] = []
  visitBlock(bytes, postingsOffset, (term, entry) => {
    terms.push(term.slice())
    entries.push(entry())
    return true
  })
  return { terms, entries }
}

/** Walks blocks `start` to `end`, whose bytes are given; says whether to go on after them. */
function scanBlocks(
  bytes: Uint8Array,
  index: BlockIndex,
  start: number,
  end: number,
  from: Uint8Array,
  visit: VisitTerm,
): boolean {
  const base = index.blockOffset(start)
  for (let block = start; block < end; block++) {
    const limit = block + 1 < end ? index.blockOffset(block + 1) - base : bytes.length
    const part = bytes.subarray(index.blockOffset(block) - base, limit)
    const goOn = visitBlock(
      part,
      index.postingsOffset(block),
      (term, entry) => compareBytes(term, from) < 0 || visit(term, entry),
    )
    if (!goOn) return false
  }
  return true
}

/** Decodes one block; the term handed to `visit` is overwritten by the next. Says whether `visit` wanted them all. */
function visitBlock(bytes: Uint8Array, postingsOffset: number, visit: VisitTerm): boolean {
  const reader = new ByteReader(bytes)
  const term = new Uint8Array(MAX_TERM_BYTES)
  let offset = postingsOffset
  let documentFrequency = 0
  let byteLength = 0
  const entry = () => ({ documentFrequency, offset, byteLength })
  while (!reader.done) {
    const shared = reader.varint()
    const length = shared + reader.varint()
    for (let i = shared; i < length; i++) term[i] = reader.u8()
    documentFrequency = reader.varint()
    byteLength = reader.varint()
    if (!visit(term.subarray(0, length), entry)) return false
    offset += byteLength
  }
  return true
}

/** A word of a user dictionary may have 512 characters, the most that jieba takes for one word, of four bytes each. */
const MAX_TERM_BYTES = 2048

interface BlockIndex {
  readonly count: number
  blockOffset(block: number): number
  postingsOffset(block: number): number
  /** The last block whose first term is not after `term`; −1 when all are. */
  lastBlockUpTo(term: Uint8Array): number
}

/** Layout: count u32, then per block: end of its first term u32, block offset f64, postings offset f64; then the terms. */
function blockIndex(bytes: Uint8Array): BlockIndex {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getUint32(0, true)
  const offsets = 4 + count * 4
  const texts = offsets + count * 16
  const end = (block: number) => (block < 0 ? 0 : view.getUint32(4 + block * 4, true))
  const firstTerm = (block: number) => bytes.subarray(texts + end(block - 1), texts + end(block))

  function lastBlockUpTo(term: Uint8Array): number {
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >>> 1
      if (compareBytes(firstTerm(middle), term) <= 0) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  return {
    count,
    lastBlockUpTo,
    blockOffset: (block) => view.getFloat64(offsets + block * 16, true),
    postingsOffset: (block) => view.getFloat64(offsets + block * 16 + 8, true),
  }
}

export interface TermPostings {
  readonly term: Uint8Array
  readonly documentFrequency: number
  readonly postings: Uint8Array
}

/** All terms of a dictionary with their postings, in order, for merging; reads ahead in large steps. */
export async function* iterateTerms(
  container: Container,
  name: string,
): AsyncGenerator<readonly TermPostings[]> {
  const blocks = container.section(name)
  const postings = container.section(`${name}.postings`)
  const indexSection = container.section(`${name}.index`)
  const index = blockIndex(await indexSection.read(0, indexSection.byteLength))
  for (let first = 0; first < index.count; first += BLOCKS_PER_STEP) {
    yield await readBlocks(
      blocks,
      postings,
      index,
      first,
      Math.min(first + BLOCKS_PER_STEP, index.count),
    )
  }
}

const BLOCKS_PER_STEP = 64

async function readBlocks(
  blocks: Section,
  postings: Section,
  index: BlockIndex,
  first: number,
  end: number,
): Promise<readonly TermPostings[]> {
  const blockEnd = (block: number) =>
    block < index.count ? index.blockOffset(block) : blocks.byteLength
  const postingsEnd = end < index.count ? index.postingsOffset(end) : postings.byteLength
  const start = index.blockOffset(first)
  const bytes = await blocks.read(start, blockEnd(end) - start)
  const postingsStart = index.postingsOffset(first)
  const lists = await postings.read(postingsStart, postingsEnd - postingsStart)
  const found: TermPostings[] = []
  for (let block = first; block < end; block++) {
    const part = bytes.subarray(blockEnd(block) - start, blockEnd(block + 1) - start)
    visitBlock(part, index.postingsOffset(block), (term, entry) => {
      const { documentFrequency, offset, byteLength } = entry()
      const from = offset - postingsStart
      const list = lists.subarray(from, from + byteLength)
      found.push({ term: term.slice(), documentFrequency, postings: list })
      return true
    })
  }
  return found
}
