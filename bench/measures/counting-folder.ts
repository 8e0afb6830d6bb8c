/** An index folder that counts what is unpacked from it: how many stored texts a search reads. */

import { nodeFolder } from '../../src/index/disk/node-folder.ts'
import type { IndexFolder } from '../../src/index/files/byte-source.ts'

export interface CountingFolder extends IndexFolder {
  /** So many times something was unpacked so far: a text, or a dictionary's or column's block. */
  readonly unpacked: number
}

export function countingFolder(path: string): CountingFolder {
  const folder = nodeFolder(path)
  let unpacked = 0
  return {
    ...folder,
    get unpacked() {
      return unpacked
    },
    inflate(bytes, byteLength, dictionary) {
      unpacked++
      return folder.inflate(bytes, byteLength, dictionary)
    },
  }
}
