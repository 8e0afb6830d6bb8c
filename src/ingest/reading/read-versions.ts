/** Reads all fetches of an article: one of them is searched, and the others are listed. */

import type { Article, Version } from '../../corpus/article.ts'
import { cleanPage } from '../../corpus/clean/clean.ts'
import { type FileProblem, mayPass } from '../../corpus/find/file-problem.ts'
import { HEAD_BYTES, type Head, readHead, readPage } from '../../corpus/read/page.ts'
import type { CatalogFile } from '../catalog/catalog-columns.ts'
import { readStart, readWhole } from './read-bytes.ts'

export interface ReadVersions {
  /** The newest fetch that holds an article, else the newest; undefined: none of the files can be read. */
  readonly article: Article | undefined
  /** The paths of all files that can be read, the article's own first. */
  readonly paths: readonly string[]
  /** The newest first; empty when there is but one. */
  readonly versions: readonly Version[]
  readonly problems: readonly FileProblem[]
  /** True when one of the files could not be read, but may another time. */
  readonly mayPass: boolean
}

interface Source {
  readonly corpus: string
  readonly furniture: ReadonlyMap<string, Uint32Array>
}

/** @param files the newest first */
export function readVersions(source: Source, files: readonly CatalogFile[]): ReadVersions {
  const problems: FileProblem[] = []
  const versions: Version[] = []
  let newest: Article | undefined
  let found: Article | undefined
  let isForNow = false
  for (const file of files) {
    try {
      if (found === undefined) {
        const article = readArticle(source, file)
        if (article.status === 'article') found = article
        newest ??= article
        versions.push(versionOf(article, article.status))
      } else versions.push(versionOf(readHeadAt(source.corpus, file.path), 'unread'))
    } catch (error) {
      problems.push({ path: file.path, reason: reasonOf(error) })
      isForNow ||= mayPass(error)
    }
  }
  const article = found ?? newest
  const paths = new Set(article && [article.path, ...versions.map(({ path }) => path)])
  return {
    article,
    paths: [...paths],
    versions: versions.length > 1 ? versions : [],
    problems,
    mayPass: isForNow,
  }
}

function readArticle({ corpus, furniture }: Source, { path, siteKeys }: CatalogFile): Article {
  const page = readPage(readWhole(`${corpus}/${path}`), path)
  const learned = siteKeys.map((key) => furniture.get(key))
  return cleanPage(
    page,
    learned.filter((lines) => lines !== undefined),
  )
}

function versionOf({ path, title, fetchDate }: Head, status: Version['status']): Version {
  return { path, title, fetchDate, status }
}

/** Reads what identifies a page, from the first bytes of its file where these are enough. Throws as readFileSync and readPage. */
export function readHeadAt(corpus: string, path: string): Head {
  const name = `${corpus}/${path}`
  return readHead(readStart(name, HEAD_BYTES), path, () => readWhole(name))
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
