/**
 * What is kept of the articles' pages beside the articles, in deflated blocks. Section `pages` holds the blocks, `pages.index`
 * per block its first article u32, raw length u32, offset f64. A block begins with its lines, each once, since menus come back
 * from page to page: varint lines, strings. Then varint length and record, again and again.
 */

import { BadContent } from '../files/bad-content.ts'
import type { IndexFolder } from '../files/byte-source.ts'
import { ByteReader } from '../files/bytes.ts'
import type { Container } from '../files/container.ts'
import { asWritten } from '../files/damage.ts'
import { remembered } from '../files/remembered.ts'
import { readBlockPlaces } from './block-places.ts'
import { decodePage, type PageRecord } from './furniture-record.ts'

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
  const index = container.section('pages.index')
  const places = await readBlockPlaces(index, articleCount, data.byteLength)
  const block = remembered(KEPT_BLOCKS, unpack)

  function packed(number: number): Promise<Uint8Array> {
    return data.read(places.offset(number), places.byteLength(number))
  }

  async function* packedBlocks(): AsyncGenerator<PackedBlock> {
    for (let number = 0; number < places.count; number++) {
      const [firstArticle, articles] = [places.firstArticle(number), places.articles(number)]
      yield { firstArticle, articles, rawLength: places.fact(number), bytes: await packed(number) }
    }
  }

  async function unpack(number: number): Promise<Block> {
    const raw = await inflate(await packed(number), places.fact(number))
    const reader = new ByteReader(raw)
    const lines: string[] = []
    for (let left = reader.varint(); left > 0; left--) lines.push(reader.string())
    const records: Uint8Array[] = []
    while (!reader.done) records.push(reader.take(reader.varint()))
    return { lines, records }
  }

  async function readPage(article: number): Promise<PageRecord> {
    const number = places.blockOf(article)
    const { lines, records } = await block(number)
    const found = records[article - places.firstArticle(number)]
    if (found === undefined) throw new BadContent()
    return decodePage(found, lines)
  }

  return { page: (article) => asWritten(container.name, () => readPage(article)), packedBlocks }
}
