/**
 * Locates the blocks of a store of records. They are looked up in the stored bytes, so that nothing is decoded when a store is
 * opened.
 */

import { partitionPoint } from '../../binary-search.ts'
import type { Section } from '../files/container.ts'

export interface BlockPlaces {
  readonly count: number
  /** The block that holds the article's record, −1 when there are no blocks. */
  blockOf(article: number): number
  firstArticle(block: number): number
  /** How many articles the block holds, from its first on. */
  articles(block: number): number
  /** A number that the store has written with the block: that of its dictionary, or its raw length. */
  fact(block: number): number
  offset(block: number): number
  byteLength(block: number): number
}

/** A row for each block: first article u32, fact u32, offset f64. */
const ROW_BYTES = 16

/**
 * @param articleCount how many articles all blocks hold
 * @param end where the last block ends
 */
export async function readBlockPlaces(
  section: Section,
  articleCount: number,
  end: number,
): Promise<BlockPlaces> {
  const bytes = await section.readAll()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = Math.floor(bytes.length / ROW_BYTES)
  const firstArticle = (block: number) =>
    block < count ? view.getUint32(block * ROW_BYTES, true) : articleCount
  const offset = (block: number) =>
    block < count ? view.getFloat64(block * ROW_BYTES + 8, true) : end
  return {
    count,
    blockOf: (article) => partitionPoint(count, (block) => firstArticle(block) > article) - 1,
    firstArticle,
    articles: (block) => firstArticle(block + 1) - firstArticle(block),
    fact: (block) => view.getUint32(block * ROW_BYTES + 4, true),
    offset,
    byteLength: (block) => offset(block + 1) - offset(block),
  }
}
