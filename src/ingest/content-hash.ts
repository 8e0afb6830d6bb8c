/** What an index holds of an article, as a number to compare: one that was read again and came out the same stays as it is. */

import { createHash } from 'node:crypto'
import { type ArticleRecord, encodeRecord } from '../index/article-record.ts'
import { ByteWriter } from '../index/bytes.ts'

const record = new ByteWriter()

/** 16 hex digits: the first 64 bits of the SHA-256 of all that would be stored. */
export function contentHash(article: ArticleRecord): string {
  record.clear()
  encodeRecord(article, record)
  return createHash('sha256').update(record.written).digest('hex').slice(0, 16)
}
