/**
 * The furniture and the versions of articles, in deflated blocks. Section `pages` holds the blocks, and `pages.index` for each
 * block its first article u32, raw length u32 and offset f64. A block begins with its lines, each once since menus come back:
 * varint lines, strings. Then follow varint length and record for each article.
 */

import { ARRAY_BYTES, type Memory } from '../../memory/memory.ts'
import { readThrough } from '../../memory/read-through.ts'
import type { IndexFolder } from '../files/byte-source.ts'
import { ByteReader } from '../files/bytes.ts'
import type { Container } from '../files/container.ts'
import { DamagedContent, nameDamagedFile } from '../files/damage.ts'
import { readBlockPlaces } from './block-places.ts'
import { decodeFurniture, type FurnitureRecord } from './furniture-record.ts'

export interface FurnitureStore {
  /** Resolves to the record of the segment's n-th article. */
  record(article: number): Promise<FurnitureRecord>
  /** Yields all blocks in order, still packed. */
  blocks(): AsyncGenerator<FurnitureBlock>
}

/** A block as it lies in the file. */
export interface FurnitureBlock {
  readonly firstArticle: number
  readonly articles: number
  readonly rawLength: number
  readonly bytes: Uint8Array
}

interface UnpackedBlock {
  readonly lines: readonly string[]
  readonly records: readonly Uint8Array[]
  /** Bytes of all of it, unpacked. */
  readonly rawLength: number
}

export async function openFurniture(
  container: Container,
  articleCount: number,
  inflate: IndexFolder['inflate'],
  memory: Memory,
): Promise<FurnitureStore> {
  const data = container.section('pages')
  const index = container.section('pages.index')
  const places = await readBlockPlaces(index, articleCount, data.byteLength)
  const block = readThrough(
    memory.cache<number, Promise<UnpackedBlock>>('furniture'),
    unpack,
    bytesOf,
  )

  function packed(number: number): Promise<Uint8Array> {
    return data.read(places.offset(number), places.byteLength(number))
  }

  async function* blocks(): AsyncGenerator<FurnitureBlock> {
    for (let number = 0; number < places.count; number++) {
      const [firstArticle, articles] = [places.firstArticle(number), places.articles(number)]
      yield { firstArticle, articles, rawLength: places.fact(number), bytes: await packed(number) }
    }
  }

  async function unpack(number: number): Promise<UnpackedBlock> {
    const raw = await inflate(await packed(number), places.fact(number))
    const reader = new ByteReader(raw)
    const lines: string[] = []
    for (let left = reader.varint(); left > 0; left--) lines.push(reader.string())
    const records: Uint8Array[] = []
    while (!reader.done) records.push(reader.take(reader.varint()))
    return { lines, records, rawLength: raw.byteLength }
  }

  async function readRecord(article: number): Promise<FurnitureRecord> {
    const number = places.blockOf(article)
    const { lines, records } = await block(number)
    const found = records[article - places.firstArticle(number)]
    if (found === undefined) throw new DamagedContent()
    return decodeFurniture(found, lines)
  }

  return { record: (article) => nameDamagedFile(container.name, () => readRecord(article)), blocks }
}

/** The lines stand in memory as texts, and in the bytes that the records are parts of; a text or part takes 128 bytes itself. */
function bytesOf({ lines, records, rawLength }: UnpackedBlock): number {
  return ARRAY_BYTES + rawLength * 2 + (lines.length + records.length) * 128
}
