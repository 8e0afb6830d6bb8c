/** Finds the articles of a folder: every file below it whose ending is that of a text or a page, with size and time. */

import { type Stats, statSync } from 'node:fs'
import { opendir } from 'node:fs/promises'
import { sep } from 'node:path'
import { floatAt } from '../../element-at.ts'
import { SouwenError } from '../../errors.ts'
import type { FileProblem } from './file-problem.ts'
import { mayPass } from './file-problem.ts'
import { collectPaths, type FoundPaths, NOT_KNOWN } from './found-paths.ts'
import type { WhatToLeaveOut } from './leave-out.ts'
import { FileList } from './listing.ts'
import { walkFolder } from './walk.ts'

export interface FoundFiles {
  readonly files: FileList
  /** The row of each file's path among the known ones, or NOT_KNOWN. */
  readonly knownRows: Int32Array
}

export interface Discovery extends FoundFiles {
  readonly problems: readonly FileProblem[]
  /** How many files have an ending that is not read, by ending in lower case; '' for none. */
  readonly others: ReadonlyMap<string, number>
}

const NOTHING = FileList.of([])
const AS_USUAL: WhatToLeaveOut = { exclude: [], noIgnore: false }

/**
 * Finds the articles of a corpus. It does not follow symbolic links: a target inside the folder is found at its own place, and
 * one outside is not part of the corpus. Throws SouwenError('corpus-missing').
 * @param known the files of an earlier run; those that cannot be read now, or whose folders cannot, stay as they were
 */
export async function findArticles(
  corpus: string,
  known = NOTHING,
  leaveOut = AS_USUAL,
): Promise<Discovery> {
  await requireFolder(corpus)
  const problems: FileProblem[] = []
  const others = new Map<string, number>()
  const { add, addKnown, finish } = collectPaths(known.paths)
  const unread: string[] = []
  const visitor = {
    onNames: add,
    onUnread: (folder: string, error: unknown) => {
      const stay = mayPass(error) && addKnown(folder) > 0
      problems.push(...problemsOf(folder.slice(0, -1), error, stay))
      if (stay) unread.push(folder)
    },
    onOther: (name: string) => countEnding(others, name),
  }
  walkFolder(corpus, visitor, leaveOut)
  const isTold = (path: string) => unread.some((folder) => path.startsWith(folder))
  const files = statFiles(corpus, finish(), known, (path, error, stays) => {
    if (!isTold(path)) problems.push(...problemsOf(path, error, stays))
  })
  return { ...files, others, problems: problems.sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

function countEnding(others: Map<string, number>, name: string): void {
  const ending = /\.[^.]{1,12}$/.exec(name)?.[0].toLowerCase() ?? ''
  others.set(ending, (others.get(ending) ?? 0) + 1)
}

/** Files of which nothing can be learned are left out, unless an earlier run knew them and they may still be there. */
function statFiles(
  corpus: string,
  { paths, knownRows }: FoundPaths,
  known: FileList,
  onError: (path: string, error: unknown, stays: boolean) => void,
): FoundFiles {
  const { length } = paths
  const [sizes, times] = [new Float64Array(length), new Float64Array(length)]
  const changes = new Float64Array(length)
  const failed = new Set<number>()
  function note(row: number, state: Pick<Stats, 'size' | 'mtimeMs' | 'ctimeMs'>): void {
    sizes[row] = state.size
    times[row] = state.mtimeMs
    changes[row] = state.ctimeMs
  }
  for (let row = 0; row < length; row++) {
    const path = paths.at(row)
    try {
      note(row, statSync(`${corpus}${sep}${path}`))
    } catch (error) {
      const old = mayPass(error) ? (knownRows[row] ?? NOT_KNOWN) : NOT_KNOWN
      onError(path, error, old !== NOT_KNOWN)
      if (old === NOT_KNOWN) failed.add(row)
      else note(row, knownState(known, old))
    }
  }
  return {
    files: new FileList({ paths, sizes, times, changes }).without(failed),
    knownRows: knownRows.filter((_, row) => !failed.has(row)),
  }
}

function knownState({ sizes, times, changes }: FileList, row: number) {
  return {
    size: floatAt(sizes, row),
    mtimeMs: floatAt(times, row),
    ctimeMs: floatAt(changes, row),
  }
}

/** Throws SouwenError('corpus-missing'): also for a folder that may not be read, lest its articles be taken for removed. */
export async function requireFolder(corpus: string): Promise<void> {
  const opened = await opendir(corpus).catch((cause: NodeJS.ErrnoException) => {
    throw new SouwenError('corpus-missing', `${corpus}: ${adviceOn(cause)}`, { cause })
  })
  await opened.close()
}

function adviceOn(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT')
    return 'no such folder; give the folder that holds the articles, as in "souwen index FOLDER"'
  if (error.code === 'ENOTDIR') return 'is a file; give the folder that holds the articles'
  return `cannot be read (${error.code ?? error.message}); ask for the right to read it, or give another folder`
}

/** Node gives names that are not UTF-8 with U+FFFD in them, and nothing has such a name. What is gone by now is no problem. */
function problemsOf(path: string, error: unknown, stays: boolean): readonly FileProblem[] {
  // node:fs throws nothing else.
  const { code, message } = error as NodeJS.ErrnoException
  const kept = stays ? '; what the index has of it stays' : ''
  if (code !== 'ENOENT') return [{ path, reason: `cannot be read (${code ?? message})${kept}` }]
  return path.includes('\uFFFD') ? [{ path, reason: 'its name is not UTF-8; rename it' }] : []
}
