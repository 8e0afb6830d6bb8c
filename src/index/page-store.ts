/**
 * What is kept of the articles' pages beside the articles, in deflated blocks. Section `pages` holds the blocks, `pages.index`
 * per block its first article u32, raw length u32, offset f64. A block begins with its lines, each once, since menus come back
 * from page to page: varint lines, strings. Then varint length and record, again and again.
 */

import type { IndexFolder } from './byte-source.ts'
import { ByteReader } from './bytes.ts'
import type { Container, Section } from './container.ts'
import { decodePage, type PageRecord } from './page-record.ts'
import { remembered } from './remembered.ts'

export interface PageStore {
  /** Of the segment's n-th article. */
  page(article: number): Promise<PageRecord>
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

interface Block {
  readonly lines: readonly string[]
  readonly records: readonly Uint8Array[]
}

/** Blocks kept unpacked, for a scan over neighbouring articles. */
const KEPT_BLOCKS = 2

export async function openPages(
  container: Container,
  articleCount: number,
  inflate: IndexFolder['inflate'],
): Promise<PageStore> {
  const data = container.section('pages')
  const index = await readIndex(container.section('pages.index'), data.byteLength)
  const block = remembered(KEPT_BLOCKS, unpack)

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

  async function unpack(number: number): Promise<Block> {
    const raw = await inflate(await packed(number), index.rawLengths[number] ?? 0)
    const reader = new ByteReader(raw)
    const lines: string[] = []
    for (let left = reader.varint(); left > 0; left--) lines.push(reader.string())
    const records: Uint8Array[] = []
    while (!reader.done) records.push(reader.take(reader.varint()))
    return { lines, records }
  }

  async function page(article: number): Promise<PageRecord> {
    const number = lastUpTo(index.firstArticles, article)
    const { lines, records } = await block(number)
    const found = records[article - (index.firstArticles[number] ?? 0)]
    if (found === undefined) throw new RangeError(`${container.name}: no article ${article}`)
    return decodePage(found, lines)
  }

  return { page, packedBlocks }
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
