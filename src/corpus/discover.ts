/** Finds the articles of a folder: every .md, .markdown and .txt file below it, with size and time. */

import { type Dirent, readdir, type Stats, statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import fastGlob from 'fast-glob'
import { SouwenError } from '../errors.ts'

export interface FoundFile {
  /** Below the corpus folder, with '/' between the parts. */
  readonly path: string
  readonly sizeBytes: number
  /** Milliseconds since 1970, with fractions. */
  readonly modifiedMs: number
}

/** What could not be looked at, and why. */
export interface DiscoveryProblem {
  readonly path: string
  readonly reason: string
}

export interface Discovery {
  /** In the order of the paths' UTF-16 units. */
  readonly files: readonly FoundFile[]
  readonly problems: readonly DiscoveryProblem[]
}

const ARTICLES = '**/*.{md,markdown,txt}'

/**
 * Files and folders whose names begin with a dot are left out, and so is whatever a symbolic link points to: inside the
 * folder it is found at its own place, outside it is not part of the corpus. Throws SouwenError('corpus-missing').
 */
export async function findArticles(corpus: string): Promise<Discovery> {
  await requireFolder(corpus)
  const problems: DiscoveryProblem[] = []
  const paths = await fastGlob.glob(ARTICLES, {
    cwd: corpus,
    caseSensitiveMatch: false,
    followSymbolicLinks: false,
    fs: { readdir: reportingReaddir(corpus, problems) },
  })
  const files = paths.sort().flatMap((path) => statFile(corpus, path, problems))
  return { files, problems: problems.sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

/** Throws SouwenError('corpus-missing'). */
export async function requireFolder(corpus: string): Promise<void> {
  const found = await stat(corpus).catch((cause: unknown) => {
    throw new SouwenError(
      'corpus-missing',
      `${corpus}: no such folder; give the folder that holds the articles, as in "souwen index FOLDER"`,
      { cause },
    )
  })
  if (found.isDirectory()) return
  throw new SouwenError(
    'corpus-missing',
    `${corpus}: is a file; give the folder that holds the articles`,
  )
}

type Entries = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void

/** A folder that may not be read is empty, and reported; by itself fast-glob would end there. */
function reportingReaddir(corpus: string, problems: DiscoveryProblem[]) {
  function read(folder: string, options: { withFileTypes: true }, done: Entries): void
  function read(folder: string, done: (error: Error | null, names: string[]) => void): void
  function read(folder: string, options: unknown, done?: Entries): void {
    if (done === undefined) {
      readdir(folder, options as (error: Error | null, names: string[]) => void)
      return
    }
    readdir(folder, { withFileTypes: true }, (error, entries) => {
      if (error !== null) problems.push({ path: slashed(corpus, folder), reason: error.message })
      done(null, error === null ? entries : [])
    })
  }
  return read as typeof readdir
}

function slashed(corpus: string, folder: string): string {
  return relative(corpus, folder).replaceAll('\\', '/')
}

/** Node gives names that are not UTF-8 with U+FFFD in them, and no file has such a name. */
function statFile(
  corpus: string,
  path: string,
  problems: DiscoveryProblem[],
): readonly FoundFile[] {
  let stats: Stats
  try {
    stats = statSync(join(corpus, path))
  } catch (error) {
    const reason = path.includes('\uFFFD')
      ? 'its name is not UTF-8; rename the file'
      : error instanceof Error
        ? error.message
        : String(error)
    problems.push({ path, reason })
    return []
  }
  return [{ path, sizeBytes: stats.size, modifiedMs: stats.mtimeMs }]
}
