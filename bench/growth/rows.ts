/** What was measured of each size, kept beside the drawing, so that sizes can be measured one a run. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export interface Row {
  /** How many times the archive. */
  readonly times: number
  readonly files: number
  readonly articles: number
  readonly failedFetches: number
  readonly corpusBytes: number
  /** Different terms. */
  readonly words: number
  /** Of the whole process, as its peak memory is. */
  readonly seconds: number
  readonly peakBytes: number
  readonly indexBytes: number
  readonly p50Ms: number
  readonly p95Ms: number
}

export interface Rows {
  /** Files of the archive that was grown. */
  readonly files: number
  readonly machine: string
  readonly rows: readonly Row[]
}

/** The rows of earlier runs; none of another archive. @param svg path of the drawing */
export function readRows(svg: string | undefined, files: number): readonly Row[] {
  if (svg === undefined || !existsSync(besides(svg))) return []
  // The cast trusts what was written below.
  const known: Rows = JSON.parse(readFileSync(besides(svg), 'utf8'))
  return known.files === files ? known.rows : []
}

export function withRow(rows: readonly Row[], row: Row): readonly Row[] {
  const others = rows.filter(({ times }) => times !== row.times)
  return [...others, row].sort((a, b) => a.times - b.times)
}

export function writeRows(svg: string | undefined, rows: Rows, drawing: string): void {
  if (svg === undefined) return
  mkdirSync(dirname(svg), { recursive: true })
  writeFileSync(besides(svg), `${JSON.stringify(rows, null, 2)}\n`)
  writeFileSync(svg, drawing)
}

function besides(svg: string): string {
  return `${svg.replace(/\.svg$/, '')}.json`
}
