/** What every step of a run is given, and how it tells how far it is. */

import type { IndexFolder } from '../../index/files/byte-source.ts'
import type { FileNames } from '../disk/index-files.ts'
import type { IndexProgress } from '../options.ts'
import type { Workforce } from '../threads/worker-pool.ts'

export interface UpdateContext {
  readonly folder: IndexFolder
  /** Absolute path. */
  readonly corpus: string
  readonly userDictionary: string | undefined
  /** SHA-256 of the user dictionary, '' without one. */
  readonly dictionary: string
  readonly workforce: Workforce
  /** Leave one whole segment. */
  readonly optimize: boolean
  readonly names: FileNames
  readonly report: (progress: IndexProgress) => void
}

export interface Amount {
  readonly files: number
  readonly bytes: number
}

/** Adds up what a phase has done of all its files, and reports each step. */
export function meter(
  { report }: UpdateContext,
  phase: IndexProgress['phase'],
  { files: filesTotal, bytes: bytesTotal }: Amount,
): (done: Amount) => void {
  let filesDone = 0
  let bytesDone = 0
  return (done) => {
    filesDone += done.files
    bytesDone += done.bytes
    report({ phase, filesDone, filesTotal, bytesDone, bytesTotal })
  }
}

/** Consecutive parts of a list, each of about the given weight; an item weighs 1 unless told otherwise. */
export function slices<Item>(
  items: readonly Item[],
  weight: number,
  weigh: (item: Item) => number = () => 1,
): readonly (readonly Item[])[] {
  const parts: Item[][] = []
  let filled = weight
  for (const item of items) {
    if (filled >= weight) {
      parts.push([])
      filled = 0
    }
    parts.at(-1)?.push(item)
    filled += weigh(item)
  }
  return parts
}
