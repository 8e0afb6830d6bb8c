/** Adds up what an index holds, text by text. */

import type { Status } from '../corpus/article.ts'
import { countMonths, dateText, monthOf } from '../index/columns/dates.ts'
import { isTruncated, isWithoutArticle, statusOf } from '../index/columns/statuses.ts'

interface SourceTally {
  articles: number
  failed: number
  lastDate: number
  /** Texts by month; the key is year × 12 + month. */
  readonly months: Map<number, number>
}

export interface Tally {
  readonly byStatus: Map<Status, number>
  readonly sources: Map<string, SourceTally>
  readonly months: Map<string, { articles: number; failed: number }>
  truncated: number
  firstDate: number
  lastDate: number
}

export function createTally(): Tally {
  return {
    byStatus: new Map(),
    sources: new Map(),
    months: new Map(),
    truncated: 0,
    firstDate: Number.POSITIVE_INFINITY,
    lastDate: 0,
  }
}

/** What is counted of an article. */
export interface Row {
  /** As it is packed, with whether the article was cut off. */
  readonly status: number
  readonly source: string
  readonly date: number
}

/** Counts a text once in each source and month that one of its copies has, as a search for these finds it. */
export function countText(tally: Tally, copies: readonly Row[]): void {
  for (const [source, rows] of groupRows(copies, (row) => row.source))
    countInSource(tally, source, rows)
  for (const [month, rows] of groupRows(copies, ({ date }) => dateText(date).slice(0, MONTH_UNITS)))
    countMonth(tally, month, rows)
  for (const { status, date } of copies) {
    const name = statusOf(status)
    tally.byStatus.set(name, (tally.byStatus.get(name) ?? 0) + 1)
    if (isTruncated(status)) tally.truncated++
    if (date > 0) tally.firstDate = Math.min(tally.firstDate, date)
    tally.lastDate = Math.max(tally.lastDate, date)
  }
}

function groupRows<Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): ReadonlyMap<Key, readonly Row[]> {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}

function countInSource(tally: Tally, source: string, rows: readonly Row[]): void {
  const counts = tally.sources.get(source) ?? {
    articles: 0,
    failed: 0,
    lastDate: 0,
    months: new Map<number, number>(),
  }
  counts.articles++
  if (rows.some(isFailed)) counts.failed++
  counts.lastDate = Math.max(counts.lastDate, ...rows.map(({ date }) => date))
  const months = rows.filter(({ date }) => isMonthKnown(date)).map(({ date }) => monthOf(date))
  for (const month of new Set(months.map(countMonths)))
    counts.months.set(month, (counts.months.get(month) ?? 0) + 1)
  tally.sources.set(source, counts)
}

function isFailed({ status }: Row): boolean {
  return isWithoutArticle(status)
}

/** A date may be a year alone, or none. */
function isMonthKnown(date: number): boolean {
  return monthOf(date) % 100 > 0
}

/** YYYY-MM */
const MONTH_UNITS = 7

function countMonth({ months }: Tally, month: string, rows: readonly Row[]): void {
  const counts = months.get(month) ?? { articles: 0, failed: 0 }
  counts.articles++
  if (rows.some(isFailed)) counts.failed++
  months.set(month, counts)
}
