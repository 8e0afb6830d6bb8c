/** What is stored beside an article, as bytes: its versions and its furniture. Layout in index/README.md. */

import {
  type RemovalReason,
  type RemovedLine,
  STATUSES,
  type Status,
  type Version,
} from '../../corpus/article.ts'
import { ByteReader, type ByteWriter } from '../files/bytes.ts'

export interface FurnitureRecord {
  /** Every fetch, the newest first; empty for an article fetched once. */
  readonly versions: readonly Version[]
  readonly removed: readonly RemovedLine[]
}

export const NO_FURNITURE: FurnitureRecord = { versions: [], removed: [] }

const REASONS: readonly RemovalReason[] = ['repeated', 'before', 'after', 'menu', 'failed']
const VERSION_STATUSES: readonly (Status | 'unread')[] = ['unread', ...STATUSES]

/** @param numberOf the place of a line in the table that it is read from again */
export function encodeFurniture(
  { versions, removed }: FurnitureRecord,
  writer: ByteWriter,
  numberOf: (line: string) => number,
): void {
  encodeVersions(versions, writer)
  writer.varint(removed.length)
  let [before, next] = [0, 0]
  for (const { reason, text, blocksBefore } of removed) {
    const number = numberOf(text)
    writer.u8(REASONS.indexOf(reason))
    writer.varint(blocksBefore - before)
    // The lines of a menu follow each other on every page.
    writer.varint(zigzag(number - next))
    before = blocksBefore
    next = number + 1
  }
}

/** 0, −1, 1, −2 … as 0, 1, 2, 3 … */
function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value
}

function fromZigzag(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2
}

export function encodeVersions(versions: readonly Version[], writer: ByteWriter): void {
  writer.varint(versions.length)
  for (const { path, title, fetchDate, status } of versions) {
    for (const text of [path, title, fetchDate]) writer.string(text)
    writer.u8(VERSION_STATUSES.indexOf(status))
  }
}

export function decodeFurniture(bytes: Uint8Array, lines: readonly string[]): FurnitureRecord {
  const reader = new ByteReader(bytes)
  return { versions: decodeVersions(reader), removed: decodeRemoved(reader, lines) }
}

function decodeVersions(reader: ByteReader): readonly Version[] {
  const versions: Version[] = []
  for (let left = reader.varint(); left > 0; left--) {
    const [path, title, fetchDate] = [reader.string(), reader.string(), reader.string()]
    versions.push({ path, title, fetchDate, status: VERSION_STATUSES[reader.u8()] ?? 'unread' })
  }
  return versions
}

function decodeRemoved(reader: ByteReader, lines: readonly string[]): readonly RemovedLine[] {
  const removed: RemovedLine[] = []
  let [blocksBefore, next] = [0, 0]
  for (let left = reader.varint(); left > 0; left--) {
    const reason = REASONS[reader.u8()] ?? 'menu'
    blocksBefore += reader.varint()
    const number = next + fromZigzag(reader.varint())
    removed.push({ reason, text: lines[number] ?? '', blocksBefore })
    next = number + 1
  }
  return removed
}
