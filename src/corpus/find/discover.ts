/** Finds the articles of a folder: every .md, .markdown and .txt file below it, with size and time. */

import { statSync } from 'node:fs'
import { opendir } from 'node:fs/promises'
import { sep } from 'node:path'
import { SouwenError } from '../../errors.ts'
import type { FileProblem } from './file-problem.ts'
import { collectPaths, type FoundPaths, NOT_KNOWN } from './found-paths.ts'
import { FileList } from './listing.ts'
import { type KnownStates, statAhead } from './stat-ahead.ts'
import { TextColumn } from './text-column.ts'
import { walkFolder } from './walk.ts'

export interface FoundFiles {
  readonly files: FileList
  /** Of each file the row of its path among those known, or NOT_KNOWN. */
  readonly knownRows: Int32Array
}

export interface Discovery extends FoundFiles {
  readonly problems: readonly FileProblem[]
}

export interface KnownFiles {
  /** That will most likely be found, in the order of their UTF-16 units. */
  readonly paths: TextColumn
  /** Does another thread look at them meanwhile? */
  readonly ahead: boolean
}

const NOTHING: KnownFiles = { paths: TextColumn.of([]), ahead: false }

/**
 * Files and folders whose names begin with a dot are left out, and so is whatever a symbolic link points to: inside the
 * folder it is found at its own place, outside it is not part of the corpus. Throws SouwenError('corpus-missing').
 */
export async function findArticles(corpus: string, known = NOTHING): Promise<Discovery> {
  await requireFolder(corpus)
  const problems: FileProblem[] = []
  const finish = known.ahead ? statAhead(corpus, known.paths) : undefined
  const found = findPaths(corpus, known.paths, problems)
  const files = statFiles(corpus, found, await finish?.(), problems)
  return { ...files, problems: problems.sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

function findPaths(corpus: string, known: TextColumn, problems: FileProblem[]): FoundPaths {
  const { add, finish } = collectPaths(known)
  walkFolder(corpus, {
    onNames: add,
    onError: (folder, error) => problems.push(...problemsOf(folder, error)),
  })
  return finish()
}

/** Looks at those files that nobody has looked at by now. What cannot be looked at is left out. */
function statFiles(
  corpus: string,
  { paths, knownRows }: FoundPaths,
  known: KnownStates | undefined,
  problems: FileProblem[],
): FoundFiles {
  const [sizes, times] = [new Float64Array(paths.length), new Float64Array(paths.length)]
  const failed = new Set<number>()
  for (let row = 0; row < paths.length; row++) {
    const knownRow = knownRows[row] ?? NOT_KNOWN
    sizes[row] = known?.sizes[knownRow] ?? Number.NaN
    times[row] = known?.times[knownRow] ?? 0
    if (!Number.isNaN(sizes[row])) continue
    const state = statFile(corpus, paths.at(row), problems)
    if (state === undefined) failed.add(row)
    sizes[row] = state?.size ?? 0
    times[row] = state?.mtimeMs ?? 0
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
