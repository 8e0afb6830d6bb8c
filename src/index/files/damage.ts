/**
 * The one error that says: this index is damaged. Checksums catch bytes that changed on disk. Here is what they cannot catch:
 * bytes with correct checksums that no writer produces, since another version of the program wrote them, somebody made them
 * by hand, or two indexes were mixed. Their counts and lengths cannot be trusted. Errors say what to do, not which byte was wrong.
 */

import { SouwenError } from '../../errors.ts'

/** Damage in a named file of the index. */
export function damagedFile(file: string, what: string, cause?: unknown): SouwenError {
  return new SouwenError('index-damaged', `${file}: ${what}; rebuild with "souwen index --full"`, {
    cause,
  })
}

/** The file is whole, but it is not the one that the manifest means: files of two indexes were mixed. */
export function mixedUpFile(file: string): SouwenError {
  return damagedFile(file, 'is not the file that the manifest names')
}

/** Damage found by code that does not know the file's name; `nameDamagedFile` adds it. */
export class DamagedContent extends SouwenError {
  constructor(cause?: unknown) {
    super(
      'index-damaged',
      'the index holds what cannot be read; "souwen verify" names the file, "souwen index --full" rebuilds',
      { cause },
    )
  }
}

/** Returns what `decode` returns. Every error of `decode` is taken for damage: throws DamagedContent. */
export function decodeContent<Content>(decode: () => Content): Content {
  try {
    return decode()
  } catch (cause) {
    throw new DamagedContent(cause)
  }
}

/** Resolves to what `read` returns. Rejects with SouwenError (index-damaged) that names the file when its content makes no sense. */
export async function nameDamagedFile<Content>(
  file: string,
  read: () => Content | Promise<Content>,
): Promise<Content> {
  try {
    return await read()
  } catch (error) {
    if (namesItsFile(error) || isSystemError(error)) throw error
    throw damagedFile(file, 'is not laid out as this program lays it out', error)
  }
}

function namesItsFile(error: unknown): boolean {
  return error instanceof SouwenError && !(error instanceof DamagedContent)
}

/** Errors of the disk have a `syscall`; zlib's errors, which say that bytes were not deflated, have none. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
