/** What an index holds of an article, as a number to compare: one that was read again and came out the same stays as it is. */

import { createHash } from 'node:crypto'
import type { Version } from '../corpus/article.ts'
import { type ArticleRecord, encodeRecord } from '../index/article-record.ts'
import { ByteWriter } from '../index/bytes.ts'
import { encodeVersions } from '../index/page-record.ts'

const record = new ByteWriter()

/**
 * 16 hex digits: the first 64 bits of the SHA-256 of all that would be stored, but for the furniture: its text is what the
 * article leaves of the page, and why a line is furniture is no reason to write the article again.
 */
export function contentHash(article: ArticleRecord, versions: readonly Version[]): string {
  record.clear()
  encodeRecord(article, record)
  encodeVersions(versions, record)
  return createHash('sha256').update(record.written).digest('hex').slice(0, 16)
}
