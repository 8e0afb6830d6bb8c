/** Judges how time, memory, size and answers grow with the archive. */

import { formatTable } from '../../src/cli/print/format.ts'
import type { Figure } from '../bars.ts'
import type { Row } from './rows.ts'

/** Compares each size with the smallest one measured. */
export function growthFigures(rows: readonly Row[]): readonly Figure[] {
  const [first, ...larger] = rows
  const last = rows.at(-1)
  if (first === undefined || last === undefined) return []
  return [
    ...larger.flatMap((row) => ratios(first, row)),
    ...rows.map((row) => ({
      name: `${row.times}×: peak memory`,
      value: row.peakBytes / 1e9,
      unit: 'GB' as const,
      atMost: 0.9,
      note: 'resident memory of the whole process',
    })),
    {
      name: 'articles',
      value: last.articles,
      unit: 'articles',
      note: `of ${last.files} files, ${Math.round(last.corpusBytes / 1e6)} MB; several files may be one article`,
    },
    ...(larger.length === 0 ? [] : [vocabularyFigure(first, last)]),
  ]
}

function vocabularyFigure(first: Row, last: Row): Figure {
  const grown = Math.log(last.words / first.words) / Math.log(last.corpusBytes / first.corpusBytes)
  const note = 'the power of the text by which the number of different terms grows (Heaps)'
  return { name: 'growth of the vocabulary', value: grown, unit: 'share', note }
}

function ratios(first: Row, row: Row): readonly Figure[] {
  const grown = row.corpusBytes / first.corpusBytes
  return [
    {
      name: `${row.times}×: building beside linear`,
      value: row.seconds / first.seconds / grown,
      unit: '×',
      atMost: 1.15,
      note: `of the time of ${first.times}×, by bytes of articles`,
    },
    {
      name: `${row.times}×: query p95 beside linear`,
      value: row.p95Ms / first.p95Ms / grown,
      unit: '×',
      atMost: 1,
      note: `${row.p95Ms.toFixed(2)} ms, ten hits with snippets`,
    },
  ]
}

export function growthTable(rows: readonly Row[]): string {
  const head = [
    '',
    'files',
    'articles',
    'failed',
    'MB',
    'terms',
    'seconds',
    'MB/s',
    'peak MB',
    'index MB',
    'p50 ms',
    'p95 ms',
  ]
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0)
  const cells = rows.map((row) => [
    `${row.times}×`,
    String(row.files),
    String(row.articles),
    String(row.failedFetches),
    megabytes(row.corpusBytes),
    String(row.words),
    row.seconds.toFixed(1),
    (row.corpusBytes / 1e6 / row.seconds).toFixed(1),
    megabytes(row.peakBytes),
    megabytes(row.indexBytes),
    row.p50Ms.toFixed(2),
    row.p95Ms.toFixed(2),
  ])
  return formatTable(
    [head, ...cells],
    head.map(() => 'right'),
  ).join('\n')
}
