/** The files that were found, as columns: an archive of a million files is a hundred megabytes of paths, and no objects. */

import { floatAt } from '../../element-at.ts'
import { type RowRange, rangesWithout, TextColumn } from './text-column.ts'

export interface FoundFile {
  /** The path is relative to the corpus folder, with '/' between its parts. */
  readonly path: string
  readonly sizeBytes: number
  /** Milliseconds since 1970, with fractions. */
  readonly modifiedMs: number
  /** When its content, name or rights changed last, by the system's clock; 0: it is to be read again whatever it says. */
  readonly changedMs: number
}

/** A row each, as in FoundFile. */
export interface FileColumns {
  readonly paths: TextColumn
  readonly sizes: Float64Array
  readonly times: Float64Array
  readonly changes: Float64Array
}

/** The files stand in the order of their paths' UTF-16 units. */
export class FileList implements FileColumns, Iterable<FoundFile> {
  readonly paths: TextColumn
  readonly sizes: Float64Array
  readonly times: Float64Array
  readonly changes: Float64Array

  constructor({ paths, sizes, times, changes }: FileColumns) {
    this.paths = paths
    this.sizes = sizes
    this.times = times
    this.changes = changes
  }

  /** The files may come in any order. */
  static of(files: readonly FoundFile[]): FileList {
    const sorted = isSorted(files) ? files : files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
    return new FileList({
      paths: TextColumn.of(sorted.map(({ path }) => path)),
      sizes: Float64Array.from(sorted, ({ sizeBytes }) => sizeBytes),
      times: Float64Array.from(sorted, ({ modifiedMs }) => modifiedMs),
      changes: Float64Array.from(sorted, ({ changedMs }) => changedMs),
    })
  }

  static join(ranges: readonly RowRange<FileList>[]): FileList {
    const column = (name: 'sizes' | 'times' | 'changes') =>
      concatNumbers(ranges.map(({ column, start, end }) => column[name].subarray(start, end)))
    return new FileList({
      paths: TextColumn.join(
        ranges.map(({ column, start, end }) => ({ column: column.paths, start, end })),
      ),
      sizes: column('sizes'),
      times: column('times'),
      changes: column('changes'),
    })
  }

  get length(): number {
    return this.sizes.length
  }

  /** The size of all files together. */
  get sizeBytes(): number {
    return this.sizes.reduce((sum, size) => sum + size, 0)
  }

  at(row: number): FoundFile {
    return {
      path: this.paths.at(row),
      sizeBytes: floatAt(this.sizes, row),
      modifiedMs: floatAt(this.times, row),
      changedMs: floatAt(this.changes, row),
    }
  }

  without(rows: ReadonlySet<number>): FileList {
    if (rows.size === 0) return this
    return FileList.join(rangesWithout<FileList>(this, this.length, rows))
  }

  *[Symbol.iterator](): Generator<FoundFile> {
    for (let row = 0; row < this.length; row++) yield this.at(row)
  }
}

function concatNumbers(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0))
  let length = 0
  for (const part of parts) {
    all.set(part, length)
    length += part.length
  }
  return all
}

function isSorted(files: readonly FoundFile[]): boolean {
  return files.every(({ path }, row) => row === 0 || (files[row - 1]?.path ?? '') <= path)
}
