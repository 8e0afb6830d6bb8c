/** Writes the records of articles, in blocks of neighbours: see text-store.ts for the layout. */

import { ByteWriter } from '../files/bytes.ts'
import type { Deflate } from '../files/deflate.ts'
import { DICTIONARY_BYTES, type TextBlock } from '../store/text-store.ts'
import { createBlocksWriter } from './blocks-writer.ts'
import type { SectionWriter } from './section-writer.ts'

/**
 * So many raw bytes end a block: one long record, or a handful of short ones. With a record in each block packing took half as
 * much time again, since zlib reads the dictionary anew for every block. With larger blocks a phrase, which is looked for in
 * hundreds of records, would be found later.
 */
const RECORD_BLOCK_BYTES = 2_048

/**
 * So many raw bytes of records wait for a dictionary that is made of them: neighbours are of one site, in one language. Half as
 * many would pack 1 % better, and take as much for dictionaries.
 */
const RUN_BYTES = 4 << 20
/** A dictionary is made of so many pieces, at most two of a record. Too few records have none. */
const PIECES = 128
const PIECE_BYTES = DICTIONARY_BYTES / PIECES
/** One piece in eight is the beginning of a record, behind its id, since addresses and sources come back as well. */
const HEAD_EVERY = 8
const ID_BYTES = 17

export interface TextWriter {
  add(record: Uint8Array): void
  /** Adds a whole block as it stands in another segment, with its dictionary. */
  addBlock(block: TextBlock & { readonly dictionary: Uint8Array }): void
  /** Writes what is left and the other sections. */
  finish(): void
}

/** Starts section `name`; nothing else may be written to `target` before `finish`. */
export function createTextWriter(
  target: SectionWriter,
  name: string,
  deflate: Deflate,
): TextWriter {
  const blocks = createBlocksWriter(target, name)
  const block = new ByteWriter()
  const packed = new ByteWriter()
  const dictionaries: Uint8Array[] = []
  /** Records that wait for a dictionary. */
  let waiting: Uint8Array[] = []
  let waitingBytes = 0
  let current = 0
  /** How many articles the block holds. */
  let articles = 0

  function endBlock(): void {
    if (block.length === 0) return
    packed.clear()
    packed.varint(block.length)
    packed.append(deflate(block.written, dictionaries[current - 1]))
    blocks.add(packed.written, articles, current)
    block.clear()
    articles = 0
  }

  function pack(record: Uint8Array): void {
    block.varint(record.length)
    block.append(record)
    articles++
    if (block.length >= RECORD_BLOCK_BYTES) endBlock()
  }

  function numberOf(dictionary: Uint8Array): number {
    // Most blocks have the dictionary of the block before. Comparing each with all would make large merges quadratic.
    if (dictionary === dictionaries[current - 1]) return current
    const known = dictionaries.findIndex((one) => Buffer.compare(one, dictionary) === 0)
    return known >= 0 ? known + 1 : dictionaries.push(dictionary)
  }

  /** Packs the waiting records with this dictionary, or with the latest when there is none. */
  function settle(dictionary: Uint8Array | undefined): void {
    endBlock()
    if (dictionary !== undefined) current = numberOf(dictionary)
    for (const record of waiting) pack(record)
    waiting = []
    waitingBytes = 0
    endBlock()
  }

  function add(record: Uint8Array): void {
    waiting.push(record.slice())
    waitingBytes += record.length
    if (waitingBytes >= RUN_BYTES) settle(dictionaryOf(waiting))
  }

  function addBlock(whole: TextBlock & { readonly dictionary: Uint8Array }): void {
    if (waiting.length > 0) settle(dictionaryOf(waiting) ?? whole.dictionary)
    current = numberOf(whole.dictionary)
    blocks.add(whole.bytes, whole.articles, current)
  }

  function finish(): void {
    settle(dictionaryOf(waiting))
    blocks.finish()
    target.section(`${name}.dictionaries`)
    for (const dictionary of dictionaries) target.append(dictionary)
  }

  return { add, addBlock, finish }
}

function isLong(record: Uint8Array): boolean {
  return record.length >= 2 * PIECE_BYTES
}

/** Makes a dictionary of pieces of records that are spread evenly over all. */
function dictionaryOf(records: readonly Uint8Array[]): Uint8Array | undefined {
  const long = records.filter(isLong)
  if (long.length < PIECES / 2) return undefined
  const dictionary = new Uint8Array(DICTIONARY_BYTES)
  for (let piece = 0; piece < PIECES; piece++) {
    const record = long[Math.floor((piece * long.length) / PIECES)] ?? dictionary
    const start = piece % HEAD_EVERY === 0 ? ID_BYTES : pieceInTheMiddle(record, piece)
    dictionary.set(record.subarray(start, start + PIECE_BYTES), piece * PIECE_BYTES)
  }
  return dictionary
}

/**
 * Returns where a piece begins: before the middle of the record or behind it, since two pieces in a row may be of one record.
 */
function pieceInTheMiddle(record: Uint8Array, piece: number): number {
  return ((record.length - 2 * PIECE_BYTES) >>> 1) + (piece % 2) * PIECE_BYTES
}
