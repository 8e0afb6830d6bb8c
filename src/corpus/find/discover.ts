/** Finds the articles of a folder: every file below it whose ending is that of a text or a page, with size and time. */

import { statSync } from 'node:fs'
import { opendir } from 'node:fs/promises'
import { sep } from 'node:path'
import { SouwenError } from '../../errors.ts'
import type { FileProblem } from './file-problem.ts'
import { collectPaths, type FoundPaths } from './found-paths.ts'
import type { WhatToLeaveOut } from './leave-out.ts'
import { FileList } from './listing.ts'
import { TextColumn } from './text-column.ts'
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

const NOTHING = TextColumn.of([])
const AS_USUAL: WhatToLeaveOut = { exclude: [], noIgnore: false }

/**
 * Whatever a symbolic link points to is left out: inside the folder it is found at its own place, outside it is not part
 * of the corpus. Throws SouwenError('corpus-missing').
 * @param known the paths of an earlier run, in the order of their UTF-16 units
 */
export async function findArticles(
  corpus: string,
  known = NOTHING,
  leaveOut = AS_USUAL,
): Promise<Discovery> {
  await requireFolder(corpus)
  const problems: FileProblem[] = []
  const others = new Map<string, number>()
  const { add, finish } = collectPaths(known)
  const visitor = {
    onNames: add,
    onError: (folder: string, error: unknown) => problems.push(...problemsOf(folder, error)),
    onOther: (name: string) => countEnding(others, name),
  }
  walkFolder(corpus, visitor, leaveOut)
  const files = statFiles(corpus, finish(), problems)
  return { ...files, others, problems: problems.sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

function countEnding(others: Map<string, number>, name: string): void {
  const ending = /\.[^.]{1,12}$/.exec(name)?.[0].toLowerCase() ?? ''
  others.set(ending, (others.get(ending) ?? 0) + 1)
}

/** Files whose size and time cannot be read are left out. */
function statFiles(
  corpus: string,
  { paths, knownRows }: FoundPaths,
  problems: FileProblem[],
): FoundFiles {
  const [sizes, times] = [new Float64Array(paths.length), new Float64Array(paths.length)]
  const failed = new Set<number>()
  for (let row = 0; row < paths.length; row++) {
    const state = statFile(corpus, paths.at(row), problems)
    if (state === undefined) failed.add(row)
    else {
      sizes[row] = state.size
      times[row] = state.mtimeMs
    }
  }
  return {
    files: new FileList({ paths, sizes, times }).without(failed),
    knownRows: knownRows.filter((_, row) => !failed.has(row)),
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

function statFile(corpus: string, path: string, problems: FileProblem[]) {
  try {
    return statSync(`${corpus}${sep}${path}`)
  } catch (error) {
    problems.push(...problemsOf(path, error))
    return undefined
  }
}

/** Node gives names that are not UTF-8 with U+FFFD in them, and nothing has such a name. What is gone by now is no problem. */
function problemsOf(path: string, error: unknown): readonly FileProblem[] {
  // node:fs throws nothing else.
  const { code, message } = error as NodeJS.ErrnoException
  if (code !== 'ENOENT') return [{ path, reason: `cannot be read (${code ?? message})` }]
  return path.includes('\uFFFD') ? [{ path, reason: 'its name is not UTF-8; rename it' }] : []
}
