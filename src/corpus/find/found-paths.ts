/**
 * Paths as they are found, beside those that an earlier run knew. Nearly all are the same: those of a folder are told by one
 * comparison of bytes, and no text is made of them.
 */

import { collectRanges, TextColumn } from './text-column.ts'

export const NOT_KNOWN = -1

export interface FoundPaths {
  readonly paths: TextColumn
  /** The row of each path among the known ones, or NOT_KNOWN. */
  readonly knownRows: Int32Array
}

export interface PathCollector {
  /** Paths that begin with the same folder, in order, after all that were added before. */
  add(folder: string, names: readonly string[]): void
  /** All known paths that begin with a folder, after all that were added before: it cannot be read. Returns how many. */
  addKnown(folder: string): number
  finish(): FoundPaths
}

/** Compared in one go. */
const MOST_NAMES = 1024
/** UTF-8 needs no more for a UTF-16 unit. */
const MOST_BYTES = 3

/** @param known in the order of their UTF-16 units, as what is added */
export function collectPaths(known: TextColumn): PathCollector {
  const rows: number[] = []
  const columns: TextColumn[] = []
  let fresh: string[] = []
  let next = 0
  let scratch = Buffer.alloc(0)

  function encode(text: string): Buffer {
    const most = text.length * MOST_BYTES
    if (most > scratch.length) scratch = Buffer.allocUnsafe(most)
    return scratch.subarray(0, scratch.write(text))
  }

  function areNext(folder: string, names: readonly string[]): boolean {
    return known.hasAt(next, encode(`${folder}${names.join(`\0${folder}`)}\0`))
  }

  function addOne(path: string): void {
    while (next < known.length && known.at(next) < path) next++
    const isKnown = next < known.length && known.at(next) === path
    rows.push(isKnown ? next++ : NOT_KNOWN)
    if (!isKnown) fresh.push(path)
    if (fresh.length === MOST_NAMES) packFresh()
  }

  /** New paths are packed as they come: as strings they take twice the memory. */
  function packFresh(): void {
    columns.push(TextColumn.of(fresh))
    fresh = []
  }

  function addSome(folder: string, names: readonly string[]): void {
    if (areNext(folder, names)) for (const _ of names) rows.push(next++)
    else for (const name of names) addOne(folder + name)
  }

  return {
    add(folder, names) {
      for (let start = 0; start < names.length; start += MOST_NAMES)
        addSome(folder, names.slice(start, start + MOST_NAMES))
    },
    addKnown(folder) {
      while (next < known.length && known.at(next) < folder) next++
      const first = next
      while (next < known.length && known.at(next).startsWith(folder)) rows.push(next++)
      return next - first
    },
    finish() {
      packFresh()
      return { paths: joinPaths(rows, known, columns), knownRows: Int32Array.from(rows) }
    },
  }
}

/**
 * The known column itself is returned, not a copy, where nothing else was found.
 * @param columns of the others, MOST_NAMES each but the last
 */
function joinPaths(rows: readonly number[], known: TextColumn, columns: readonly TextColumn[]) {
  const { ranges, add } = collectRanges<TextColumn>()
  let next = 0
  for (const row of rows) {
    const fresh = row === NOT_KNOWN ? columns[Math.floor(next / MOST_NAMES)] : undefined
    if (fresh === undefined) add(known, row)
    else add(fresh, next++ % MOST_NAMES)
  }
  return TextColumn.join(ranges)
}
