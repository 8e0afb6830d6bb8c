/** Writes the stored articles of a segment: see article-store.ts for the layout. */

import { type ArticleRecord, encodeRecord } from './article-record.ts'
import type { PackedBlock } from './article-store.ts'
import { ByteWriter } from './bytes.ts'
import type { ContainerWriter } from './container-writer.ts'

/** Raw bytes a block is filled to; larger packs better, smaller unpacks faster for one result. */
const BLOCK_BYTES = 32_768

export interface ArticlesWriter {
  add(article: ArticleRecord): void
  /** A record as `ArticleStore.bytes` gives it. */
  addBytes(record: Uint8Array): void
  /** A whole block as it stands in another segment. */
  addBlock(block: PackedBlock): void
  /** Writes what is left and section `articles.index`. */
  finish(): void
}

/** Starts section `articles`; nothing else may be written before `finish`. */
export function articlesWriter(
  container: ContainerWriter,
  deflate: (bytes: Uint8Array) => Uint8Array,
): ArticlesWriter {
  const index = new ByteWriter()
  const block = new ByteWriter(BLOCK_BYTES * 2)
  const record = new ByteWriter()
  let articles = 0
  let firstArticle = 0
  let offset = 0
  container.section('articles')

  function put(packed: Uint8Array, rawLength: number): void {
    container.append(packed)
    index.u32(firstArticle)
    index.u32(rawLength)
    index.f64(offset)
    offset += packed.length
    firstArticle = articles
  }

  function endBlock(): void {
    if (block.length === 0) return
    put(deflate(block.written), block.length)
    block.clear()
  }

  function addBytes(bytes: Uint8Array): void {
    block.varint(bytes.length)
    block.append(bytes)
    articles++
    if (block.length >= BLOCK_BYTES) endBlock()
  }

  function add(article: ArticleRecord): void {
    record.clear()
    encodeRecord(article, record)
    addBytes(record.written)
  }

  function addBlock(packed: PackedBlock): void {
    endBlock()
    articles += packed.articles
    put(packed.bytes, packed.rawLength)
  }

  function finish(): void {
    endBlock()
    container.section('articles.index')
    container.append(index.written)
  }

  return { add, addBytes, addBlock, finish }
}
