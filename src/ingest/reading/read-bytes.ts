/** The bytes of files, read into memory that is used again: an archive has a hundred thousand, each read two or three times. */

import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { READ_WITHOUT_WAITING } from '../../index/disk/open-flags.ts'

/** Larger files, which are few, get memory of their own. */
const memory = Buffer.allocUnsafeSlow(1 << 18)

/** Larger files are reported and not read: they are no articles. */
export const MAX_FILE_BYTES = 32 << 20

/** Reads the whole file. The bytes are good until the next file is read. Throws as withFile. */
export function readWhole(path: string): Uint8Array {
  return withFile(path, (file, size) => {
    requireReadable(size)
    const read = readSync(file, memory, 0, memory.length, 0)
    return read < memory.length ? memory.subarray(0, read) : readFileSync(file)
  })
}

/** Reads the first bytes, or all of a shorter file. They are good until the next file is read. Throws as withFile. */
export function readStart(path: string, bytes: number): Uint8Array {
  return withFile(path, (file) => memory.subarray(0, readSync(file, memory, 0, bytes, 0)))
}

/** Throws Error for a file of more bytes than are read. */
export function requireReadable(bytes: number): void {
  if (bytes > MAX_FILE_BYTES)
    throw new Error(`${bytes} bytes are more than the ${MAX_FILE_BYTES} read of a file`)
}

/** A link is not followed; Windows knows no such flag. */
const FLAGS = READ_WITHOUT_WAITING | (constants.O_NOFOLLOW ?? 0)

/** The file is opened first and looked at then: what is looked at is what is read. Throws Error for what is no file, and as openSync. */
function withFile(path: string, read: (file: number, size: number) => Uint8Array): Uint8Array {
  const file = openPlain(path)
  try {
    const state = fstatSync(file)
    if (!state.isFile()) throw new Error(NO_FILE)
    return read(file, state.size)
  } finally {
    closeSync(file)
  }
}

const NO_FILE = 'is not a file any more'

/** A link is ELOOP, and a socket ENXIO. */
function openPlain(path: string): number {
  try {
    return openSync(path, FLAGS)
  } catch (error) {
    const isOther = error instanceof Error && 'code' in error && OTHERS.has(error.code)
    throw isOther ? new Error(NO_FILE, { cause: error }) : error
  }
}

const OTHERS = new Set<unknown>(['ELOOP', 'ENXIO'])
