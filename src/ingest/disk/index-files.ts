/** Writing index files so that they are whole on disk before anything names them. */

import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { SouwenError } from '../../errors.ts'
import { READ_WITHOUT_WAITING } from '../../index/disk/open-flags.ts'
import {
  type ByteSink,
  type ContainerWriter,
  createContainerWriter,
} from '../../index/write/container-writer.ts'

/** Writes a container to `path` and syncs it. `fill` gets the writer and must finish it; its result is returned. */
export async function writeIndexFile<Result>(
  path: string,
  fill: (container: ContainerWriter) => Result | Promise<Result>,
): Promise<Result> {
  const file = explainWriteErrors(path, () => openSync(path, 'w'))
  try {
    const result = await fill(createContainerWriter(createFileSink(file, path)))
    explainWriteErrors(path, () => fsyncSync(file))
    return result
  } finally {
    closeSync(file)
  }
}

function createFileSink(file: number, path: string): ByteSink {
  return { write: (bytes) => explainWriteErrors(path, () => writeAll(file, bytes)) }
}

/** The system may write less than it was given. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
}

/** Turns errors of a full disk, a folder without write permission or a failing disk into SouwenError('index-unwritable'). */
export function explainWriteErrors<Result>(path: string, act: () => Result): Result {
  try {
    return act()
  } catch (cause) {
    throw unwritableError(path, cause)
  }
}

const UNWRITABLE = 'cannot be written'

function unwritableError(path: string, cause: unknown): SouwenError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new SouwenError(
    'index-unwritable',
    `${path}: ${UNWRITABLE} (${reason}); the index answers as before, run "souwen index" again when that is mended`,
    { cause },
  )
}

/** Restores an error of another thread: only the message of a SouwenError comes through. */
export function restoreError(error: unknown): unknown {
  return error instanceof Error && error.message.includes(`: ${UNWRITABLE} (`)
    ? new SouwenError('index-unwritable', error.message, { cause: error })
    : error
}

/** Replaces `name` in one step: a reader sees the old text or the new one. */
export function replaceFile(folder: string, name: string, text: string): void {
  const path = join(folder, name)
  const temporary = `${path}.new`
  explainWriteErrors(path, () => {
    writeSynced(temporary, new TextEncoder().encode(text))
    syncFolder(folder)
    renameSync(temporary, path)
    syncFolder(folder)
  })
}

function writeSynced(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w')
  try {
    writeAll(file, bytes)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const INDEX_FILE =
  /^(?:segment|deletions|catalog|suggestions|duplicates)-(\d+)(?:\.new)?$|^manifest\.json\.new$/
const NAMED = /^(?:manifest\.json|lock)$/

/**
 * Refuses a folder in which a folder has the name of an index file, before anything is written there. Throws
 * SouwenError('index-foreign').
 */
export function refuseFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || !(INDEX_FILE.test(entry.name) || NAMED.test(entry.name))) continue
    throw new SouwenError(
      'index-foreign',
      `${join(folder, entry.name)}: is a folder, where an index has a file of this name; nothing was changed. Move it away, or give another folder for the index, with --index`,
    )
  }
}

/** The least number such that no index file has it or a higher one. */
export function firstFreeNumber(folder: string): number {
  const numbers = readdirSync(folder).map((name) => Number(INDEX_FILE.exec(name)?.[1] ?? 0))
  return Math.max(0, ...numbers) + 1
}

/**
 * Removes index files that no generation names: of older generations, or left by a run that was killed. A file that only has
 * such a name is not touched.
 */
export function removeUnnamedFiles(folder: string, named: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (INDEX_FILE.test(name) && !named.has(name) && beginsAsOurs(path)) rmSync(path)
  }
}

/** A container, a manifest, nothing or zeros. */
const BEGINNINGS = /^(?:SOUWEN|\{\n {2}"for|\0*$)/

/** Removes the files of an older generation that are not of the newest one, also those that were damaged. */
export function removeFiles(
  folder: string,
  named: ReadonlySet<string>,
  kept: ReadonlySet<string>,
): void {
  for (const name of named) if (!kept.has(name)) rmSync(join(folder, name), { force: true })
}

/**
 * Tells whether a file begins like one of the index. A killed run may leave files that are empty, or zeros where the disk did
 * not get the bytes.
 */
function beginsAsOurs(path: string): boolean {
  const start = new Uint8Array(8)
  const file = openSync(path, READ_WITHOUT_WAITING)
  try {
    const length = readSync(file, start)
    const text = Buffer.from(start.subarray(0, length)).toString('latin1')
    return BEGINNINGS.test(text)
  } finally {
    closeSync(file)
  }
}

/** Hands out the names of new files. */
export interface FileNames {
  next(kind: 'segment' | 'deletions' | 'catalog' | 'suggestions' | 'duplicates'): string
  readonly nextFile: number
}

export function createFileNames(first: number): FileNames {
  let next = first
  return {
    next: (kind) => `${kind}-${next++}`,
    get nextFile() {
      return next
    },
  }
}
