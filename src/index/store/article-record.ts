/** A stored article as bytes: everything that is shown of it but its furniture. index/README.md has the layout. */

import type { Article, Block, BlockKind } from '../../corpus/article.ts'
import { isTruncated, packStatus, statusOf } from '../columns/statuses.ts'
import { ByteReader, type ByteWriter } from '../files/bytes.ts'
import { DamagedContent } from '../files/damage.ts'

export interface ArticleRecord extends Omit<Article, 'path' | 'encoding' | 'removed'> {
  /** 16 hex digits, made of the article's identity. */
  readonly id: string
  /** The paths of the article's files. The text comes from the first. */
  readonly paths: readonly string[]
}

const BLOCK_KINDS: readonly BlockKind[] = ['paragraph', 'heading', 'list', 'quote', 'code', 'table']

export function encodeRecord(article: ArticleRecord, writer: ByteWriter): void {
  writer.string(article.id)
  writer.varint(article.paths.length)
  for (const path of article.paths) writer.string(path)
  for (const text of [
    article.title,
    article.url,
    article.source,
    article.date,
    article.fetchDate,
    article.repaired,
  ]) {
    writer.string(text)
  }
  writer.u8(packStatus(article.status, article.truncated))
  writer.varint(article.blocks.length)
  for (const block of article.blocks) {
    writer.u8(BLOCK_KINDS.indexOf(block.kind))
    writer.string(block.text)
  }
}

/** Throws DamagedContent. */
export function decodeRecord(bytes: Uint8Array): ArticleRecord {
  const reader = new ByteReader(bytes)
  const record = {
    id: reader.string(),
    paths: readStrings(reader),
    title: reader.string(),
    url: reader.string(),
    source: reader.string(),
    date: reader.string(),
    fetchDate: reader.string(),
    repaired: reader.string(),
  }
  const packed = reader.u8()
  return {
    ...record,
    status: statusOf(packed),
    truncated: isTruncated(packed),
    blocks: readBlocks(reader),
  }
}

/** Is told where each searched text lies in a record's bytes. */
export type VisitText = (isTitle: boolean, start: number, end: number) => void

/** Calls `visit` for the title and then for each block's text, without decoding any. Throws DamagedContent. */
export function visitTexts(bytes: Uint8Array, visit: VisitText): void {
  const reader = new ByteReader(bytes)
  skipStrings(reader, 1)
  skipStrings(reader, reader.varint())
  visitText(reader, true, visit)
  skipStrings(reader, 5)
  reader.u8()
  for (let left = reader.varint(); left > 0; left--) {
    reader.u8()
    visitText(reader, false, visit)
  }
}

function visitText(reader: ByteReader, isTitle: boolean, visit: VisitText): void {
  const length = reader.varint()
  const start = reader.position
  reader.skip(length)
  visit(isTitle, start, start + length)
}

function skipStrings(reader: ByteReader, count: number): void {
  for (let left = count; left > 0; left--) reader.skip(reader.varint())
}

function readStrings(reader: ByteReader): string[] {
  const texts: string[] = []
  for (let left = reader.varint(); left > 0; left--) texts.push(reader.string())
  return texts
}

function readBlocks(reader: ByteReader): Block[] {
  const blocks: Block[] = []
  for (let left = reader.varint(); left > 0; left--) {
    const kind = BLOCK_KINDS[reader.u8()]
    if (kind === undefined) throw new DamagedContent()
    blocks.push({ kind, text: reader.string() })
  }
  return blocks
}

/** The body as one text: what is searched, marked and quoted from. Blocks are joined by a line feed. */
export function bodyOf({ blocks }: Pick<Article, 'blocks'>): string {
  return blocks.map(({ text }) => text).join('\n')
}
