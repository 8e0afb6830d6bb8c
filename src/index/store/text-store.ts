/**
 * The records of articles, deflated in small blocks: a long one by itself, short ones with their neighbours, so that one is read
 * without many others. Short texts pack well all the same, since most blocks are deflated with a dictionary of 32 KiB, which is
 * made of pieces of themselves and of their neighbours.
 *
 *   NAME               the blocks, each: varint raw length, packed bytes; inside again and again: varint length, record
 *   NAME.index         for each block: first article u32, number of its dictionary u32 (0: none), offset f64
 *   NAME.dictionaries  the dictionaries from number 1 on, one after the other
 */

import { ARRAY_BYTES, type Memory } from '../../memory/memory.ts'
import { readThrough } from '../../memory/read-through.ts'
import type { IndexFolder } from '../files/byte-source.ts'
import { ByteReader } from '../files/bytes.ts'
import type { Container, Section } from '../files/container.ts'
import { DamagedContent } from '../files/damage.ts'
import { readBlockPlaces } from './block-places.ts'

export const DICTIONARY_BYTES = 32_768

export interface TextStore {
  /** Resolves to the record of the segment's n-th article. */
  bytes(article: number): Promise<Uint8Array>
  /** Calls `visit` with the record of each of these articles. None of the records is kept. @param articles in ascending order */
  each(
    articles: Iterable<number>,
    visit: (article: number, record: Uint8Array) => void,
  ): Promise<void>
  /** Yields all blocks in order, still packed. */
  blocks(): AsyncGenerator<TextBlock>
}

/** A block as it lies in the file. */
export interface TextBlock {
  readonly firstArticle: number
  readonly articles: number
  /** Undefined when the block was packed without one. */
  readonly dictionary: Uint8Array | undefined
  readonly bytes: Uint8Array
}

export async function openTexts(
  container: Container,
  name: string,
  articleCount: number,
  inflate: IndexFolder['inflate'],
  memory: Memory,
): Promise<TextStore> {
  const data = container.section(name)
  const index = container.section(`${name}.index`)
  const places = await readBlockPlaces(index, articleCount, data.byteLength)
  const dictionaries = openDictionaries(container.section(`${name}.dictionaries`), memory)

  function block(number: number): Promise<Uint8Array> {
    return data.read(places.offset(number), places.byteLength(number))
  }

  async function* blocks(): AsyncGenerator<TextBlock> {
    for (let number = 0; number < places.count; number++) {
      const dictionary = await dictionaries(places.fact(number))
      const [firstArticle, articles] = [places.firstArticle(number), places.articles(number)]
      yield { firstArticle, articles, dictionary, bytes: await block(number) }
    }
  }

  async function unpackBlock(number: number): Promise<ByteReader> {
    const reader = new ByteReader(await block(number))
    const dictionary = await dictionaries(places.fact(number))
    const rawLength = reader.varint()
    return new ByteReader(await inflate(reader.take(reader.left), rawLength, dictionary))
  }

  /** The records of a block are read from front to back. */
  async function each(
    articles: Iterable<number>,
    visit: (article: number, record: Uint8Array) => void,
  ): Promise<void> {
    let records = new ByteReader(new Uint8Array(0))
    let [number, next] = [-1, 0]
    for (const article of articles) {
      const wanted = places.blockOf(article)
      if (wanted !== number) {
        number = wanted
        next = places.firstArticle(number)
        records = await unpackBlock(number)
      }
      for (; next < article && !records.done; next++) records.take(records.varint())
      if (records.done) throw new DamagedContent()
      visit(next++, records.take(records.varint()))
    }
  }

  /** A copy, which holds no other records of its block in memory. */
  async function unpack(article: number): Promise<Uint8Array> {
    let found: Uint8Array = new Uint8Array(0)
    await each([article], (_, record) => {
      found = record.slice()
    })
    return found
  }

  // A page of results comes back to the records that were ranked.
  return { bytes: readThrough(memory.cache('records'), unpack, bytesOf), each, blocks }
}

function bytesOf({ byteLength }: Uint8Array): number {
  return ARRAY_BYTES + byteLength
}

/** Dictionaries are numbered from 1 on; 0 stands for none. */
function openDictionaries(
  section: Section,
  memory: Memory,
): (number: number) => Promise<Uint8Array | undefined> {
  const read = readThrough(
    memory.cache<number, Promise<Uint8Array>>('dictionaries'),
    (number) => section.read((number - 1) * DICTIONARY_BYTES, DICTIONARY_BYTES),
    bytesOf,
  )
  return async (number) => (number === 0 ? undefined : read(number))
}
