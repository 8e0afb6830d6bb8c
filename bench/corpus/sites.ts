/**
 * Reads an archive as the indexer does, one site after the other: each article with its page, and what the reader makes of
 * it. A site here is a host with all its sources, so that the pages of one host at a time are in memory.
 */

import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Article, Page } from '../../src/corpus/article.ts'
import { cleanPage } from '../../src/corpus/clean/clean.ts'
import { learnSite, sampledPage } from '../../src/corpus/clean/learn-site.ts'
import { findArticles } from '../../src/corpus/find/discover.ts'
import { FileList } from '../../src/corpus/find/listing.ts'
import { readPage } from '../../src/corpus/read/page.ts'
import {
  type ArticleFiles,
  articlesWhere,
  groupArticles,
  type NumberedFiles,
  numberArticles,
} from '../../src/ingest/catalog/articles.ts'
import { EMPTY_CATALOG } from '../../src/ingest/catalog/catalog.ts'
import { type CatalogFile, CatalogFiles } from '../../src/ingest/catalog/catalog-columns.ts'
import { recordsOf } from '../../src/ingest/catalog/file-record.ts'
import { chooseSample, createRanking, pagesOfSites } from '../../src/ingest/phases/samples.ts'
import { readHeads } from '../../src/ingest/threads/tasks.ts'

export interface Site {
  readonly host: string
  readonly files: readonly CatalogFile[]
}

/** A page as it was fetched and what is searched of it. */
export interface CleanedPage {
  readonly page: Page
  readonly article: Article
}

/** The furniture of a site's keys. */
export type Furniture = ReadonlyMap<string, Uint32Array>

/** All sites, those with the most files first. Files that cannot be read are left out: `souwen index` reports them. */
export async function sitesOf(archive: string): Promise<readonly Site[]> {
  const files = [...(await findArticles(archive)).files]
  const { heads } = readHeads({ corpus: archive, files })
  const sites = new Map<string, CatalogFile[]>()
  for (const [row, found] of files.entries()) {
    const head = heads[row]
    if (typeof head !== 'object') continue
    const file = { ...found, ...head }
    const host = file.siteKeys[0] ?? ''
    const known = sites.get(host)
    if (known === undefined) sites.set(host, [file])
    else known.push(file)
  }
  return [...sites]
    .map(([host, siteFiles]) => ({ host, files: siteFiles }))
    .sort((a, b) => b.files.length - a.files.length || (a.host < b.host ? -1 : 1))
}

export function learnFurniture(archive: string, { host, files }: Site): Furniture {
  const pages = new Map<string, ReturnType<typeof sampledPage> | undefined>()
  const sampled = (path: string) => {
    if (!pages.has(path)) {
      const page = pageAt(archive, path)
      pages.set(path, page && sampledPage(page))
    }
    return pages.get(path)
  }
  const learned = new Map<string, Uint32Array>()
  const all = numbered(files)
  const rankOf = createRanking(all.files)
  for (const [key, rows] of pagesOfSites(all, new Set([host]))) {
    const { paths } = chooseSample(key, all.files, rows, rankOf)
    learned.set(key, learnSite(paths.map(sampled).filter((page) => page !== undefined)))
  }
  return learned
}

function numbered(files: readonly CatalogFile[]): NumberedFiles {
  const columns = new CatalogFiles(FileList.of(files), recordsOf(files))
  return numberArticles(EMPTY_CATALOG.files, columns).now
}

/** Picks one page for each article: the newest that holds it. */
export function* cleanedPages(
  archive: string,
  site: Site,
  furniture: Furniture,
): Generator<CleanedPage> {
  const all = numbered(site.files)
  const groups = groupArticles(
    all,
    articlesWhere(all, all.files.length, () => true),
  )
  for (let place = 0; place < groups.length; place++) {
    const newest = newestOf(archive, groups.at(place), furniture)
    if (newest !== undefined) yield newest
  }
}

function newestOf(
  archive: string,
  { files }: ArticleFiles,
  furniture: Furniture,
): CleanedPage | undefined {
  let newest: CleanedPage | undefined
  for (const file of files) {
    const cleaned = cleanedFile(archive, file, furniture)
    if (cleaned?.article.status === 'article') return cleaned
    newest ??= cleaned
  }
  return newest
}

export function cleanedFile(
  archive: string,
  { path, siteKeys }: CatalogFile,
  furniture: Furniture,
): CleanedPage | undefined {
  const page = pageAt(archive, path)
  if (page === undefined) return undefined
  const learned = siteKeys.flatMap((key) => furniture.get(key) ?? [])
  return { page, article: cleanPage(page, learned) }
}

/** Returns undefined where there is no text or no file; `souwen index` reports both. */
function pageAt(archive: string, path: string): Page | undefined {
  try {
    const target = join(archive, path)
    return statSync(target).isFile() ? readPage(readFileSync(target), path) : undefined
  } catch {
    return undefined
  }
}
