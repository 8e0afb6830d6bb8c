/**
 * Jieba's words as the trie that is made of them, in a file that the build writes: it is read in a tenth of the time that
 * adding 348,982 lines takes. Layout, little-endian: sum of frequencies f64, least frequency f64, bits f64, nodes f64, number
 * of frequencies f64; then the frequencies f64, the first steps i32, the slots i32.
 */

import { readFileSync } from 'node:fs'
import { WordTrie } from './word-trie.ts'

export interface Words {
  readonly trie: WordTrie
  /** Sum of the frequencies of jieba's own words. */
  readonly total: number
  /** Least frequency of one of jieba's own words. */
  readonly rarest: number
}

/** Numbers before the frequencies. */
const HEAD = 5
const UNITS = 0x10000
/** Numbers in a slot of a trie. */
const SLOT = 3

export function encodeWords({ trie, total, rarest }: Words): Uint8Array {
  const { bits, nodes, slots, firstSteps, frequencies } = trie.parts
  const head = Float64Array.of(total, rarest, bits, nodes, frequencies.length)
  return Buffer.concat([head, frequencies, firstSteps, slots].map(bytesOf))
}

/** Returns undefined where there is no such file, or one that is not whole. */
export function readWords(path: URL): Words | undefined {
  const bytes = readIfThere(path)
  if (bytes === undefined || bytes.length < HEAD * Float64Array.BYTES_PER_ELEMENT) return undefined
  const { buffer, byteOffset } = bytes
  const head = new Float64Array(buffer, byteOffset, HEAD)
  const [total = 0, rarest = 0, bits = 0, nodes = 0, count = 0] = head
  const firstStepsAt = (HEAD + count) * Float64Array.BYTES_PER_ELEMENT
  const slotsAt = firstStepsAt + UNITS * 4
  if (bytes.length !== slotsAt + SLOT * 4 * 2 ** bits) return undefined
  const trie = WordTrie.of({
    bits,
    nodes,
    frequencies: new Float64Array(
      buffer,
      byteOffset + HEAD * Float64Array.BYTES_PER_ELEMENT,
      count,
    ),
    firstSteps: new Int32Array(buffer, byteOffset + firstStepsAt, UNITS),
    slots: new Int32Array(buffer, byteOffset + slotsAt, SLOT * 2 ** bits),
  })
  return { trie, total, rarest }
}

function readIfThere(path: URL): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}
