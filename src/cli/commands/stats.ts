/** `souwen stats` prints how much the index holds, from which sources and months. */

import type { FetchFailure, IndexStats } from '../../backend/backend.ts'
import { openIndex } from '../../engine.ts'
import { type ExitCode, exitCodes } from '../print/exit-code.ts'
import { formatCount, formatMegabytes, formatTable } from '../print/format.ts'
import { escapeJson, neutralize } from '../print/neutralize.ts'
import { print } from '../print/output.ts'

export interface StatsOptions {
  readonly index: string
  readonly json?: boolean
  /** Lists the pages whose fetch brought no article. */
  readonly failed?: boolean
}

/** So many sources are listed; `--json` has them all. */
const topSources = 15

export async function stats(options: StatsOptions): Promise<ExitCode> {
  const backend = await openIndex(options.index)
  try {
    const text = options.failed
      ? formatFetchFailures(await backend.failed(), options)
      : formatFigures(await backend.stats(), options)
    print(text)
    return exitCodes.ok
  } finally {
    await backend.close()
  }
}

function formatFigures(figures: IndexStats, { json }: StatsOptions): string {
  return json ? `${escapeJson(figures)}\n` : formatStats(figures)
}

/** Writes a line for each page, with status, date, source and address between tabs, for other programs to read. */
function formatFetchFailures(failed: readonly FetchFailure[], { json }: StatsOptions): string {
  if (json) return `${escapeJson(failed)}\n`
  const rows = failed.map(({ status, date, source, url }) => [status, date, source, url])
  return rows.map((row) => `${row.map(neutralize).join('\t')}\n`).join('')
}

export function formatStats(stats: IndexStats): string {
  const lines = [
    ...formatTable(listFigures(stats), ['left', 'right']),
    ...formatDates(stats),
    ...formatSources(stats),
    ...formatMonths(stats),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function listFigures(stats: IndexStats): string[][] {
  const statuses = Object.entries(stats.byStatus).sort(([, a], [, b]) => b - a)
  return [
    ['articles', formatCount(stats.articles)],
    ...statuses.map(([status, articles]) => [`  ${status}`, formatCount(articles)]),
    ['truncated', formatCount(stats.truncated)],
    ['terms', formatCount(stats.terms)],
    ['segments', formatCount(stats.segments)],
    ['generation', formatCount(stats.generation)],
    ['index', formatMegabytes(stats.indexBytes)],
  ]
}

function formatDates({ firstDate, lastDate }: IndexStats): string[] {
  return firstDate === '' ? [] : [`dated ${firstDate} to ${lastDate}`]
}

/** So many months are listed, the newest first; `--json` has them all. */
const lastMonths = 12

function formatMonths({ months }: IndexStats): string[] {
  const rows = months
    .slice(0, lastMonths)
    .map((row) => [row.month || '(no date)', formatCount(row.articles), formatCount(row.failed)])
  if (rows.length === 0) return []
  return [
    '',
    ...formatTable([['month', 'articles', 'failed'], ...rows], ['left', 'right', 'right']),
  ]
}

function formatSources({ sources }: IndexStats): string[] {
  if (sources.length === 0) return []
  const rows = sources
    .slice(0, topSources)
    .map((row) => [
      neutralize(row.source) || '(no source)',
      formatCount(row.articles),
      formatCount(row.failed),
      row.lastDate,
    ])
  const more = sources.length - rows.length
  return [
    '',
    ...formatTable(
      [['source', 'articles', 'failed', 'newest'], ...rows],
      ['left', 'right', 'right', 'left'],
    ),
    ...(more > 0 ? [`and ${formatCount(more)} more`] : []),
  ]
}
