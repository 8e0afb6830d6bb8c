/** The versions and the furniture of an article as bytes; index/README.md has the layout. */

import {
  type RemovalReason,
  type RemovedLine,
  STATUSES,
  type Status,
  type Version,
} from '../../corpus/article.ts'
import { ByteReader, type ByteWriter } from '../files/bytes.ts'
import { DamagedContent } from '../files/damage.ts'

export interface FurnitureRecord {
  /** All fetches, the newest first; none for an article that was fetched once. */
  readonly versions: readonly Version[]
  readonly removed: readonly RemovedLine[]
}

export const NO_FURNITURE: FurnitureRecord = { versions: [], removed: [] }

const REASONS: readonly RemovalReason[] = ['repeated', 'before', 'after', 'menu', 'failed']
const VERSION_STATUSES: readonly (Status | 'unread')[] = ['unread', ...STATUSES]

/** @param numberOf returns the place of a line in the table that `decodeFurniture` is given */
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
    // The lines of a menu follow each other on every page, so most differences are 0.
    writer.varint(zigzag(number - next))
    before = blocksBefore
    next = number + 1
  }
}

/** Codes 0, −1, 1, −2 … as 0, 1, 2, 3 … */
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

/** Throws DamagedContent. */
export function decodeFurniture(bytes: Uint8Array, lines: readonly string[]): FurnitureRecord {
  const reader = new ByteReader(bytes)
  return { versions: decodeVersions(reader), removed: decodeRemoved(reader, lines) }
}

function decodeVersions(reader: ByteReader): readonly Version[] {
  const versions: Version[] = []
  for (let left = reader.varint(); left > 0; left--) {
    const [path, title, fetchDate] = [reader.string(), reader.string(), reader.string()]
    versions.push({ path, title, fetchDate, status: readListed(reader, VERSION_STATUSES) })
  }
  return versions
}

function decodeRemoved(reader: ByteReader, lines: readonly string[]): readonly RemovedLine[] {
  const removed: RemovedLine[] = []
  let [blocksBefore, next] = [0, 0]
  for (let left = reader.varint(); left > 0; left--) {
    const reason = readListed(reader, REASONS)
    blocksBefore += reader.varint()
    const number = next + fromZigzag(reader.varint())
    removed.push({ reason, text: itemAt(lines, number), blocksBefore })
    next = number + 1
  }
  return removed
}

function readListed<Item>(reader: ByteReader, list: readonly Item[]): Item {
  return itemAt(list, reader.u8())
}

function itemAt<Item>(list: readonly Item[], place: number): Item {
  const item = list[place]
  if (item === undefined) throw new DamagedContent()
  return item
}
