/** A hash of what an index holds of an article: one that was read again and came out the same is not written again. */

import { createHash } from 'node:crypto'
import type { Version } from '../../corpus/article.ts'
import { ByteWriter } from '../../index/files/bytes.ts'
import { encodeVersions } from '../../index/store/furniture-record.ts'

const versionBytes = new ByteWriter()

/**
 * 16 hex digits: the first 64 bits of the SHA-256 of all that would be stored, without the furniture: that
 * follows from the article, so it never changes alone.
 * @param record as encodeRecord writes the article
 */
export function contentHash(record: Uint8Array, versions: readonly Version[]): string {
  versionBytes.clear()
  encodeVersions(versions, versionBytes)
  const hash = createHash('sha256').update(record).update(versionBytes.written)
  return hash.digest('hex').slice(0, 16)
}
