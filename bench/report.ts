/** The tables of a run, for the terminal and as Markdown for a file. */

import { cpus, loadavg, totalmem } from 'node:os'
import { type Alignment, formatTable } from '../src/cli/print/format.ts'
import { barText, closingLine, type Figure, figureText, verdictText } from './bars.ts'
import type { Comparison } from './contenders/comparison.ts'
import type { Contender } from './contenders/contender.ts'

export interface Report {
  /** One line that names what was measured and on which machine. */
  readonly subject: string
  readonly figures: readonly Figure[]
  readonly comparison: Comparison | undefined
}

interface Table {
  readonly rows: readonly (readonly string[])[]
  readonly alignments: readonly Alignment[]
}

export function terminalText(report: Report): string {
  const parts = [report.subject, aligned(figureTable(report.figures))]
  if (report.comparison !== undefined) {
    parts.push(report.comparison.subject, aligned(comparisonTable(report.comparison)))
  }
  return `\n${parts.join('\n\n')}\n\n${closingLine(report.figures)}\n`
}

export function markdownText(report: Report): string {
  const parts = ['# Bench', report.subject, piped(figureTable(report.figures))]
  if (report.comparison !== undefined) {
    parts.push(report.comparison.subject, piped(comparisonTable(report.comparison)))
  }
  return `${parts.join('\n\n')}\n\n${closingLine(report.figures)}\n`
}

/** 'Node v20.20.2, 2 × Some Processor, 24 GiB of memory, load 0.1': a busy machine explains slow figures. */
export function machineText(): string {
  const processors = cpus()
  const model = processors[0]?.model.trim() || 'unknown processor'
  const memory = Math.round(totalmem() / 2 ** 30)
  const load = (loadavg()[0] ?? 0).toFixed(1)
  return `Node ${process.version}, ${processors.length} × ${model}, ${memory} GiB of memory, load ${load}`
}

/** One line a figure. */
export function figuresText(figures: readonly Figure[]): string {
  return aligned(figureTable(figures))
}

function figureTable(figures: readonly Figure[]): Table {
  const rows = figures.map((figure) => [
    figure.name,
    figureText(figure),
    barText(figure),
    verdictText(figure),
    figure.note ?? '',
  ])
  return {
    rows: [['', 'figure', 'bar', '', 'how'], ...rows],
    alignments: ['left', 'right', 'right', 'left', 'left'],
  }
}

function comparisonTable({ souwen, miniSearch }: Comparison): Table {
  const row = (figureOf: (contender: Contender) => Figure): string[] => [
    figureOf(souwen).name,
    figureText(figureOf(souwen)),
    figureText(figureOf(miniSearch)),
  ]
  return {
    rows: [
      ['', 'souwen', 'MiniSearch'],
      row(({ build }) => build),
      row(({ load }) => load),
      row(({ p50 }) => p50),
      row(({ p95 }) => p95),
      row(({ bytes }) => bytes),
    ],
    alignments: ['left', 'right', 'right'],
  }
}

function aligned({ rows, alignments }: Table): string {
  return formatTable(rows, alignments).join('\n')
}

function piped({ rows: [head = [], ...rows], alignments }: Table): string {
  const rule = alignments.map((alignment) => (alignment === 'right' ? '---:' : '---'))
  return [head, rule, ...rows]
    .map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')
}
