/** A folder on disk as an IndexFolder: positioned reads on files that stay open, so a removed file reads to the end. */

import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, inflateRawSync } from 'node:zlib'
import { SouwenError } from '../../errors.ts'
import type { ByteSource, IndexFolder } from '../files/byte-source.ts'
import { DamagedContent, decodeContent } from '../files/damage.ts'

export function nodeFolder(path: string): IndexFolder {
  return {
    path,
    readText: async (name) => readIfThere(path, name),
    open: (name) => openFile(path, name),
    inflate: (bytes, byteLength, dictionary) => {
      if (byteLength > bytes.length * MOST_TIMES + MINIMUM_CHUNK) throw new DamagedContent()
      return decodeContent(() =>
        inflateRawSync(bytes, {
          maxOutputLength: Math.max(1, byteLength),
          chunkSize: Math.max(MINIMUM_CHUNK, byteLength + 1),
          ...(dictionary && { dictionary }),
        }),
      )
    },
  }
}

/** Deflate makes texts no shorter than a 1032nd. */
const MOST_TIMES = 1032

/** The least room for a result that zlib takes. */
const MINIMUM_CHUNK = 64

/** In this thread as well: the less time between a manifest and the files it names, the rarer it is outdated by then. */
function readIfThere(folder: string, name: string): string | undefined {
  try {
    return readFileSync(join(folder, name), 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw unreadable(folder, name, error)
  }
}

/**
 * Reads in this thread: what a search reads lies in the system's page cache, where a read takes microseconds and a trip
 * through the thread pool ten times that.
 */
async function openFile(folder: string, name: string): Promise<ByteSource> {
  const file = openThere(folder, name)
  const { size } = fstatSync(file)

  function readSome(target: Uint8Array, done: number, offset: number): number {
    try {
      return readSync(file, target, done, target.length - done, offset + done)
    } catch (cause) {
      throw unreadable(folder, name, cause)
    }
  }

  function readInto(offset: number, target: Uint8Array): void {
    let done = 0
    while (done < target.length) {
      const count = readSome(target, done, offset)
      if (count === 0)
        throw new SouwenError('index-damaged', `${name}: is cut off at byte ${offset + done}`)
      done += count
    }
  }

  async function read(offset: number, length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length)
    readInto(offset, bytes)
    return bytes
  }

  let isOpen = true
  async function close(): Promise<void> {
    if (isOpen) closeSync(file)
    isOpen = false
  }

  return { name, byteLength: size, read, readInto, close, crc32 }
}

function openThere(folder: string, name: string): number {
  try {
    return openSync(join(folder, name), 'r')
  } catch (cause) {
    if (!isMissing(cause)) throw unreadable(folder, name, cause)
    throw new SouwenError(
      'index-damaged',
      `${folder}: the file ${name} is missing; rebuild with "souwen index --full"`,
      { cause },
    )
  }
}

/** The disk fails, or does not let us: the system's own error does not say at which file. */
function unreadable(folder: string, name: string, cause: unknown): SouwenError {
  const why = cause instanceof Error ? cause.message.replace(/, \w+( '.*')?$/, '') : String(cause)
  return new SouwenError(
    'index-damaged',
    `${join(folder, name)}: cannot be read (${why}); if the disk is sound, rebuild with "souwen index --full"`,
    { cause },
  )
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
