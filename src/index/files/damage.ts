/**
 * Reading what checksums say is as it was written, and what may yet not be laid out as this program lays it out: by an
 * earlier state of it, say. Whoever asks is told what to do, not at which byte a number was missing.
 */

import { SouwenError } from '../../errors.ts'
import { BadContent } from './bad-content.ts'

/** What `read` gives. Throws SouwenError (index-damaged) that names the file when it cannot make sense of it. */
export async function asWritten<Content>(
  file: string,
  read: () => Content | Promise<Content>,
): Promise<Content> {
  try {
    return await read()
  } catch (error) {
    if (isToldAlready(error) || isSystemError(error)) throw error
    throw new SouwenError(
      'index-damaged',
      `${file}: is not laid out as this program lays it out; rebuild with "souwen index --full"`,
      { cause: error },
    )
  }
}

function isToldAlready(error: unknown): boolean {
  return error instanceof SouwenError && !(error instanceof BadContent)
}

/** A disk that fails says so itself. zlib's errors, which say that bytes are not what it made, have no `syscall`. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
