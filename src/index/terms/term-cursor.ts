/** Walks a whole dictionary with its postings in term order, and reads ahead in its file in large steps. */

import type { Container, Section } from '../files/container.ts'
import { type BlockIndex, blockIndex, TermReader } from './term-blocks.ts'

/** So many blocks are read at once: 1,024 terms, some 20 KB with their postings. Hundreds of segments are walked at a time. */
const BLOCKS_PER_STEP = 16

export interface TermCursor {
  /** The term it stands at. */
  readonly at: TermReader
  /** The bytes of its postings. They are valid until `load`. */
  postings(): Uint8Array
  /** Moves on to the next term of what has been read. Returns false at its end. */
  step(): boolean
  /** Reads on, and moves to the next term. Resolves to false at the end of the dictionary. */
  load(): Promise<boolean>
}

/** Resolves to a cursor before the first term of dictionary `name`. */
export async function openCursor(container: Container, name: string): Promise<TermCursor> {
  const dictionary = await openDictionary(container, name)
  const at = new TermReader()
  let next = 0
  let lists: Uint8Array = new Uint8Array(0)
  let listsStart = 0

  async function load(): Promise<boolean> {
    if (next >= dictionary.index.count) return false
    const end = Math.min(next + BLOCKS_PER_STEP, dictionary.index.count)
    listsStart = dictionary.index.postingsOffset(next)
    lists = await dictionary.readPostings(next, end)
    at.open(await dictionary.readBlocks(next, end), listsStart)
    next = end
    return at.next()
  }

  return {
    at,
    postings: () => lists.subarray(at.offset - listsStart, at.offset - listsStart + at.byteLength),
    step: () => at.next(),
    load,
  }
}

interface Dictionary {
  readonly index: BlockIndex
  readBlocks(first: number, end: number): Promise<Uint8Array>
  readPostings(first: number, end: number): Promise<Uint8Array>
}

async function openDictionary(container: Container, name: string): Promise<Dictionary> {
  const blocks = container.section(name)
  const postings = container.section(`${name}.postings`)
  const indexSection = container.section(`${name}.index`)
  const index = blockIndex(await indexSection.readAll())
  const offsetIn = (section: Section, offset: (block: number) => number) => (block: number) =>
    block < index.count ? offset(block) : section.byteLength
  const blockStart = offsetIn(blocks, index.blockOffset)
  const postingsStart = offsetIn(postings, index.postingsOffset)
  return {
    index,
    readBlocks: (first, end) => blocks.read(blockStart(first), blockStart(end) - blockStart(first)),
    readPostings: (first, end) =>
      postings.read(postingsStart(first), postingsStart(end) - postingsStart(first)),
  }
}
