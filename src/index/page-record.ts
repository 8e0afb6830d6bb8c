/** What is kept of an article's page beside the article, as bytes: its versions and its furniture. Layout in index/README.md. */

import {
  type RemovalReason,
  type RemovedLine,
  STATUSES,
  type Status,
  type Version,
} from '../corpus/article.ts'
import { ByteReader, type ByteWriter } from './bytes.ts'

export interface PageRecord {
  /** Every fetch, the newest first; empty for an article fetched once. */
  readonly versions: readonly Version[]
  readonly removed: readonly RemovedLine[]
}

export const EMPTY_PAGE: PageRecord = { versions: [], removed: [] }

const REASONS: readonly RemovalReason[] = ['repeated', 'before', 'after', 'menu', 'failed']
const VERSION_STATUSES: readonly (Status | 'unread')[] = ['unread', ...STATUSES]

export function encodePage({ versions, removed }: PageRecord, writer: ByteWriter): void {
  encodeVersions(versions, writer)
  writer.varint(removed.length)
  let before = 0
  for (const { reason, text, blocksBefore } of removed) {
    writer.u8(REASONS.indexOf(reason))
    writer.varint(blocksBefore - before)
    writer.string(text)
    before = blocksBefore
  }
}

export function encodeVersions(versions: readonly Version[], writer: ByteWriter): void {
  writer.varint(versions.length)
  for (const { path, title, fetchDate, status } of versions) {
    for (const text of [path, title, fetchDate]) writer.string(text)
    writer.u8(VERSION_STATUSES.indexOf(status))
  }
}

export function decodePage(bytes: Uint8Array): PageRecord {
  const reader = new ByteReader(bytes)
  return { versions: decodeVersions(reader), removed: decodeRemoved(reader) }
}

function decodeVersions(reader: ByteReader): readonly Version[] {
  const versions: Version[] = []
  for (let left = reader.varint(); left > 0; left--) {
    const [path, title, fetchDate] = [reader.string(), reader.string(), reader.string()]
    versions.push({ path, title, fetchDate, status: VERSION_STATUSES[reader.u8()] ?? 'unread' })
  }
  return versions
}

function decodeRemoved(reader: ByteReader): readonly RemovedLine[] {
  const removed: RemovedLine[] = []
  let blocksBefore = 0
  for (let left = reader.varint(); left > 0; left--) {
    const reason = REASONS[reader.u8()] ?? 'menu'
    blocksBefore += reader.varint()
    removed.push({ reason, text: reader.string(), blocksBefore })
  }
  return removed
}
