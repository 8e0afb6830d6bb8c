/** Sorted keys, in which beginnings are looked up. They take a tenth of the memory of a tree, which only typing errors need. */

import { partitionPoint } from '../binary-search.ts'
import { elementAt } from '../element-at.ts'

export interface SortedKeys {
  /** Places of the entries that have this key. */
  at(key: string): readonly number[]
  /** Places of the entries that have a key that begins so. */
  beginningWith(prefix: string): readonly number[]
}

/** @param keysOf the keys of the entry at a place of the list */
export function sortedKeys<Entry>(
  entries: readonly Entry[],
  keysOf: (entry: Entry) => readonly string[],
): SortedKeys {
  const rows = entries
    .flatMap((entry, place) => keysOf(entry).map((key) => ({ key, place })))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.place - b.place))
  const keys = rows.map(({ key }) => key)
  const places = Int32Array.from(rows, ({ place }) => place)
  const firstFrom = (text: string) =>
    partitionPoint(keys.length, (row) => elementAt(keys, row) >= text)

  function whileKey(first: number, holds: (key: string) => boolean): readonly number[] {
    let end = first
    while (end < keys.length && holds(elementAt(keys, end))) end++
    return Array.from(places.subarray(first, end))
  }

  return {
    at: (key) => whileKey(firstFrom(key), (one) => one === key),
    beginningWith: (prefix) => whileKey(firstFrom(prefix), (one) => one.startsWith(prefix)),
  }
}
