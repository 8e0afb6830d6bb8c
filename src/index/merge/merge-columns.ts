/** Merges the columns of segments, one column at a time: an object for each article would take a quarter of a kilobyte. */

import { elementAt, integerAt } from '../../element-at.ts'
import { IntList } from '../build/growing-lists.ts'
import { numberAt } from '../build/numbers.ts'
import { COLUMNS, type ColumnName, columnWidth } from '../columns/columns.ts'
import { damagedFile } from '../files/damage.ts'
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
      const number = numberAt(numbers, Math.floor(at / width))
      if (number >= 0) merged[number * width + (at % width)] = integerAt(column, at)
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
    if (column.some((place) => place >= names.length))
      throw damagedFile(segment.name, `${name}: points nowhere`)
    for (const [article, number] of numbers.entries()) {
      if (number < 0) continue
      const own = elementAt(names, integerAt(column, article))
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
      const number = numbers[integerAt(rows, row + 1)] ?? -1
      if (number < 0) continue
      merged.push(integerAt(rows, row))
      merged.push(number)
    }
  }
  return Uint32Array.from(merged.values.subarray(0, merged.length))
}
