/**
 * Records of a segment, one an article, in deflated blocks (articles themselves: text-store.ts): section NAME holds the blocks, `NAME.index` per block its first
 * article u32, raw length u32, offset f64. In a block: varint length and record, again and again.
 */

import type { IndexFolder } from './byte-source.ts'
import { ByteReader } from './bytes.ts'
import type { Container, Section } from './container.ts'

export interface RecordStore {
  /** The record of the segment's n-th article. */
  bytes(article: number): Promise<Uint8Array>
  /** All blocks in order, still packed; for merging. */
  packedBlocks(): AsyncGenerator<PackedBlock>
}

/** A block as it lies in the file. */
export interface PackedBlock {
  readonly firstArticle: number
  readonly articles: number
  readonly rawLength: number
  readonly bytes: Uint8Array
}

/** Blocks kept unpacked; a page of results and a scan over neighbouring articles come back to the same ones. */
const KEPT_BLOCKS = 16

export async function openRecords(
  container: Container,
  name: string,
  articleCount: number,
  inflate: IndexFolder['inflate'],
): Promise<RecordStore> {
  const data = container.section(name)
  const index = await readIndex(container.section(`${name}.index`), data.byteLength)
  const unpacked = new Map<number, Promise<readonly Uint8Array[]>>()

  function packed(number: number): Promise<Uint8Array> {
    const start = index.offsets[number] ?? 0
    return data.read(start, (index.offsets[number + 1] ?? 0) - start)
  }

  async function* packedBlocks(): AsyncGenerator<PackedBlock> {
    for (const [number, firstArticle] of index.firstArticles.entries()) {
      const articles = (index.firstArticles[number + 1] ?? articleCount) - firstArticle
      yield {
        firstArticle,
        articles,
        rawLength: index.rawLengths[number] ?? 0,
        bytes: await packed(number),
      }
    }
  }

  async function unpack(number: number): Promise<readonly Uint8Array[]> {
    const reader = new ByteReader(
      await inflate(await packed(number), index.rawLengths[number] ?? 0),
    )
    const records: Uint8Array[] = []
    while (!reader.done) records.push(reader.take(reader.varint()))
    return records
  }

  function block(number: number): Promise<readonly Uint8Array[]> {
    const known = unpacked.get(number)
    if (known !== undefined) return known
    const fresh = unpack(number)
    unpacked.set(number, fresh)
    fresh.catch(() => unpacked.delete(number))
    const oldest = unpacked.keys().next()
    if (unpacked.size > KEPT_BLOCKS && !oldest.done) unpacked.delete(oldest.value)
    return fresh
  }

  async function bytes(article: number): Promise<Uint8Array> {
    const number = lastUpTo(index.firstArticles, article)
    const records = await block(number)
    const found = records[article - (index.firstArticles[number] ?? 0)]
    if (found === undefined) throw new RangeError(`${container.name}: no article ${article}`)
    return found
  }

  return { bytes, packedBlocks }
}

interface StoreIndex {
  readonly firstArticles: readonly number[]
  readonly rawLengths: readonly number[]
  /** One more than there are blocks: the last is the end. */
  readonly offsets: readonly number[]
}

async function readIndex(section: Section, end: number): Promise<StoreIndex> {
  const reader = new ByteReader(await section.read(0, section.byteLength))
  const firstArticles: number[] = []
  const rawLengths: number[] = []
  const offsets: number[] = []
  while (!reader.done) {
    firstArticles.push(reader.u32())
    rawLengths.push(reader.u32())
    offsets.push(reader.f64())
  }
  return { firstArticles, rawLengths, offsets: [...offsets, end] }
}

/** The place of the last value that is not above `value`. */
export function lastUpTo(ascending: readonly number[], value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}
