/**
 * The term dictionary: byte strings in ascending order, each with its document frequency and the place of its postings.
 * Terms stand in blocks of 64, each coded as what it shares with the one before and the rest; a small index holds every
 * block's first term, so that a look-up reads one block. Words are keyed by UTF-8, pairs by two big-endian UTF-16 units.
 */

import type { Container } from '../files/container.ts'
import {
  type BlockIndex,
  blockIndex,
  compareBytes,
  TERMS_PER_BLOCK,
  TermReader,
} from './term-blocks.ts'
import { createSuffixesBuilder, type TermSuffixes } from './term-suffixes.ts'
import { termsWith } from './terms-inside.ts'

/** An entry of the dictionary. `offset` and `byteLength` are the place of the term's postings in their section. */
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
  /**
   * Resolves to all terms that end so, in order; undefined when there may be more than `most`.
   * @param end at least TAIL_BYTES
   */
  endingWith(end: Uint8Array, most?: number): Promise<readonly TermEntry[] | undefined>
  /** Resolves to all terms that have these bytes inside, in order. @param part at least one byte */
  containing(part: Uint8Array): Promise<readonly TermEntry[]>
  /** Resolves to the bytes of the postings. */
  postings(entry: TermEntry): Promise<Uint8Array>
}

/** Returns whether to go on. @param entry makes the term's entry */
export type VisitTerm = (term: Uint8Array, entry: () => TermEntry) => boolean

/** Opens the dictionary in sections `name`, `name.index` and `name.postings`. */
export async function openTerms(container: Container, name: string): Promise<TermDictionary> {
  const blocks = container.section(name)
  const postingsSection = container.section(`${name}.postings`)
  const indexSection = container.section(`${name}.index`)
  const index = blockIndex(await indexSection.readAll())
  // One reader serves all callers, since it steps through a block without waiting.
  const reader = new TermReader()
  let tails: Promise<TermSuffixes> | undefined

  function block(number: number): Promise<Uint8Array> {
    const start = index.blockOffset(number)
    const end = number + 1 < index.count ? index.blockOffset(number + 1) : blocks.byteLength
    return blocks.read(start, end - start)
  }

  async function find(term: Uint8Array): Promise<TermEntry | undefined> {
    const number = index.lastBlockUpTo(term)
    if (number < 0) return undefined
    reader.open(await block(number), index.postingsOffset(number))
    while (reader.next()) {
      const order = compareBytes(reader.term, term)
      if (order === 0) return entryAt(reader)
      if (order > 0) return undefined
    }
    return undefined
  }

  /** Reads the blocks from `start` on that a walk takes at once. */
  function step(start: number): Promise<Uint8Array> {
    const end = start + BLOCKS_PER_STEP
    const offset = index.blockOffset(start)
    const limit = end < index.count ? index.blockOffset(end) : blocks.byteLength
    return blocks.read(offset, limit - offset)
  }

  async function scan(from: Uint8Array, visit: VisitTerm): Promise<void> {
    const first = Math.max(0, index.lastBlockUpTo(from))
    for (let start = first; start < index.count; start += BLOCKS_PER_STEP)
      if (!scanBlocks(await step(start), index, start, from, visit)) return
  }

  async function containing(part: Uint8Array): Promise<readonly TermEntry[]> {
    const found: (readonly TermEntry[])[] = []
    for (let start = 0; start < index.count; start += BLOCKS_PER_STEP)
      found.push(termsWith(await step(start), index.postingsOffset(start), part))
    return found.flat()
  }

  async function gatherTails(): Promise<TermSuffixes> {
    const builder = createSuffixesBuilder(index.count * TERMS_PER_BLOCK)
    await scan(new Uint8Array(0), (term) => {
      builder.add(term)
      return true
    })
    return builder.finish()
  }

  async function endingWith(
    end: Uint8Array,
    most = Number.POSITIVE_INFINITY,
  ): Promise<readonly TermEntry[] | undefined> {
    tails ??= gatherTails()
    tails.catch(() => {
      tails = undefined
    })
    const places = (await tails).placesOf(end)
    if (places.length > most) return undefined
    const found: TermEntry[] = []
    let [opened, next] = [-1, 0]
    for (const place of places) {
      const number = Math.floor(place / TERMS_PER_BLOCK)
      if (number !== opened) {
        reader.open(await block(number), index.postingsOffset(number))
        opened = number
        next = number * TERMS_PER_BLOCK
      }
      while (next <= place && reader.next()) next++
      if (endsWith(reader.term, end)) found.push(entryAt(reader))
    }
    return found
  }

  return {
    blockCount: index.count,
    find,
    scan,
    endingWith,
    containing,
    postings: (entry) => postingsSection.read(entry.offset, entry.byteLength),
  }
}

function endsWith(term: Uint8Array, end: Uint8Array): boolean {
  const start = term.length - end.length
  for (let i = 0; i < end.length; i++) if (term[start + i] !== end[i]) return false
  return true
}

function entryAt({ documentFrequency, offset, byteLength }: TermReader): TermEntry {
  return { documentFrequency, offset, byteLength }
}

/** A scan reads so many blocks at once. */
const BLOCKS_PER_STEP = 64

/** Walks blocks that lie side by side. Returns whether to go on after them. */
function scanBlocks(
  blocks: Uint8Array,
  index: BlockIndex,
  first: number,
  from: Uint8Array,
  visit: VisitTerm,
): boolean {
  const reader = new TermReader()
  reader.open(blocks, index.postingsOffset(first))
  const entry = () => entryAt(reader)
  while (reader.next()) {
    const { term } = reader
    if (compareBytes(term, from) >= 0 && !visit(term, entry)) return false
  }
  return true
}
