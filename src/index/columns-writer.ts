/** Writes the fixed-width columns of a segment, a section each: see `ColumnName` in segment.ts. */

import type { ContainerWriter } from './container-writer.ts'
import type { ColumnName, LengthSums } from './segment.ts'

export interface ColumnRow {
  readonly date: number
  readonly fetchDate: number
  readonly source: number
  /** As hostOf gives it. */
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

/** Returns what the lengths add up to. */
export function writeColumns(container: ContainerWriter, rows: readonly ColumnRow[]): LengthSums {
  const section = (name: ColumnName | 'paths', numbers: Uint32Array | Uint8Array) => {
    container.section(name)
    // Little-endian, as on every machine that Node runs on.
    container.append(new Uint8Array(numbers.buffer))
  }
  const column = (name: ColumnName, of: (row: ColumnRow) => number) =>
    section(name, Uint32Array.from(rows, of))
  const byteColumn = (name: ColumnName, of: (row: ColumnRow) => number) =>
    section(name, Uint8Array.from(rows, of))
  const hosts = new Map<string, number>()
  for (const { host } of rows) if (!hosts.has(host)) hosts.set(host, hosts.size)
  column('dates', (row) => row.date)
  column('fetchDates', (row) => row.fetchDate)
  column('sources', (row) => row.source)
  column('hosts', (row) => hosts.get(row.host) ?? 0)
  container.section('hostNames')
  container.append(new TextEncoder().encode(JSON.stringify([...hosts.keys()])))
  column('titleLengths', (row) => row.titleLength)
  column('bodyLengths', (row) => row.bodyLength)
  column('titleHashes', (row) => row.titleHash)
  section('ids', idsOf(rows))
  column('longTitles', (row) => row.longTitle)
  column('publishers', (row) => row.publisher)
  section('paths', pathsOf(rows))
  byteColumn('statuses', (row) => row.status)
  byteColumn('languages', (row) => row.language)
  byteColumn('repairs', (row) => row.repaired)
  byteColumn('spellings', (row) => row.spelling)
  return lengthSums(rows)
}

function lengthSums(rows: readonly ColumnRow[]): LengthSums {
  let [bodyTerms, titleTerms, bodies] = [0, 0, 0]
  for (const { bodyLength, titleLength } of rows) {
    bodyTerms += bodyLength
    titleTerms += titleLength
    if (bodyLength > 0) bodies++
  }
  return { bodyTerms, titleTerms, bodies }
}

function idsOf(rows: readonly ColumnRow[]): Uint32Array {
  const ids = new Uint32Array(rows.length * 2)
  for (const [article, { id }] of rows.entries()) ids.set(idHalves(id), article * 2)
  return ids
}

/** The hash of each path, and its article. */
function pathsOf(rows: readonly ColumnRow[]): Uint32Array {
  const paths: number[] = []
  for (const [article, { pathHashes }] of rows.entries())
    for (const hash of pathHashes) paths.push(hash, article)
  return Uint32Array.from(paths)
}

/** The high and the low 32 bits of a 64-bit id in hex. */
export function idHalves(id: string): readonly [number, number] {
  return [Number.parseInt(id.slice(0, 8), 16), Number.parseInt(id.slice(8, 16), 16)]
}
