/** Writes numbers and tables as a person reads them. */

import { countColumns, padToColumns } from './width.ts'

/** `formatCount(97895)` is '97,895'. It avoids toLocaleString, whose tables take longer to load than a search. */
export function formatCount(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `formatCounted(97895, 'article')` is '97,895 articles'. */
export function formatCounted(value: number, noun: string): string {
  return `${formatCount(value)} ${noun}${value === 1 ? '' : 's'}`
}

export function formatMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

/** `formatMinutes(75)` is '1:15'. */
export function formatMinutes(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

export type Alignment = 'left' | 'right'

/** Aligns the cells of rows in columns, two spaces apart. Wide characters count as two, and a cell that a row lacks is empty. */
export function formatTable(
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[],
): string[] {
  const columns = alignments.map((alignment, column) => ({
    alignment,
    width: rows.reduce((widest, row) => Math.max(widest, countColumns(row[column] ?? '')), 0),
  }))
  return rows.map((row) =>
    columns
      .map(({ alignment, width }, column) => alignCell(row[column] ?? '', width, alignment))
      .join('  ')
      .trimEnd(),
  )
}

function alignCell(cell: string, width: number, alignment: Alignment): string {
  return padToColumns(cell, width, alignment === 'left' ? 'right' : 'left')
}
