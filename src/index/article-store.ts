/** Stored articles of a segment (sections `articles`) and, apart, what of their pages is not searched (`pages`). */

import { type ArticleRecord, decodeRecord } from './article-record.ts'
import type { IndexFolder } from './byte-source.ts'
import type { Container } from './container.ts'
import { decodePage, type PageRecord } from './page-record.ts'
import { openRecords, type RecordStore } from './record-store.ts'
import { openTexts, type TextStore } from './text-store.ts'

export interface ArticleStore extends TextStore {
  record(article: number): Promise<ArticleRecord>
}

export interface PageStore extends RecordStore {
  page(article: number): Promise<PageRecord>
}

export async function openArticles(
  container: Container,
  articleCount: number,
  inflate: IndexFolder['inflate'],
): Promise<ArticleStore> {
  const records = await openTexts(container, 'articles', articleCount, inflate)
  return { ...records, record: async (article) => decodeRecord(await records.bytes(article)) }
}

export async function openPages(
  container: Container,
  articleCount: number,
  inflate: IndexFolder['inflate'],
): Promise<PageStore> {
  const records = await openRecords(container, 'pages', articleCount, inflate)
  return { ...records, page: async (article) => decodePage(await records.bytes(article)) }
}
