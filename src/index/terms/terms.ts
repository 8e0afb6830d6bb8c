/**
 * The term dictionary: byte strings in ascending order, each with its document frequency and the place of its postings.
 * Terms stand in blocks of 64, each coded as what it shares with the one before and the rest; a small index holds every
 * block's first term, so that a look-up reads one block. Words are keyed by UTF-8, pairs by two big-endian UTF-16 units.
 */

import type { Container, Section } from '../files/container.ts'
import {
  type BlockIndex,
  blockIndex,
  compareBytes,
  TERMS_PER_BLOCK,
  TermReader,
} from './term-blocks.ts'
import { createSuffixesBuilder, type TermSuffixes } from './term-suffixes.ts'
import { type AcceptTerm, findTermsWith, type WantedPart } from './terms-inside.ts'

/** An entry of the dictionary. `offset` and `byteLength` are the place of the term's postings in their section. */
export interface TermEntry {
  readonly documentFrequency: number
  readonly offset: number
  readonly byteLength: number
}

export interface TermDictionary {
  find(term: Uint8Array): Promise<TermEntry | undefined>
  /** Calls `visit` for each term from `from` on, in order, until it returns false. The term's bytes are reused. */
  scan(from: Uint8Array, visit: VisitTerm): Promise<void>
  /**
   * Resolves to all terms that end so, in order; undefined when there may be more than `most`.
   * @param end at least SUFFIX_BYTES
   */
  endingWith(end: Uint8Array, most?: number): Promise<readonly TermEntry[] | undefined>
  /**
   * Resolves to all terms that have these bytes inside, in order. Calls at a time share one walk through the dictionary.
   * @param part at least one byte
   * @param accepts leaves out terms that do not pass
   */
  containing(part: Uint8Array, accepts?: AcceptTerm): Promise<readonly TermEntry[]>
  /** Resolves to the bytes of the postings. */
  postings(entry: TermEntry): Promise<Uint8Array>
}

/** Returns whether to go on. @param entry makes the term's entry */
export type VisitTerm = (term: Uint8Array, entry: () => TermEntry) => boolean

/** Opens the dictionary in sections `name`, `name.index` and `name.postings`. */
export async function openTerms(container: Container, name: string): Promise<TermDictionary> {
  const index = blockIndex(await container.section(`${name}.index`).readAll())
  return new StoredTerms(index, container.section(name), container.section(`${name}.postings`))
}

const acceptAll: AcceptTerm = () => true

/** A scan reads so many blocks at once. */
const BLOCKS_PER_STEP = 64

class StoredTerms implements TermDictionary {
  readonly #index: BlockIndex
  readonly #blocks: Section
  readonly #postings: Section
  /** One reader serves all callers, since each steps through a block without waiting. */
  readonly #reader = new TermReader()
  #suffixes: Promise<TermSuffixes> | undefined
  /** Parts that wait for the next walk through all terms: those that are asked for at a time share one. */
  #wanted: WantedPart[] = []
  #walk: Promise<void> | undefined

  constructor(index: BlockIndex, blocks: Section, postings: Section) {
    this.#index = index
    this.#blocks = blocks
    this.#postings = postings
  }

  postings({ offset, byteLength }: TermEntry): Promise<Uint8Array> {
    return this.#postings.read(offset, byteLength)
  }

  async find(term: Uint8Array): Promise<TermEntry | undefined> {
    const number = this.#index.lastBlockUpTo(term)
    if (number < 0) return undefined
    const reader = this.#openBlock(number, await this.#readBlocks(number, 1))
    while (reader.next()) {
      const order = compareBytes(reader.term, term)
      if (order === 0) return entryAt(reader)
      if (order > 0) return undefined
    }
    return undefined
  }

  async scan(from: Uint8Array, visit: VisitTerm): Promise<void> {
    const first = Math.max(0, this.#index.lastBlockUpTo(from))
    for (let start = first; start < this.#index.count; start += BLOCKS_PER_STEP) {
      const reader = new TermReader()
      reader.open(await this.#readBlocks(start, BLOCKS_PER_STEP), this.#index.postingsOffset(start))
      if (!visitTerms(reader, from, visit)) return
    }
  }

  containing(part: Uint8Array, accepts = acceptAll): Promise<readonly TermEntry[]> {
    const wanted: WantedPart = { part, accepts, found: [], ends: 0 }
    this.#wanted.push(wanted)
    this.#walk ??= Promise.resolve().then(() => this.#findAllWanted())
    return this.#walk.then(() => wanted.found)
  }

  #findAllWanted(): Promise<void> {
    const wanted = this.#wanted
    this.#wanted = []
    this.#walk = undefined
    return this.#findInside(wanted)
  }

  async #findInside(wanted: readonly WantedPart[]): Promise<void> {
    for (let start = 0; start < this.#index.count; start += BLOCKS_PER_STEP) {
      const blocks = await this.#readBlocks(start, BLOCKS_PER_STEP)
      findTermsWith(blocks, this.#index.postingsOffset(start), wanted)
    }
  }

  async endingWith(
    end: Uint8Array,
    most = Number.POSITIVE_INFINITY,
  ): Promise<readonly TermEntry[] | undefined> {
    const places = (await this.#readSuffixes()).placesOf(end)
    if (places.length > most) return undefined
    const found: TermEntry[] = []
    let [opened, next] = [-1, 0]
    for (const place of places) {
      const number = Math.floor(place / TERMS_PER_BLOCK)
      if (number !== opened) {
        this.#openBlock(number, await this.#readBlocks(number, 1))
        opened = number
        next = number * TERMS_PER_BLOCK
      }
      while (next <= place && this.#reader.next()) next++
      if (endsWith(this.#reader.term, end)) found.push(entryAt(this.#reader))
    }
    return found
  }

  /** Puts the shared reader before the first term of a block. The caller must be done with it when it waits again. */
  #openBlock(number: number, block: Uint8Array): TermReader {
    this.#reader.open(block, this.#index.postingsOffset(number))
    return this.#reader
  }

  /** Reads at most `count` blocks that lie side by side. */
  #readBlocks(start: number, count: number): Promise<Uint8Array> {
    const { count: all, blockOffset } = this.#index
    const offset = blockOffset(start)
    const end = start + count < all ? blockOffset(start + count) : this.#blocks.byteLength
    return this.#blocks.read(offset, end - offset)
  }

  /** Gathers the suffixes of all terms once; after a failure the next caller tries again. */
  #readSuffixes(): Promise<TermSuffixes> {
    this.#suffixes ??= this.#gatherSuffixes()
    this.#suffixes.catch(() => {
      this.#suffixes = undefined
    })
    return this.#suffixes
  }

  async #gatherSuffixes(): Promise<TermSuffixes> {
    const builder = createSuffixesBuilder(this.#index.count * TERMS_PER_BLOCK)
    await this.scan(new Uint8Array(0), (term) => {
      builder.add(term)
      return true
    })
    return builder.finish()
  }
}

/** Visits the terms from `from` on. Returns whether to go on after them. */
function visitTerms(reader: TermReader, from: Uint8Array, visit: VisitTerm): boolean {
  const entry = () => entryAt(reader)
  while (reader.next()) {
    const { term } = reader
    if (compareBytes(term, from) >= 0 && !visit(term, entry)) return false
  }
  return true
}

function endsWith(term: Uint8Array, end: Uint8Array): boolean {
  const start = term.length - end.length
  for (let i = 0; i < end.length; i++) if (term[start + i] !== end[i]) return false
  return true
}

function entryAt({ documentFrequency, offset, byteLength }: TermReader): TermEntry {
  return { documentFrequency, offset, byteLength }
}
