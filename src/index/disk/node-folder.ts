/** A folder on disk. Its files stay open while they are read, so a removed file can be read to its end. */

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

/** Deflate makes nothing shorter than a 1032nd (zlib, Technical Details): a length beyond that is damage. */
const MOST_TIMES = 1032

/** zlib takes no smaller chunk size. */
const MINIMUM_CHUNK = 64

/** Reads without waiting: the sooner the files of a manifest are opened, the rarer it is outdated by then. */
function readIfThere(folder: string, name: string): string | undefined {
  try {
    return readFileSync(join(folder, name), 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw unreadable(folder, name, error)
  }
}

/**
 * The file is read in this thread: what a search reads mostly lies in the memory of the system, where a read takes a tenth of
 * the time of a trip through the thread pool.
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

/** The system's own error does not say which file cannot be read. */
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
