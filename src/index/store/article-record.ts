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
  writeStrings(writer, article.paths)
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
  writeStrings(writer, article.authors)
  writeStrings(writer, article.tags)
  writeStrings(writer, Object.entries(article.meta).flat())
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
    authors: readStrings(reader),
    tags: readStrings(reader),
    meta: pairUp(readStrings(reader)),
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
  for (let lists = 3; lists > 0; lists--) skipStrings(reader, reader.varint())
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

function writeStrings(writer: ByteWriter, texts: readonly string[]): void {
  writer.varint(texts.length)
  for (const text of texts) writer.string(text)
}

/** Makes a record of a list in which each name stands before its value. */
function pairUp(texts: readonly string[]): Record<string, string> {
  const pairs: [string, string][] = []
  for (let at = 0; at + 1 < texts.length; at += 2)
    pairs.push([texts[at] ?? '', texts[at + 1] ?? ''])
  return Object.fromEntries(pairs)
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
