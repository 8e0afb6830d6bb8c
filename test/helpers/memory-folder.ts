/** Index files in memory, for tests of the format that need no disk. */

import { inflateRawSync } from 'node:zlib'
import { type IndexFolder, memorySource } from '../../src/index/files/byte-source.ts'
import {
  type ContainerWriter,
  createContainerWriter,
} from '../../src/index/write/container-writer.ts'

export function memoryFolder(files: Readonly<Record<string, Uint8Array>>): IndexFolder {
  return {
    path: 'memory',
    readText: async (name) => {
      const bytes = files[name]
      return bytes === undefined ? undefined : new TextDecoder().decode(bytes)
    },
    open: async (name) => {
      const bytes = files[name]
      if (bytes === undefined) throw new Error(`no file ${name}`)
      return memorySource(name, bytes)
    },
    inflate: (bytes, _length, dictionary) =>
      inflateRawSync(bytes, dictionary === undefined ? {} : { dictionary }),
  }
}

/** The bytes of a file that `fill` writes; `fill` must finish it. */
export async function fileBytes(
  fill: (container: ContainerWriter) => unknown,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  await fill(createContainerWriter({ write: (bytes) => parts.push(bytes.slice()) }))
  return new Uint8Array(Buffer.concat(parts))
}
