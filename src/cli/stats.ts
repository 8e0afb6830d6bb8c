/** `souwen stats`: how much the index holds, of what, from where and when. */

import type { IndexStats } from '../backend/backend.ts'
import { openIndex } from '../engine.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { count, megabytes, table } from './format.ts'
import { harmless, harmlessJson } from './harmless.ts'

export interface StatsOptions {
  readonly index: string
  readonly json?: boolean
}

/** More sources than this tell nobody anything; `--json` has them all. */
const topSources = 15

export async function stats(options: StatsOptions): Promise<ExitCode> {
  const backend = await openIndex(options.index)
  try {
    const figures = await backend.stats()
    process.stdout.write(options.json ? `${harmlessJson(figures)}\n` : statsText(figures))
    return exitCodes.ok
  } finally {
    await backend.close()
  }
}

export function statsText(stats: IndexStats): string {
  const lines = [
    ...table(figureRows(stats), ['left', 'right']),
    ...dateLines(stats),
    ...sourceLines(stats),
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
