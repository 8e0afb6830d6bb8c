/**
 * Checked pages of index files, the most recently used of them kept in memory. All files of an index share one cache,
 * so that its size bounds what a long-running server holds.
 */

import type { ByteSource } from './byte-source.ts'

/** Bytes that one checksum covers, and that are read and kept together. */
export const PAGE_BYTES = 16_384

export interface CheckedPages {
  /** Bytes of the file's data; throws what `check` throws for a page that is not as written. */
  read(offset: number, length: number): Promise<Uint8Array>
  close(): Promise<void>
}

export interface PageCache {
  attach(
    source: ByteSource,
    dataLength: number,
    check: (page: number, bytes: Uint8Array) => void,
  ): CheckedPages
}

/** A cache of at most `maxBytes`, least recently used pages first out. */
export function createPageCache(maxBytes: number): PageCache {
  const pages = new Map<string, Uint8Array>()
  const maxPages = Math.max(1, Math.floor(maxBytes / PAGE_BYTES))
  let files = 0

  function keep(key: string, bytes: Uint8Array): void {
    pages.delete(key)
    pages.set(key, bytes)
    if (pages.size <= maxPages) return
    const oldest = pages.keys().next()
    if (!oldest.done) pages.delete(oldest.value)
  }

  function attach(
    source: ByteSource,
    dataLength: number,
    check: (page: number, bytes: Uint8Array) => void,
  ): CheckedPages {
    const prefix = `${files++}:`

    /** Reads the run of missing pages [first, last] in one go, checks and keeps each. */
    async function load(first: number, last: number): Promise<Uint8Array> {
      const start = first * PAGE_BYTES
      const bytes = await source.read(start, Math.min((last + 1) * PAGE_BYTES, dataLength) - start)
      for (let page = first; page <= last; page++) {
        const part = bytes.slice((page - first) * PAGE_BYTES, (page - first + 1) * PAGE_BYTES)
        check(page, part)
        keep(prefix + page, part)
      }
      return bytes
    }

    async function read(offset: number, length: number): Promise<Uint8Array> {
      if (length === 0) return new Uint8Array(0)
      const first = Math.floor(offset / PAGE_BYTES)
      const last = Math.floor((offset + length - 1) / PAGE_BYTES)
      const start = offset - first * PAGE_BYTES
      if (first === last) {
        const page = pages.get(prefix + first)
        if (page === undefined) return (await load(first, first)).subarray(start, start + length)
        keep(prefix + first, page)
        return page.subarray(start, start + length)
      }
      return gather(first, last, start, length)
    }

    async function gather(
      first: number,
      last: number,
      start: number,
      length: number,
    ): Promise<Uint8Array> {
      const result = new Uint8Array((last - first + 1) * PAGE_BYTES)
      for (let page = first; page <= last; page++) {
        const known = pages.get(prefix + page)
        if (known !== undefined) {
          keep(prefix + page, known)
          result.set(known, (page - first) * PAGE_BYTES)
          continue
        }
        let end = page
        while (end < last && !pages.has(prefix + (end + 1))) end++
        result.set(await load(page, end), (page - first) * PAGE_BYTES)
        page = end
      }
      return result.subarray(start, start + length)
    }

    return { read, close: () => source.close() }
  }

  return { attach }
}
