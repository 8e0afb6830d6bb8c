/** A hash of what an index holds of an article: one that was read again and came out the same is not written again. */

import { createHash } from 'node:crypto'
import type { RemovedLine } from '../../corpus/article.ts'
import { ByteWriter } from '../../index/files/bytes.ts'
import { encodeVersions, type FurnitureRecord } from '../../index/store/furniture-record.ts'

const versionBytes = new ByteWriter()

/**
 * 16 hex digits: the first 64 bits of the SHA-256 of all that would be stored: the article, its fetches, and what was taken
 * off its page.
 * @param record as encodeRecord writes the article
 */
export function contentHash(
  record: Uint8Array,
  { versions, removed }: Pick<FurnitureRecord, 'versions' | 'removed'>,
): string {
  versionBytes.clear()
  encodeVersions(versions, versionBytes)
  const hash = createHash('sha256').update(record).update(versionBytes.written)
  hash.update(removed.map(lineOf).join('\n'))
  return hash.digest('hex').slice(0, 16)
}

function lineOf({ reason, blocksBefore, text }: RemovedLine): string {
  return `${reason} ${blocksBefore} ${text}`
}
