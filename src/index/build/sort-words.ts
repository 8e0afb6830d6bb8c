/** Brings the words of a segment into the order of their UTF-8 bytes, which is that of the dictionary. No string is made of a word. */

import { integerAt } from '../../element-at.ts'
import { compareBytes } from '../terms/term-blocks.ts'
import { orderOfKeys } from './sort-keys.ts'
import type { TextTable } from './text-table.ts'

/** So many bytes make one key to sort by. */
const KEY_BYTES = 4

export interface OrderedWords {
  /** The numbers of the words in order. */
  readonly numbers: Uint32Array
  /** The UTF-8 of the word with this number. */
  bytesOf(number: number): Uint8Array
}

/** Sorts words by their first eight bytes, and those whose first eight are alike by all. */
export function orderWords(table: TextTable): OrderedWords {
  const { bytes, ends } = table.encoded()
  const bytesOf = (number: number) => bytes.subarray(ends[number - 1] ?? 0, ends[number])
  const keysFrom = (offset: number) =>
    Uint32Array.from(ends, (end, number) => keyOf(bytes, (ends[number - 1] ?? 0) + offset, end))
  const [first, second] = [keysFrom(0), keysFrom(KEY_BYTES)]
  const numbers = orderOfKeys(first, orderOfKeys(second))
  const areAlike = (a: number, b: number) => first[a] === first[b] && second[a] === second[b]
  for (let start = 0; start < numbers.length; ) {
    let end = start + 1
    while (end < numbers.length && areAlike(integerAt(numbers, start), integerAt(numbers, end)))
      end++
    if (end > start + 1)
      numbers.subarray(start, end).sort((a, b) => compareBytes(bytesOf(a), bytesOf(b)))
    start = end
  }
  return { numbers, bytesOf }
}

/** The four bytes from `start` on as one big-endian number; zeros stand behind the end, so that a word comes before its extensions. */
function keyOf(bytes: Uint8Array, start: number, end: number): number {
  const at = (place: number) => (place < end ? (bytes[place] ?? 0) : 0)
  return ((at(start) << 24) | (at(start + 1) << 16) | (at(start + 2) << 8) | at(start + 3)) >>> 0
}
