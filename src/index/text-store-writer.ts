/** Writes the records of articles, each deflated by itself: see text-store.ts for the layout. */

import { ByteWriter } from './bytes.ts'
import type { Deflate, SectionWriter } from './pages-writer.ts'
import { DICTIONARY_BYTES, type TextBlock } from './text-store.ts'

/** Raw bytes a block is filled to. */
const BLOCK_BYTES = 32_768

/** A dictionary is made of the middles of so many records, each of at least twice the bytes taken of it. */
const SAMPLES = 64
const SAMPLE_BYTES = DICTIONARY_BYTES / SAMPLES
/** Records to choose from that are waited for; with fewer than SAMPLES at the end there is no dictionary. */
const CHOICE = 512

export interface TextWriter {
  add(record: Uint8Array): void
  /** A whole block as it stands in another segment, with its dictionary. */
  addBlock(block: TextBlock & { readonly dictionary: Uint8Array }): void
  /** Writes what is left and the other sections. */
  finish(): void
}

/** Starts section `name`; nothing else may be written to `target` before `finish`. */
export function textWriter(target: SectionWriter, name: string, deflate: Deflate): TextWriter {
  const index = new ByteWriter()
  const block = new ByteWriter(BLOCK_BYTES * 2)
  const dictionaries: Uint8Array[] = []
  /** Records that wait for a dictionary; undefined: it is settled. */
  let waiting: Uint8Array[] | undefined = []
  let longOnes = 0
  let current = 0
  let [rawLength, articles, firstArticle, offset] = [0, 0, 0, 0]
  target.section(name)

  function put(bytes: Uint8Array, dictionary: number): void {
    target.append(bytes)
    index.u32(firstArticle)
    index.u32(dictionary)
    index.f64(offset)
    offset += bytes.length
    firstArticle = articles
  }

  function endBlock(): void {
    if (block.length === 0) return
    put(block.written, current)
    block.clear()
    rawLength = 0
  }

  function pack(record: Uint8Array): void {
    const packed = deflate(record, dictionaries[current - 1])
    block.varint(packed.length)
    block.varint(record.length)
    block.append(packed)
    articles++
    rawLength += record.length
    if (rawLength >= BLOCK_BYTES) endBlock()
  }

  function numberOf(dictionary: Uint8Array): number {
    const known = dictionaries.findIndex((one) => Buffer.compare(one, dictionary) === 0)
    return known >= 0 ? known + 1 : dictionaries.push(dictionary)
  }

  /** From here on records are packed with this dictionary. */
  function settle(dictionary: Uint8Array | undefined): void {
    const records = waiting ?? []
    waiting = undefined
    if (dictionary !== undefined) current = numberOf(dictionary)
    for (const record of records) pack(record)
  }

  function add(record: Uint8Array): void {
    if (waiting === undefined) {
      pack(record)
      return
    }
    waiting.push(record.slice())
    if (isLong(record)) longOnes++
    if (longOnes >= CHOICE) settle(dictionaryOf(waiting))
  }

  function addBlock(packed: TextBlock & { readonly dictionary: Uint8Array }): void {
    if (waiting !== undefined) settle(packed.dictionary)
    endBlock()
    articles += packed.articles
    put(packed.bytes, numberOf(packed.dictionary))
  }

  function finish(): void {
    if (waiting !== undefined) settle(dictionaryOf(waiting))
    endBlock()
    target.section(`${name}.index`)
    target.append(index.written)
    target.section(`${name}.dictionaries`)
    for (const dictionary of dictionaries) target.append(dictionary)
  }

  return { add, addBlock, finish }
}

function isLong(record: Uint8Array): boolean {
  return record.length >= 2 * SAMPLE_BYTES
}

/** Pieces of records spread evenly over those there are. */
function dictionaryOf(records: readonly Uint8Array[]): Uint8Array | undefined {
  const long = records.filter(isLong)
  if (long.length < SAMPLES) return undefined
  const dictionary = new Uint8Array(DICTIONARY_BYTES)
  for (let sample = 0; sample < SAMPLES; sample++) {
    const record = long[Math.floor((sample * long.length) / SAMPLES)] ?? dictionary
    const start = (record.length - SAMPLE_BYTES) >>> 1
    dictionary.set(record.subarray(start, start + SAMPLE_BYTES), sample * SAMPLE_BYTES)
  }
  return dictionary
}
