/** What has changed in the corpus since the last run, and which articles must be cut again. Pure. */

import type { FoundFile } from '../corpus/discover.ts'
import type { Catalog, CatalogFile } from './catalog.ts'

export interface Changes {
  /** New, or of another size or time than the catalog says. */
  readonly changed: readonly FoundFile[]
  readonly kept: readonly CatalogFile[]
  readonly removed: readonly CatalogFile[]
}

export function compareFiles(catalog: Catalog, found: readonly FoundFile[]): Changes {
  const changed: FoundFile[] = []
  const kept: CatalogFile[] = []
  const here = new Set<string>()
  for (const file of found) {
    here.add(file.path)
    const known = catalog.files.get(file.path)
    if (known !== undefined && isSame(known, file)) kept.push(known)
    else changed.push(file)
  }
  const removed = [...catalog.files.values()].filter((file) => !here.has(file.path))
  return { changed, kept, removed }
}

/** Has nothing come, changed or gone? */
export function isEmpty({ changed, removed }: Changes): boolean {
  return changed.length === 0 && removed.length === 0
}

function isSame(known: CatalogFile, file: FoundFile): boolean {
  return known.sizeBytes === file.sizeBytes && known.modifiedMs === file.modifiedMs
}

/** All files of one article, the newest fetch first. */
export interface ArticleFiles {
  readonly id: string
  readonly files: readonly CatalogFile[]
  /** What the index holds of it, if that may still be right: see content-hash.ts. */
  readonly content?: string
}

/** The articles of the given ids that have files, in the order of their first paths: the order of a full build. */
export function groupArticles(
  files: readonly CatalogFile[],
  wanted: ReadonlySet<string> | 'all',
): readonly ArticleFiles[] {
  const groups = new Map<string, CatalogFile[]>()
  for (const file of [...files].sort((a, b) => compareText(a.path, b.path))) {
    if (wanted !== 'all' && !wanted.has(file.articleId)) continue
    const group = groups.get(file.articleId)
    if (group === undefined) groups.set(file.articleId, [file])
    else group.push(file)
  }
  return [...groups].map(([id, group]) => ({ id, files: group.sort(newestFetchFirst) }))
}

function newestFetchFirst(a: CatalogFile, b: CatalogFile): number {
  return compareText(b.fetchDate, a.fetchDate) || compareText(b.path, a.path)
}

/** In the order of UTF-16 units: the same on every machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
