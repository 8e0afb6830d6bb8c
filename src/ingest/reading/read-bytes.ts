/** The bytes of files, read into memory that is used again: an archive has a hundred thousand, each read two or three times. */

import { closeSync, openSync, readFileSync, readSync } from 'node:fs'

/** Larger files, which are few, get memory of their own. */
const memory = Buffer.allocUnsafeSlow(1 << 18)

/** The whole file. Good until the next file is read. Throws as readFileSync. */
export function readWhole(path: string): Uint8Array {
  return withFile(path, (file) => {
    const read = readSync(file, memory, 0, memory.length, 0)
    return read < memory.length ? memory.subarray(0, read) : readFileSync(file)
  })
}

/** The first bytes, or all of a shorter file. Good until the next file is read. Throws as readFileSync. */
export function readStart(path: string, bytes: number): Uint8Array {
  return withFile(path, (file) => memory.subarray(0, readSync(file, memory, 0, bytes, 0)))
}

function withFile(path: string, read: (file: number) => Uint8Array): Uint8Array {
  const file = openSync(path, 'r')
  try {
    return read(file)
  } finally {
    closeSync(file)
  }
}
