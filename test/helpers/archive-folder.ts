/** A corpus and an index in a temporary folder, and articles as the fetcher writes them. */

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface ArchiveFolder {
  readonly corpus: string
  readonly index: string
  /** Another empty place for an index. */
  otherIndex(): string
  write(path: string, content: string | Uint8Array): void
  /** A file of so many bytes, all zero, that takes no room on the disk. */
  writeSparse(path: string, bytes: number): void
  rename(from: string, to: string): void
  remove(path: string): void
  /** Names in the index folder. */
  indexFiles(): readonly string[]
  end(): void
}

/** Files get times a second apart: no change is missed because it came within one tick of the clock. */
export function archiveFolder(): ArchiveFolder {
  const folder = mkdtempSync(join(tmpdir(), 'souwen-archive-'))
  const corpus = join(folder, 'corpus')
  const index = join(folder, 'index')
  let seconds = 1_700_000_000
  let others = 0
  mkdirSync(corpus)

  function stamp(path: string): void {
    utimesSync(join(corpus, path), ++seconds, seconds)
  }

  function write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(corpus, path)), { recursive: true })
    writeFileSync(join(corpus, path), content)
    stamp(path)
  }

  return {
    corpus,
    index,
    otherIndex: () => join(folder, `other-${++others}`),
    write,
    writeSparse(path, bytes) {
      write(path, '')
      truncateSync(join(corpus, path), bytes)
      stamp(path)
    },
    rename(from, to) {
      mkdirSync(dirname(join(corpus, to)), { recursive: true })
      renameSync(join(corpus, from), join(corpus, to))
    },
    remove: (path) => rmSync(join(corpus, path)),
    indexFiles: () => readdirSync(index).sort(),
    end: () => rmSync(folder, { recursive: true }),
  }
}

export interface Fetched {
  readonly title: string
  readonly url?: string
  readonly source?: string
  readonly date?: string
  readonly fetchDate?: string
  /** Markdown under the heading. */
  readonly body: string
}

/** A file as the fetcher writes it. Without a URL, one by the title. */
export function fetchedFile(article: Fetched): string {
  const { title, body, source = '示例网', date = '2025-03-09' } = article
  const url = article.url ?? `https://example.org/${encodeURIComponent(title)}`
  return `---
title: ${title}
url: ${url}
source: ${source}
date: ${date}
fetch_date: ${article.fetchDate ?? `${date}T12:03:13.017231`}
---

# ${title}

${body}
`
}

/** What is left of a WeChat page that the fetcher was not shown. */
export const FAILED_BODY =
  '：\n，\n。\n\n视频\n小程序\n赞\n，轻点两下取消赞\n在看\n，轻点两下取消在看'
