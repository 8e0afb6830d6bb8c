/** Where the blocks of a store of records lie. Looked up in the bytes as they are stored, so that opening a store takes no time. */

import { partitionPoint } from '../../binary-search.ts'
import type { Section } from '../files/container.ts'

export interface BlockPlaces {
  readonly count: number
  /** The block that holds the article's record; −1 without any block. */
  blockOf(article: number): number
  firstArticle(block: number): number
  /** How many follow each other from the first on. */
  articles(block: number): number
  /** What the store wants to know of the block: the number of its dictionary, its length. */
  fact(block: number): number
  offset(block: number): number
  byteLength(block: number): number
}

/** Bytes a block: first article u32, fact u32, offset f64. */
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
