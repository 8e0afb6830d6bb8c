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
  /** The catalog row of each found file's path, or NOT_KNOWN. */
  readonly knownRows: Int32Array
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
  return { kept, knownRows, outdated }
}

function isSame(known: FileList, old: number, found: FileList, row: number): boolean {
  if (known.sizes[old] !== found.sizes[row] || known.times[old] !== found.times[row]) return false
  return known.changes[old] === found.changes[row]
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

/**
 * The files found, with what the catalog knows of those kept. Of files that could not be read, those that may still be there
 * are as the catalog knows them, and all others are left out.
 */
export function mergeFiles(
  known: CatalogFiles,
  found: FileList,
  { kept, knownRows }: Changes,
  { files: changed, unread, unreadable }: ChangedHeads,
): CatalogFiles {
  const lists = collectRanges<FileList>()
  const records = collectRanges<FileRecords>()
  let next = 0
  for (let row = 0; row < kept.length; row++) {
    const [isKept, old] = [(kept[row] ?? -1) >= 0, knownRows[row] ?? NOT_KNOWN]
    const number = isKept ? -1 : next++
    if (isKept || (old !== NOT_KNOWN && unreadable.has(number))) {
      lists.add(isKept ? found : known.list, isKept ? row : old)
      records.add(known.records, old)
    } else if (!unread.has(number)) {
      lists.add(found, row)
      records.add(changed.records, number)
    }
  }
  return new CatalogFiles(FileList.join(lists.ranges), joinRecords(records.ranges))
}

/** Adds the content hashes that the index has of their articles, since a file that is read again may have the same content. */
export function withKnownContents(
  known: FileRecords,
  { kept, knownRows }: Changes,
  changed: FileRecords,
): FileRecords {
  const contents = changed.contents.slice()
  let next = 0
  for (let row = 0; row < kept.length; row++) {
    if ((kept[row] ?? -1) >= 0) continue
    const [to, from] = [next++ * 2, (knownRows[row] ?? NOT_KNOWN) * 2]
    const isSameArticle = from >= 0 && isSamePair(known.ids, from, changed.ids, to)
    if (isSameArticle) contents.set(known.contents.subarray(from, from + 2), to)
  }
  return { ...changed, contents }
}

function isSamePair(a: Uint32Array, at: number, b: Uint32Array, other: number): boolean {
  return a[at] === b[other] && a[at + 1] === b[other + 1]
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
  /** Rows of those among them that may be read another time: see mayPass. */
  readonly unreadable: ReadonlySet<number>
  readonly problems: readonly FileProblem[]
}
