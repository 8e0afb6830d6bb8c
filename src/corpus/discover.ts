/** Finds the articles of a folder: every .md, .markdown and .txt file below it, with size and time. */

import { readdirSync, statSync } from 'node:fs'
import { opendir } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import fastGlob from 'fast-glob'
import { SouwenError } from '../errors.ts'
import { FileList } from './file-list.ts'
import { type KnownStates, NOT_KNOWN, statAhead } from './stat-ahead.ts'
import { TextColumn } from './text-column.ts'

/** What could not be looked at, and why. */
export interface DiscoveryProblem {
  readonly path: string
  readonly reason: string
}

export interface Discovery {
  readonly files: FileList
  readonly problems: readonly DiscoveryProblem[]
}

/** One pattern, where braces would make three, each to be tried on every file. */
const ARTICLES = '**/*.@(md|markdown|txt)'

/**
 * Files and folders whose names begin with a dot are left out, and so is whatever a symbolic link points to: inside the
 * folder it is found at its own place, outside it is not part of the corpus. Throws SouwenError('corpus-missing').
 * @param known paths that will most likely be found, in order: another thread looks at them meanwhile
 */
export async function findArticles(corpus: string, known?: TextColumn): Promise<Discovery> {
  await requireFolder(corpus)
  const problems: DiscoveryProblem[] = []
  const finish = known && statAhead(corpus, known)
  const paths = fastGlob.globSync(ARTICLES, {
    cwd: corpus,
    caseSensitiveMatch: false,
    followSymbolicLinks: false,
    // One pattern finds each file once.
    unique: false,
    fs: { readdirSync: reportingReaddir(corpus, problems) },
  })
  const found = TextColumn.of(paths.sort())
  const files = statFiles(corpus, found, await finish?.(), problems)
  return { files, problems: problems.sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

/** Looks at those files that nobody has looked at by now. What cannot be looked at is left out. */
function statFiles(
  corpus: string,
  paths: TextColumn,
  known: KnownStates | undefined,
  problems: DiscoveryProblem[],
): FileList {
  const [sizes, times] = [new Float64Array(paths.length), new Float64Array(paths.length)]
  const failed = new Set<number>()
  for (let row = 0; row < paths.length; row++) {
    const knownRow = known?.rowOf(paths, row) ?? NOT_KNOWN
    if (known !== undefined && knownRow !== NOT_KNOWN) {
      sizes[row] = known.sizes[knownRow] ?? 0
      times[row] = known.times[knownRow] ?? 0
      continue
    }
    const state = statFile(corpus, paths.at(row), problems)
    if (state === undefined) failed.add(row)
    sizes[row] = state?.size ?? 0
    times[row] = state?.mtimeMs ?? 0
  }
  const list = new FileList({ paths, sizes, times })
  return failed.size === 0 ? list : FileList.of([...list].filter((_, row) => !failed.has(row)))
}

/** Throws SouwenError('corpus-missing'): also for a folder that may not be read, lest its articles be taken for removed. */
export async function requireFolder(corpus: string): Promise<void> {
  const opened = await opendir(corpus).catch((cause: NodeJS.ErrnoException) => {
    throw new SouwenError('corpus-missing', `${corpus}: ${adviceFor(cause)}`, { cause })
  })
  await opened.close()
}

function adviceFor(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT')
    return 'no such folder; give the folder that holds the articles, as in "souwen index FOLDER"'
  if (error.code === 'ENOTDIR') return 'is a file; give the folder that holds the articles'
  return `cannot be read (${error.code ?? error.message}); ask for the right to read it, or give another folder`
}

/**
 * A folder that may not be read is empty, and reported; by itself fast-glob would end there. In order: so the paths come
 * nearly sorted, and sorting a hundred thousand takes a fifth of the time.
 */
function reportingReaddir(corpus: string, problems: DiscoveryProblem[]): typeof readdirSync {
  const read = (folder: string, options: { withFileTypes: true }) => {
    try {
      return readdirSync(folder, options).sort((a, b) => (a.name < b.name ? -1 : 1))
    } catch (error) {
      problems.push(...problemsOf(relative(corpus, folder).split(sep).join('/'), error))
      return []
    }
  }
  // Of all that readdirSync can be asked for, fast-glob asks for this.
  return read as typeof readdirSync
}

function statFile(corpus: string, path: string, problems: DiscoveryProblem[]) {
  try {
    return statSync(`${corpus}${sep}${path}`)
  } catch (error) {
    problems.push(...problemsOf(path, error))
    return undefined
  }
}

/** Node gives names that are not UTF-8 with U+FFFD in them, and nothing has such a name. What is gone by now is no problem. */
function problemsOf(path: string, error: unknown): readonly DiscoveryProblem[] {
  // node:fs throws nothing else.
  const { code, message } = error as NodeJS.ErrnoException
  if (code !== 'ENOENT') return [{ path, reason: `cannot be read (${code ?? message})` }]
  return path.includes('\uFFFD') ? [{ path, reason: 'its name is not UTF-8; rename it' }] : []
}
