/** What has changed in the corpus since the last run, and which articles must be cut again. Pure. */

import type { FoundFile } from '../corpus/discover.ts'
import type { CatalogFile } from './catalog.ts'

export interface Changes {
  /** New, or of another size or time than the catalog says. */
  readonly changed: readonly FoundFile[]
  readonly kept: readonly CatalogFile[]
  /** What the catalog says of files that are gone, or are not the same any more. */
  readonly outdated: readonly CatalogFile[]
}

/** Both in the order of their paths. */
export function compareFiles(known: readonly CatalogFile[], found: readonly FoundFile[]): Changes {
  const changed: FoundFile[] = []
  const kept: CatalogFile[] = []
  const outdated: CatalogFile[] = []
  let at = 0
  for (const file of found) {
    let old = known[at]
    while (old !== undefined && old.path < file.path) {
      outdated.push(old)
      old = known[++at]
    }
    if (old?.path !== file.path) {
      changed.push(file)
      continue
    }
    at++
    if (isSame(old, file)) kept.push(old)
    else {
      changed.push(file)
      outdated.push(old)
    }
  }
  return { changed, kept, outdated: outdated.concat(known.slice(at)) }
}

/** Has nothing come, changed or gone? */
export function isEmpty({ changed, outdated }: Changes): boolean {
  return changed.length === 0 && outdated.length === 0
}

function isSame(known: CatalogFile, file: FoundFile): boolean {
  return known.sizeBytes === file.sizeBytes && known.modifiedMs === file.modifiedMs
}

export function sameFiles(a: readonly CatalogFile[], b: readonly CatalogFile[]): boolean {
  return a.length === b.length && isEmpty(compareFiles(a, b))
}

/** The files of both, which are in the order of their paths, in that order. */
export function mergeByPath(
  left: readonly CatalogFile[],
  right: readonly CatalogFile[],
): readonly CatalogFile[] {
  const merged: CatalogFile[] = []
  let at = 0
  for (const file of right) {
    for (let other = left[at]; other !== undefined && other.path < file.path; other = left[at]) {
      merged.push(other)
      at++
    }
    merged.push(file)
  }
  return merged.concat(left.slice(at))
}

/** All files of one article, the newest fetch first. */
export interface ArticleFiles {
  readonly id: string
  readonly files: readonly CatalogFile[]
  /** What the index holds of it, if that may still be right: see content-hash.ts. */
  readonly content?: string
}

/** The articles of the given files, which are in the order of their paths; in the order of their first. */
export function groupArticles(files: readonly CatalogFile[]): readonly ArticleFiles[] {
  const groups = new Map<string, CatalogFile[]>()
  for (const file of files) {
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
