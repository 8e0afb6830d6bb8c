/** `souwen stats`: how much the index holds, of what, from where and when. */

import type { FetchFailure, IndexStats } from '../../backend/backend.ts'
import { openIndex } from '../../engine.ts'
import { type ExitCode, exitCodes } from '../print/exit-code.ts'
import { count, megabytes, table } from '../print/format.ts'
import { harmless, harmlessJson } from '../print/harmless.ts'
import { print } from '../print/output.ts'

export interface StatsOptions {
  readonly index: string
  readonly json?: boolean
  /** List the pages whose fetch brought no article. */
  readonly failed?: boolean
}

/** More sources than this tell nobody anything; `--json` has them all. */
const topSources = 15

export async function stats(options: StatsOptions): Promise<ExitCode> {
  const backend = await openIndex(options.index)
  try {
    const text = options.failed
      ? failedText(await backend.failed(), options)
      : figuresText(await backend.stats(), options)
    print(text)
    return exitCodes.ok
  } finally {
    await backend.close()
  }
}

function figuresText(figures: IndexStats, { json }: StatsOptions): string {
  return json ? `${harmlessJson(figures)}\n` : statsText(figures)
}

/** A line a page: what went wrong, date, source, address; nothing else, for other programs to read. */
function failedText(failed: readonly FetchFailure[], { json }: StatsOptions): string {
  if (json) return `${harmlessJson(failed)}\n`
  const rows = failed.map(({ status, date, source, url }) => [status, date, source, url])
  return rows.map((row) => `${row.map(harmless).join('\t')}\n`).join('')
}

export function statsText(stats: IndexStats): string {
  const lines = [
    ...table(figureRows(stats), ['left', 'right']),
    ...dateLines(stats),
    ...sourceLines(stats),
    ...monthLines(stats),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function figureRows(stats: IndexStats): string[][] {
  const statuses = Object.entries(stats.byStatus).sort(([, a], [, b]) => b - a)
  return [
    ['articles', count(stats.articles)],
    ...statuses.map(([status, articles]) => [`  ${status}`, count(articles)]),
    ['truncated', count(stats.truncated)],
    ['terms', count(stats.terms)],
    ['segments', count(stats.segments)],
    ['generation', count(stats.generation)],
    ['index', megabytes(stats.indexBytes)],
  ]
}

function dateLines({ firstDate, lastDate }: IndexStats): string[] {
  return firstDate === '' ? [] : [`dated ${firstDate} to ${lastDate}`]
}

/** A year is what anyone wants to see at once. */
const lastMonths = 12

function monthLines({ months }: IndexStats): string[] {
  const rows = months
    .slice(0, lastMonths)
    .map((row) => [row.month || '(no date)', count(row.articles), count(row.failed)])
  if (rows.length === 0) return []
  return ['', ...table([['month', 'articles', 'failed'], ...rows], ['left', 'right', 'right'])]
}

function sourceLines({ sources }: IndexStats): string[] {
  if (sources.length === 0) return []
  const rows = sources
    .slice(0, topSources)
    .map((row) => [
      harmless(row.source) || '(no source)',
      count(row.articles),
      count(row.failed),
      row.lastDate,
    ])
  const more = sources.length - rows.length
  return [
    '',
    ...table(
      [['source', 'articles', 'failed', 'newest'], ...rows],
      ['left', 'right', 'right', 'left'],
    ),
    ...(more > 0 ? [`and ${count(more)} more`] : []),
  ]
}
