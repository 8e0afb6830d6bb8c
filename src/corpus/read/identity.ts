/**
 * When two files are one article: fetched again, found through another feed, shared with other parameters in the address.
 * Files are compared by what the page's own address says, never by title.
 */

import { hash } from 'node:crypto'
import { addressKey } from '../../address/article-key.ts'
import type { Head } from './page.ts'

/** 16 hex digits from an article's key: SHA-256, the first 64 bits. */
export function articleId(key: string): string {
  return hash('sha256', key, 'hex').slice(0, 16)
}

/**
 * Returns a key that is the same for all files of one article. A file without an address is an article by itself, identified by
 * its path in NFC.
 */
export function articleKey({ url, path }: Pick<Head, 'url' | 'path'>): string {
  return addressKey(url) ?? `file ${path.normalize('NFC')}`
}
