/** A stored article as bytes: everything a result or a page shows. Layout in index/README.md. */

import type { Block } from '../../corpus/article.ts'
import { type BlockKind, STATUSES, type Status } from '../../corpus/article.ts'
import { ByteReader, type ByteWriter } from '../files/bytes.ts'

export interface ArticleRecord {
  /** 16 hex digits, from the article's identity. */
  readonly id: string
  /** Paths of the article's files; the one that is searched comes first. */
  readonly paths: readonly string[]
  readonly title: string
  readonly url: string
  readonly source: string
  readonly date: string
  readonly fetchDate: string
  /** As in `Page`. */
  readonly repaired: string
  readonly status: Status
  readonly truncated: boolean
  readonly blocks: readonly Block[]
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
  writer.u8(STATUSES.indexOf(article.status) * 2 + (article.truncated ? 1 : 0))
  writer.varint(article.blocks.length)
  for (const block of article.blocks) {
    writer.u8(BLOCK_KINDS.indexOf(block.kind))
    writer.string(block.text)
  }
}

export function decodeRecord(bytes: Uint8Array): ArticleRecord {
  const reader = new ByteReader(bytes)
  const id = reader.string()
  const paths = strings(reader, reader.varint())
  const [title = '', url = '', source = '', date = '', fetchDate = '', repaired = ''] = strings(
    reader,
    6,
  )
  const flags = reader.u8()
  return {
    id,
    paths,
    title,
    url,
    source,
    date,
    fetchDate,
    repaired,
    status: STATUSES[flags >>> 1] ?? 'error',
    truncated: (flags & 1) === 1,
    blocks: blocks(reader),
  }
}

/** What a walk through a record's bytes tells of its searched texts. */
export type VisitText = (isTitle: boolean, start: number, end: number) => void

/** Calls `visit` with where the title lies in the record's bytes, and then each block's text. Nothing is decoded. */
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

function strings(reader: ByteReader, count: number): string[] {
  const texts: string[] = []
  while (texts.length < count) texts.push(reader.string())
  return texts
}

function blocks(reader: ByteReader): Block[] {
  const found: Block[] = []
  for (let left = reader.varint(); left > 0; left--) {
    found.push({ kind: BLOCK_KINDS[reader.u8()] ?? 'paragraph', text: reader.string() })
  }
  return found
}

/** The body as one text: what is searched, marked and quoted from. */
export function bodyOf(article: { readonly blocks: readonly Block[] }): string {
  return article.blocks.map((block) => block.text).join('\n')
}
