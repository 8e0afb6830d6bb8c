/** Writes the fixed-width columns of a segment, a section each: see `ColumnName` in segment.ts. */

import type { ContainerWriter } from './container-writer.ts'
import type { ColumnName } from './segment.ts'

export interface ColumnRow {
  readonly date: number
  readonly source: number
  readonly titleLength: number
  readonly bodyLength: number
  /** 16 hex digits. */
  readonly id: string
  readonly status: number
  /** CRC-32 of each path of the article's files. */
  readonly pathHashes: readonly number[]
}

export function writeColumns(container: ContainerWriter, rows: readonly ColumnRow[]): void {
  const column = (name: ColumnName, bytes: Uint8Array) => {
    container.section(name)
    container.append(bytes)
  }
  column(
    'dates',
    numbers(rows, (row) => [row.date]),
  )
  column(
    'sources',
    numbers(rows, (row) => [row.source]),
  )
  column(
    'titleLengths',
    numbers(rows, (row) => [row.titleLength]),
  )
  column(
    'bodyLengths',
    numbers(rows, (row) => [row.bodyLength]),
  )
  column(
    'ids',
    numbers(rows, (row) => idHalves(row.id)),
  )
  const paths = rows.flatMap((row, article) => row.pathHashes.flatMap((hash) => [hash, article]))
  container.section('paths')
  container.append(new Uint8Array(Uint32Array.from(paths).buffer))
  column(
    'statuses',
    Uint8Array.from(rows, (row) => row.status),
  )
}

/** Little-endian, as on every machine that Node runs on. */
function numbers(
  rows: readonly ColumnRow[],
  of: (row: ColumnRow) => readonly number[],
): Uint8Array {
  return new Uint8Array(Uint32Array.from(rows.flatMap(of)).buffer)
}

/** The high and the low 32 bits of a 64-bit id in hex. */
export function idHalves(id: string): readonly [number, number] {
  return [Number.parseInt(id.slice(0, 8), 16), Number.parseInt(id.slice(8, 16), 16)]
}
