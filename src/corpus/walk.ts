/**
 * Walks a folder for the paths of its articles. By hand and not with a library for globs: that makes an object of each file and
 * tries a pattern on each path, which takes three times as long as reading the folders.
 */

import { type Dirent, readdirSync } from 'node:fs'
import { sep } from 'node:path'

const ARTICLE = /\.(?:md|markdown|txt)$/i

export interface PathVisitor {
  /** Some articles of a folder, in the order in which the paths of all are: that of their UTF-16 units. */
  onNames(folder: string, names: readonly string[]): void
  /** A folder cannot be read; it counts as empty. */
  onError(folder: string, error: unknown): void
}

/** @param folder below the corpus: '', or with '/' between its parts and at its end */
export function walk(corpus: string, folder: string, visitor: PathVisitor): void {
  let names: string[] = []
  for (const name of namesIn(corpus, folder, visitor)) {
    if (!name.endsWith('/')) names.push(name)
    else {
      visitor.onNames(folder, names)
      names = []
      walk(corpus, folder + name, visitor)
    }
  }
  visitor.onNames(folder, names)
}

/** Articles and folders: those with '/' at their ends, so that they are in the order of the paths that begin with them. */
function namesIn(corpus: string, folder: string, { onError }: PathVisitor): readonly string[] {
  try {
    return readdirSync(`${corpus}${sep}${folder}`, { withFileTypes: true })
      .map(nameOf)
      .filter((name) => name !== '')
      .sort()
  } catch (error) {
    onError(folder.slice(0, -1), error)
    return []
  }
}

/** '' for what is left out. */
function nameOf(entry: Dirent): string {
  const { name } = entry
  if (name.startsWith('.')) return ''
  if (entry.isDirectory()) return `${name}/`
  return entry.isFile() && ARTICLE.test(name) ? name : ''
}
