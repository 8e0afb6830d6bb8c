/** Writes the columns of a segment, each in its section: see columns.ts. */

import { COLUMNS, type ColumnName, encodeColumn } from '../columns/columns.ts'
import { idHalves } from '../columns/ids.ts'
import type { LengthSums } from '../segment/segment.ts'
import type { ContainerWriter } from './container-writer.ts'

export interface ColumnRow {
  readonly date: number
  readonly fetchDate: number
  readonly source: number
  /** The host has the form that hostOf returns. */
  readonly host: string
  readonly titleLength: number
  readonly bodyLength: number
  readonly titleHash: number
  /** 16 hex digits. */
  readonly id: string
  readonly status: number
  readonly language: number
  readonly repaired: number
  readonly spelling: number
  readonly longTitle: number
  /** A hash of who publishes at its address. */
  readonly publisher: number
  /** CRC-32 of each path of the article's files. */
  readonly pathHashes: readonly number[]
}

/** The columns of a segment as they are written. */
export interface SegmentColumns {
  readonly numbers: Readonly<Record<ColumnName, Uint32Array>>
  /** The names that `hosts` points at, each once, in the order in which articles have them. */
  readonly hostNames: readonly string[]
  /** The CRC-32 of a path and its article, for every path of every article. */
  readonly paths: Uint32Array
}

/** Writes a section for each column, the host names and the paths. Returns the sums of the lengths. */
export function writeColumns(
  container: ContainerWriter,
  { numbers, hostNames, paths }: SegmentColumns,
): LengthSums {
  function writeSection(name: string, bytes: Uint8Array): void {
    container.section(name)
    container.append(bytes)
  }
  for (const name of COLUMNS) {
    if (name === 'titleLengths')
      writeSection('hostNames', new TextEncoder().encode(JSON.stringify(hostNames)))
    if (name === 'statuses') writeSection('paths', new Uint8Array(paths.buffer))
    writeSection(name, encodeColumn(name, numbers[name]))
  }
  return lengthSums(numbers)
}

function lengthSums({ bodyLengths, titleLengths }: SegmentColumns['numbers']): LengthSums {
  const sum = (lengths: Uint32Array) => lengths.reduce((all, length) => all + length, 0)
  const bodies = bodyLengths.reduce((count, length) => count + (length > 0 ? 1 : 0), 0)
  return { bodyTerms: sum(bodyLengths), titleTerms: sum(titleLengths), bodies }
}

export function columnsOf(rows: readonly ColumnRow[]): SegmentColumns {
  const column = (of: (row: ColumnRow) => number) => Uint32Array.from(rows, of)
  const hosts = new Map<string, number>()
  for (const { host } of rows) if (!hosts.has(host)) hosts.set(host, hosts.size)
  const numbers = {
    dates: column((row) => row.date),
    fetchDates: column((row) => row.fetchDate),
    sources: column((row) => row.source),
    hosts: column((row) => hosts.get(row.host) ?? 0),
    titleLengths: column((row) => row.titleLength),
    bodyLengths: column((row) => row.bodyLength),
    titleHashes: column((row) => row.titleHash),
    ids: Uint32Array.from(rows.flatMap(({ id }) => idHalves(id))),
    longTitles: column((row) => row.longTitle),
    publishers: column((row) => row.publisher),
    statuses: column((row) => row.status),
    languages: column((row) => row.language),
    repairs: column((row) => row.repaired),
    spellings: column((row) => row.spelling),
  }
  return { numbers, hostNames: [...hosts.keys()], paths: pathsOf(rows) }
}

/** Pairs of a path's hash and its article. */
function pathsOf(rows: readonly ColumnRow[]): Uint32Array {
  const paths: number[] = []
  for (const [article, { pathHashes }] of rows.entries())
    for (const hash of pathHashes) paths.push(hash, article)
  return Uint32Array.from(paths)
}
