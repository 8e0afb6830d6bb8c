/** Counts what an index holds, from its columns. */

import type { Status } from '../corpus/article.ts'
import { elementAt, integerAt } from '../element-at.ts'
import { countMonths, dateText, monthOf } from '../index/columns/dates.ts'
import { isTruncated, statusOf } from '../index/columns/statuses.ts'
import type { LiveSegment, Snapshot } from '../index/generation/snapshot.ts'
import type { IndexStats, MonthCount, SourceCount } from './backend.ts'

const RECENT_MONTHS = 24

interface SourceTally {
  articles: number
  failed: number
  lastDate: number
  /** Articles by month; the key is year × 12 + month. */
  readonly months: Map<number, number>
}

interface Tally {
  readonly byStatus: Map<Status, number>
  readonly sources: Map<string, SourceTally>
  readonly months: Map<string, { articles: number; failed: number }>
  truncated: number
  firstDate: number
  lastDate: number
}

export async function countIndex(snapshot: Snapshot, builtAt: string): Promise<IndexStats> {
  const tally: Tally = {
    byStatus: new Map(),
    sources: new Map(),
    months: new Map(),
    truncated: 0,
    firstDate: Number.POSITIVE_INFINITY,
    lastDate: 0,
  }
  for (const live of snapshot.segments) await countSegment(live, tally)
  const { manifest, segments } = snapshot
  return {
    generation: manifest.generation,
    builtAt,
    articles: snapshot.articles,
    byStatus: Object.fromEntries(tally.byStatus),
    truncated: tally.truncated,
    terms: segments.reduce((sum, { segment }) => sum + segment.meta.words, 0),
    segments: segments.length,
    indexBytes: snapshot.byteLength,
    firstDate: tally.lastDate === 0 ? '' : dateText(tally.firstDate),
    lastDate: dateText(tally.lastDate),
    sources: sourceCounts(tally),
    months: monthCounts(tally),
  }
}

async function countSegment({ segment, deleted }: LiveSegment, tally: Tally): Promise<void> {
  const statuses = await segment.column('statuses')
  const sources = await segment.column('sources')
  const dates = await segment.column('dates')
  for (let article = 0; article < segment.meta.articles; article++) {
    if (deleted.has(article)) continue
    const status = integerAt(statuses, article)
    countArticle(
      tally,
      statusOf(status),
      elementAt(segment.meta.sources, integerAt(sources, article)),
      integerAt(dates, article),
    )
    if (isTruncated(status)) tally.truncated++
  }
}

function countArticle(tally: Tally, status: Status, source: string, date: number): void {
  tally.byStatus.set(status, (tally.byStatus.get(status) ?? 0) + 1)
  const counts = tally.sources.get(source) ?? {
    articles: 0,
    failed: 0,
    lastDate: 0,
    months: new Map<number, number>(),
  }
  counts.articles++
  if (status !== 'article') counts.failed++
  counts.lastDate = Math.max(counts.lastDate, date)
  if (isMonthKnown(date)) {
    const month = countMonths(monthOf(date))
    counts.months.set(month, (counts.months.get(month) ?? 0) + 1)
  }
  tally.sources.set(source, counts)
  countMonth(tally, status, dateText(date).slice(0, MONTH_UNITS))
  if (date > 0) tally.firstDate = Math.min(tally.firstDate, date)
  tally.lastDate = Math.max(tally.lastDate, date)
}

/** A date may be a year alone, or none. */
function isMonthKnown(date: number): boolean {
  return monthOf(date) % 100 > 0
}

/** YYYY-MM */
const MONTH_UNITS = 7

function countMonth({ months }: Tally, status: Status, month: string): void {
  const counts = months.get(month) ?? { articles: 0, failed: 0 }
  counts.articles++
  if (status !== 'article') counts.failed++
  months.set(month, counts)
}

function monthCounts({ months }: Tally): readonly MonthCount[] {
  const rows = [...months].map(([month, counts]) => ({ month, ...counts }))
  return rows.sort((a, b) => (a.month < b.month ? 1 : -1))
}

function sourceCounts(tally: Tally): readonly SourceCount[] {
  const first = countMonths(monthOf(tally.lastDate)) - RECENT_MONTHS + 1
  return [...tally.sources]
    .map(([source, { months, lastDate, ...counts }]) => ({
      source,
      ...counts,
      lastDate: dateText(lastDate),
      recent: Array.from({ length: RECENT_MONTHS }, (_, i) => months.get(first + i) ?? 0),
    }))
    .sort((a, b) => b.articles - a.articles || (a.source < b.source ? -1 : 1))
}
