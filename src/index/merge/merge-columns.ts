/** Merges the columns of segments, one column at a time: an object for each article would take a quarter of a kilobyte. */

import { IntList } from '../build/growing-lists.ts'
import { COLUMNS, type ColumnName, columnWidth } from '../columns/columns.ts'
import type { Segment } from '../segment/segment.ts'
import type { SegmentColumns } from '../write/columns-writer.ts'

/** A segment with the new number of each of its articles; −1 for one that is left out. */
export interface NumberedSegment {
  readonly segment: Segment
  readonly numbers: Int32Array
}

export interface MergedColumns {
  readonly columns: SegmentColumns
  /** The names that the column `sources` points at. */
  readonly sources: readonly string[]
}

/** @param articles how many the merged segment has */
export async function mergeColumns(
  inputs: readonly NumberedSegment[],
  articles: number,
): Promise<MergedColumns> {
  const sources = await mergeNames(inputs, articles, 'sources', ({ meta }) => meta.sources)
  const hosts = await mergeNames(inputs, articles, 'hosts', (segment) => segment.hostNames())
  const rest = COLUMNS.filter((name) => name !== 'sources' && name !== 'hosts')
  const merged: [ColumnName, Uint32Array][] = [
    ['sources', sources.numbers],
    ['hosts', hosts.numbers],
  ]
  for (const name of rest) merged.push([name, await mergeNumbers(inputs, articles, name)])
  // COLUMNS lists every name of the record.
  const numbers = Object.fromEntries(merged) as SegmentColumns['numbers']
  const columns = { numbers, hostNames: hosts.names, paths: await mergePaths(inputs) }
  return { columns, sources: sources.names }
}

async function mergeNumbers(
  inputs: readonly NumberedSegment[],
  articles: number,
  name: ColumnName,
): Promise<Uint32Array> {
  const width = columnWidth(name)
  const merged = new Uint32Array(articles * width)
  for (const { segment, numbers } of inputs) {
    const column = await segment.column(name)
    for (let at = 0; at < column.length; at++) {
      const number = numbers[Math.floor(at / width)] ?? -1
      if (number >= 0) merged[number * width + (at % width)] = column[at] ?? 0
    }
  }
  return merged
}

/** Merges a column of places in each segment's list of names. The merged list has the names in the order in which articles have them. */
async function mergeNames(
  inputs: readonly NumberedSegment[],
  articles: number,
  name: 'sources' | 'hosts',
  namesOf: (segment: Segment) => readonly string[] | Promise<readonly string[]>,
): Promise<{ readonly numbers: Uint32Array; readonly names: readonly string[] }> {
  const places = new Map<string, number>()
  const merged = new Uint32Array(articles)
  for (const { segment, numbers } of inputs) {
    const [column, names] = [await segment.column(name), await namesOf(segment)]
    for (const [article, number] of numbers.entries()) {
      if (number < 0) continue
      const own = names[column[article] ?? 0] ?? ''
      const place = places.get(own) ?? places.size
      if (place === places.size) places.set(own, place)
      merged[number] = place
    }
  }
  return { numbers: merged, names: [...places.keys()] }
}

/** The rows stay in the order of the articles. */
async function mergePaths(inputs: readonly NumberedSegment[]): Promise<Uint32Array> {
  const merged = new IntList()
  for (const { segment, numbers } of inputs) {
    const rows = await segment.pathRows()
    for (let row = 0; row < rows.length; row += 2) {
      const number = numbers[rows[row + 1] ?? 0] ?? -1
      if (number < 0) continue
      merged.push(rows[row] ?? 0)
      merged.push(number)
    }
  }
  return Uint32Array.from(merged.values.subarray(0, merged.length))
}
