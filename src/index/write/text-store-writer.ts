/** Writes the records of articles, in blocks of neighbours: see text-store.ts for the layout. */

import { ByteWriter } from '../files/bytes.ts'
import type { Deflate } from '../files/deflate.ts'
import { DICTIONARY_BYTES, type TextBlock } from '../store/text-store.ts'
import { createBlocksWriter } from './blocks-writer.ts'
import type { SectionWriter } from './section-writer.ts'

/**
 * Raw bytes that end a block: one long record, or a handful of short ones, the titles of failed fetches. Each by itself took half as
 * much time again to pack, since zlib reads the dictionary anew for every block, and 4 % more room; with 4 KiB both would shrink
 * further, and a phrase, which is looked for in hundreds of records, would be found later.
 */
const RECORD_BLOCK_BYTES = 2_048

/**
 * Raw bytes of records that wait for a dictionary of their own, made of them: neighbours are of one site, in one language. Half as
 * many would pack 1 % better, and take as much for dictionaries.
 */
const RUN_BYTES = 4 << 20
/** Pieces that a dictionary is made of, at most two of a record; with fewer records there is none. */
const PIECES = 128
const PIECE_BYTES = DICTIONARY_BYTES / PIECES
/** Every so manieth piece is the beginning of a record, behind its id: address and source come back as well. */
const HEAD_EVERY = 8
const ID_BYTES = 17

export interface TextWriter {
  add(record: Uint8Array): void
  /** A whole block as it stands in another segment, with its dictionary. */
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
  const block = new ByteWriter(RECORD_BLOCK_BYTES * 2)
  const packed = new ByteWriter(RECORD_BLOCK_BYTES * 2)
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
    // Most blocks have that of the block before: compared with all, large merges would take time by its square.
    if (dictionary === dictionaries[current - 1]) return current
    const known = dictionaries.findIndex((one) => Buffer.compare(one, dictionary) === 0)
    return known >= 0 ? known + 1 : dictionaries.push(dictionary)
  }

  /** Packs the records that wait, with this dictionary or, without one, with the latest. */
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

/** Pieces of records spread evenly over those there are. */
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

/** Where it begins: the half before the middle or the one behind it, since two pieces in a row may be of one record. */
function pieceInTheMiddle(record: Uint8Array, piece: number): number {
  return ((record.length - 2 * PIECE_BYTES) >>> 1) + (piece % 2) * PIECE_BYTES
}
