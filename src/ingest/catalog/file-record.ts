/** The records that a catalog keeps of its files beside sizes and times, as columns: some forty bytes a file. */

import { type RowRange, TextColumn } from '../../corpus/find/text-column.ts'
import { elementAt, integerAt } from '../../element-at.ts'
import { idHalves, idOf } from '../../index/columns/ids.ts'

/** The front matter of a file says this of it. */
export interface FileHead {
  /** 16 hex digits. */
  readonly articleId: string
  readonly fetchDate: string
  /** Its furniture is learned by these: the host, and the host with the source. */
  readonly siteKeys: readonly string[]
}

export interface FileRecords {
  /** High and low half of the id of its article, two a file. */
  readonly ids: Uint32Array
  /** Content hashes of the articles in the index, two halves a file: see content-hash.ts. Both are 0 for one not indexed yet. */
  readonly contents: Uint32Array
  readonly fetchDates: TextColumn
  /** Its place in `siteKeys`. */
  readonly sites: Uint32Array
  /** The keys that files have, each combination once, in the order in which they come. */
  readonly siteKeys: readonly (readonly string[])[]
}

export function recordsOf(heads: readonly FileHead[]): FileRecords {
  const ids = new Uint32Array(heads.length * 2)
  for (const [row, { articleId }] of heads.entries()) ids.set(idHalves(articleId), row * 2)
  const keys = createKeyNumbers()
  return {
    ids,
    contents: new Uint32Array(heads.length * 2),
    fetchDates: TextColumn.of(heads.map(({ fetchDate }) => fetchDate)),
    sites: Uint32Array.from(heads, ({ siteKeys }) => keys.numberOf(siteKeys)),
    siteKeys: keys.all,
  }
}

export function recordAt(
  records: FileRecords,
  row: number,
): FileHead & { readonly content?: string } {
  const head = {
    articleId: idOf(records.ids, row),
    fetchDate: records.fetchDates.at(row),
    siteKeys: siteKeysAt(records, row),
  }
  const isKnown = records.contents[row * 2] !== 0 || records.contents[row * 2 + 1] !== 0
  return isKnown ? { ...head, content: idOf(records.contents, row) } : head
}

export function siteKeysAt({ siteKeys, sites }: FileRecords, row: number): readonly string[] {
  return elementAt(siteKeys, integerAt(sites, row))
}

export function joinRecords(ranges: readonly RowRange<FileRecords>[]): FileRecords {
  const length = ranges.reduce((sum, { start, end }) => sum + end - start, 0)
  const [ids, contents] = [new Uint32Array(length * 2), new Uint32Array(length * 2)]
  const sites = new Uint32Array(length)
  const keys = createKeyNumbers()
  let row = 0
  for (const { column, start, end } of ranges) {
    ids.set(column.ids.subarray(start * 2, end * 2), row * 2)
    contents.set(column.contents.subarray(start * 2, end * 2), row * 2)
    const numberOf = keys.numbererOf(column.siteKeys)
    for (let from = start; from < end; from++)
      sites[row++] = numberOf(integerAt(column.sites, from))
  }
  const fetchDates = TextColumn.join(
    ranges.map(({ column, start, end }) => ({ column: column.fetchDates, start, end })),
  )
  return { ids, contents, fetchDates, sites, siteKeys: keys.all }
}

/** Numbers combinations of keys in the order in which they are asked for. */
function createKeyNumbers() {
  const all: (readonly string[])[] = []
  const numbers = new Map<string, number>()
  const known = new Map<FileRecords['siteKeys'], Uint32Array>()

  function numberOf(siteKeys: readonly string[]): number {
    // Host and source say it all: see siteKeysOf.
    const key = siteKeys.at(-1) ?? ''
    const number = numbers.get(key) ?? all.length
    if (number === all.length) {
      numbers.set(key, number)
      all.push(siteKeys)
    }
    return number
  }

  /** The function returned gives the number of a combination by its place in `list`. */
  function numbererOf(list: FileRecords['siteKeys']): (place: number) => number {
    const seen = known.get(list) ?? new Uint32Array(list.length)
    known.set(list, seen)
    return (place) => {
      // The number is kept plus one: 0 says that it was not asked for yet.
      seen[place] ||= numberOf(elementAt(list, place)) + 1
      return integerAt(seen, place) - 1
    }
  }

  return { all, numberOf, numbererOf }
}
