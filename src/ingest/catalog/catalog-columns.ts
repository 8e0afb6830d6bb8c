/** The files of a catalog: columns, of which a file is made where one is asked for. */

import { type FileColumns, FileList, type FoundFile } from '../../corpus/find/listing.ts'
import { rangesWithout } from '../../corpus/find/text-column.ts'
import { integerAt } from '../../element-at.ts'
import type { Bitmap } from '../../index/columns/bitmap.ts'
import { idHalvesAt } from '../../index/columns/ids.ts'
import {
  type FileHead,
  type FileRecords,
  joinRecords,
  recordAt,
  siteKeysAt,
} from './file-record.ts'

export interface CatalogFile extends FoundFile, FileHead {
  /** The content hash of its article in the index, see content-hash.ts; absent: the index does not hold it yet. */
  readonly content?: string
}

/** The files stand in the order of their paths. */
export class CatalogFiles implements Iterable<CatalogFile> {
  readonly list: FileList
  readonly records: FileRecords

  constructor(list: FileList, records: FileRecords) {
    this.list = list
    this.records = records
  }

  get length(): number {
    return this.list.length
  }

  at(row: number): CatalogFile {
    return { ...this.list.at(row), ...recordAt(this.records, row) }
  }

  siteKeysAt(row: number): readonly string[] {
    return siteKeysAt(this.records, row)
  }

  /**
   * Returns the files with the content hashes that the index now holds of articles that were written.
   * @param articles the number of each file's article
   * @param contents of articles by their numbers, two halves each; both 0: was not written
   */
  withContents(articles: Uint32Array, contents: Uint32Array): CatalogFiles {
    const all = this.records.contents.slice()
    for (let row = 0; row < this.length; row++) {
      const [high, low] = idHalvesAt(contents, integerAt(articles, row))
      if (high === 0 && low === 0) continue
      all[row * 2] = high
      all[row * 2 + 1] = low
    }
    return new CatalogFiles(this.list, { ...this.records, contents: all })
  }

  /** The files of these articles are read again by the next run, whatever their times say. */
  readAgain(articles: Uint32Array, wanted: Bitmap): CatalogFiles {
    const changes = this.list.changes.map((time, row) =>
      wanted.has(integerAt(articles, row)) ? 0 : time,
    )
    return new CatalogFiles(new FileList({ ...columnsOf(this.list), changes }), this.records)
  }

  without(rows: ReadonlySet<number>): CatalogFiles {
    if (rows.size === 0) return this
    const records = joinRecords(rangesWithout(this.records, this.length, rows))
    return new CatalogFiles(this.list.without(rows), records)
  }

  *[Symbol.iterator](): Generator<CatalogFile> {
    for (let row = 0; row < this.length; row++) yield this.at(row)
  }
}

function columnsOf({ paths, sizes, times, changes }: FileList): FileColumns {
  return { paths, sizes, times, changes }
}
