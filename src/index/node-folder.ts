/** A folder on disk as an IndexFolder: positioned reads on files that stay open, so a removed file reads to the end. */

import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { SouwenError } from '../errors.ts'
import type { ByteSource, IndexFolder } from './byte-source.ts'

export function nodeFolder(path: string): IndexFolder {
  return {
    path,
    readText: (name) => readIfThere(join(path, name)),
    open: (name) => openFile(path, name),
    inflate: (bytes, byteLength) =>
      inflateRawSync(bytes, { maxOutputLength: Math.max(1, byteLength) }),
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

async function openFile(folder: string, name: string): Promise<ByteSource> {
  const handle = await open(join(folder, name), 'r').catch((cause: unknown) => {
    if (!isMissing(cause)) throw cause
    throw new SouwenError(
      'index-damaged',
      `${folder}: the file ${name} is missing; rebuild with "souwen index --full"`,
      { cause },
    )
  })
  const { size } = await handle.stat()

  async function read(offset: number, length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length)
    const { bytesRead } = await handle.read(bytes, 0, length, offset)
    if (bytesRead === length) return bytes
    throw new SouwenError('index-damaged', `${name}: is cut off at byte ${offset + bytesRead}`)
  }

  return { name, byteLength: size, read, close: () => handle.close() }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
