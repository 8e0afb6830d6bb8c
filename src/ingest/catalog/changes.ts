/** Tells what has changed in the corpus since the last run, and which articles must be cut again. Pure. */

import type { FoundFiles } from '../../corpus/find/discover.ts'
import type { FileProblem } from '../../corpus/find/file-problem.ts'
import { NOT_KNOWN } from '../../corpus/find/found-paths.ts'
import { FileList } from '../../corpus/find/listing.ts'
import { collectRanges } from '../../corpus/find/text-column.ts'
import { Bitmap } from '../../index/columns/bitmap.ts'
import { CatalogFiles } from './catalog-columns.ts'
import { type FileRecords, joinRecords } from './file-record.ts'

export interface Changes {
  /** The catalog row of each found file; −1: the file is new, or its size or time is not what the catalog says. */
  readonly kept: Int32Array
  /** Rows of the catalog whose files are gone, or are not the same any more. */
  readonly outdated: readonly number[]
}

export function compareFiles(
  { list: known }: CatalogFiles,
  { files, knownRows }: FoundFiles,
): Changes {
  const isKept = new Bitmap(known.length)
  const kept = knownRows.map((old, row) => {
    if (old === NOT_KNOWN || !isSame(known, old, files, row)) return -1
    isKept.add(old)
    return old
  })
  const outdated: number[] = []
  for (let old = 0; old < known.length; old++) if (!isKept.has(old)) outdated.push(old)
  return { kept, outdated }
}

function isSame(known: FileList, old: number, found: FileList, row: number): boolean {
  return known.sizes[old] === found.sizes[row] && known.times[old] === found.times[row]
}

/** True when no file came, changed or went. */
export function areNone({ kept, outdated }: Changes): boolean {
  return outdated.length === 0 && !kept.includes(-1)
}

export function areSameFiles({ list: a }: CatalogFiles, { list: b }: CatalogFiles): boolean {
  return a.length === b.length && a.paths.bytes.equals(b.paths.bytes) && haveSameStates(a, b)
}

function haveSameStates(a: FileList, b: FileList): boolean {
  for (let row = 0; row < a.length; row++) if (!isSame(a, row, b, row)) return false
  return true
}

/** The found files that are not as the catalog knows them. */
export function changedFiles(found: FileList, { kept }: Changes): FileList {
  const { ranges, add } = collectRanges<FileList>()
  for (let row = 0; row < kept.length; row++) if (kept[row] === -1) add(found, row)
  return FileList.join(ranges)
}

/** The files found, but for those that could not be read, with what the catalog knows of those kept. */
export function mergeFiles(
  known: CatalogFiles,
  found: FileList,
  { kept }: Changes,
  { files: changed, unread }: ChangedHeads,
): CatalogFiles {
  const { ranges, add } = collectRanges<FileRecords>()
  const left = new Set<number>()
  let next = 0
  for (let row = 0; row < kept.length; row++) {
    const old = kept[row] ?? -1
    if (old >= 0) add(known.records, old)
    else if (unread.has(next)) left.add(row)
    else add(changed.records, next)
    if (old < 0) next++
  }
  return new CatalogFiles(found.without(left), joinRecords(ranges))
}

/** Compares by UTF-16 units, which is the same on every machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

export interface ChangedHeads {
  /** All new and changed files, those that could not be read included. */
  readonly files: CatalogFiles
  /** Rows of those that could not be read. */
  readonly unread: ReadonlySet<number>
  readonly problems: readonly FileProblem[]
}
