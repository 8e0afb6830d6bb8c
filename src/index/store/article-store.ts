/** The stored articles of a segment. Their furniture stands apart, in furniture-store.ts. */

import type { Memory } from '../../memory/memory.ts'
import type { IndexFolder } from '../files/byte-source.ts'
import type { Container } from '../files/container.ts'
import { nameDamagedFile } from '../files/damage.ts'
import { type ArticleRecord, decodeRecord } from './article-record.ts'
import { openTexts, type TextStore } from './text-store.ts'

export interface ArticleStore extends TextStore {
  record(article: number): Promise<ArticleRecord>
}

export async function openArticles(
  container: Container,
  articleCount: number,
  inflate: IndexFolder['inflate'],
  memory: Memory,
): Promise<ArticleStore> {
  const records = await openTexts(container, 'articles', articleCount, inflate, memory)
  const record = (article: number) =>
    nameDamagedFile(container.name, async () => decodeRecord(await records.bytes(article)))
  return { ...records, record }
}
