/**
 * Walks a folder for the paths of its articles. fast-glob finds the folders only, and the names of their files are noted on its
 * way: matching a pattern against each path would take three times as long as reading the folders.
 */

import { type Dirent, readdirSync } from 'node:fs'
import { relative, sep } from 'node:path'
import fastGlob from 'fast-glob'
import { createLeaveOut, type LeaveOut, type WhatToLeaveOut } from './leave-out.ts'

const ARTICLE = /\.(?:md|markdown|mkdn?|mdown|mdx|txt|text|org|rst|x?html?)$/i
/** Browsers keep the parts of `page.html` in a folder of this name beside it. */
const PARTS_OF_PAGE = /(?:_files|\.files|-Dateien|_archivos|_fichiers)$/

export interface PathVisitor {
  /** Some articles of a folder, in the order in which the paths of all are: that of their UTF-16 units. */
  onNames(folder: string, names: readonly string[]): void
  /** A folder cannot be read. It is told when its turn in the order of the paths comes. */
  onUnread(folder: string, error: unknown): void
  /** A file is of a kind that is not read. */
  onOther(name: string): void
}

/** The names in each folder, or why it cannot be read. A folder is '' or ends with '/'; names of folders in it end with '/' too. */
type FolderNames = ReadonlyMap<string, readonly string[] | Unread>

interface Unread {
  readonly error: unknown
}

export function walkFolder(corpus: string, visitor: PathVisitor, what: WhatToLeaveOut): void {
  visitFolder(readNames(corpus, visitor, what), '', visitor)
}

function visitFolder(all: FolderNames, folder: string, visitor: PathVisitor): void {
  const entries = all.get(folder) ?? []
  if ('error' in entries) {
    visitor.onUnread(folder, entries.error)
    return
  }
  let names: string[] = []
  for (const name of entries) {
    if (!name.endsWith('/')) names.push(name)
    else {
      visitor.onNames(folder, names)
      names = []
      visitFolder(all, folder + name, visitor)
    }
  }
  visitor.onNames(folder, names)
}

function readNames(corpus: string, visitor: PathVisitor, what: WhatToLeaveOut): FolderNames {
  const names = new Map<string, readonly string[] | Unread>()
  const leaveOut = createLeaveOut(what)
  /** Gives fast-glob the folders alone. By itself it would end at one that may not be read. */
  const read = (path: string, options: { withFileTypes: true }): readonly Dirent[] => {
    const folder = folderOf(corpus, path)
    try {
      const entries = readdirSync(path, options)
      const kept = keptEntries(corpus, folder, entries, leaveOut)
      names.set(folder, listNames(kept, visitor))
      return kept.filter((entry) => entry.isDirectory())
    } catch (error) {
      names.set(folder, { error })
      return []
    }
  }
  fastGlob.globSync('**', {
    cwd: corpus,
    dot: what.noIgnore,
    onlyDirectories: true,
    followSymbolicLinks: false,
    // fast-glob calls readdirSync in this one way only.
    fs: { readdirSync: read as typeof readdirSync },
  })
  return names
}

function keptEntries(
  corpus: string,
  folder: string,
  entries: readonly Dirent[],
  leaveOut: LeaveOut,
): readonly Dirent[] {
  leaveOut.enter(corpus, folder, entries)
  const names = new Set(entries.map(({ name }) => name))
  return entries.filter((entry) => {
    const isFolder = entry.isDirectory()
    if (isFolder && isPartOfPage(entry.name, names)) return false
    return !leaveOut.leavesOut(folder, entry.name, isFolder)
  })
}

function isPartOfPage(folder: string, names: ReadonlySet<string>): boolean {
  const page = folder.replace(PARTS_OF_PAGE, '')
  return page !== folder && (names.has(`${page}.html`) || names.has(`${page}.htm`))
}

function folderOf(corpus: string, path: string): string {
  const parts = relative(corpus, path).split(sep)
  return parts[0] === '' ? '' : `${parts.join('/')}/`
}

/** A folder's '/' puts it where the paths are that begin with it. */
function listNames(entries: readonly Dirent[], { onOther }: PathVisitor): readonly string[] {
  const names: string[] = []
  for (const entry of entries) {
    if (entry.isDirectory()) names.push(`${entry.name}/`)
    else if (entry.isFile() && ARTICLE.test(entry.name)) names.push(entry.name)
    else if (entry.isFile()) onOther(entry.name)
  }
  return names.sort()
}
