/**
 * Walks a folder for the paths of its articles. fast-glob finds the folders only, and the names of their files are noted on its
 * way: matching a pattern against each path would take three times as long as reading the folders.
 */

import { type Dirent, readdirSync } from 'node:fs'
import { relative, sep } from 'node:path'
import fastGlob from 'fast-glob'

const ARTICLE = /\.(?:md|markdown|txt)$/i

export interface PathVisitor {
  /** Some articles of a folder, in the order in which the paths of all are: that of their UTF-16 units. */
  onNames(folder: string, names: readonly string[]): void
  /** A folder cannot be read; it counts as empty. */
  onError(folder: string, error: unknown): void
}

/** The names in each folder. A folder is '' or ends with '/'; names of folders in it end with '/' too. */
type FolderNames = ReadonlyMap<string, readonly string[]>

export function walkFolder(corpus: string, visitor: PathVisitor): void {
  visitFolder(readNames(corpus, visitor), '', visitor)
}

function visitFolder(all: FolderNames, folder: string, visitor: PathVisitor): void {
  let names: string[] = []
  for (const name of all.get(folder) ?? []) {
    if (!name.endsWith('/')) names.push(name)
    else {
      visitor.onNames(folder, names)
      names = []
      visitFolder(all, folder + name, visitor)
    }
  }
  visitor.onNames(folder, names)
}

function readNames(corpus: string, { onError }: PathVisitor): FolderNames {
  const names = new Map<string, readonly string[]>()
  /** Gives fast-glob the folders alone. By itself it would end at one that may not be read. */
  const read = (path: string, options: { withFileTypes: true }): readonly Dirent[] => {
    const folder = folderOf(corpus, path)
    try {
      const entries = readdirSync(path, options)
      names.set(folder, sortNames(entries))
      return entries.filter((entry) => entry.isDirectory())
    } catch (error) {
      onError(folder.slice(0, -1), error)
      return []
    }
  }
  fastGlob.globSync('**', {
    cwd: corpus,
    onlyDirectories: true,
    followSymbolicLinks: false,
    // fast-glob calls readdirSync in this one way only.
    fs: { readdirSync: read as typeof readdirSync },
  })
  return names
}

function folderOf(corpus: string, path: string): string {
  const parts = relative(corpus, path).split(sep)
  return parts[0] === '' ? '' : `${parts.join('/')}/`
}

/** A folder's '/' puts it where the paths are that begin with it. */
function sortNames(entries: readonly Dirent[]): readonly string[] {
  return entries
    .map(listedName)
    .filter((name) => name !== '')
    .sort()
}

/** Returns '' for an entry that is left out. */
function listedName(entry: Dirent): string {
  const { name } = entry
  if (name.startsWith('.')) return ''
  if (entry.isDirectory()) return `${name}/`
  return entry.isFile() && ARTICLE.test(name) ? name : ''
}
