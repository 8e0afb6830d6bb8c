/** Counts what an index holds, from its columns. */

import { elementAt, integerAt } from '../element-at.ts'
import { countMonths, dateText, monthOf } from '../index/columns/dates.ts'
import type { ArticlePlace } from '../index/generation/article-place.ts'
import type { LiveSegment, Snapshot } from '../index/generation/snapshot.ts'
import { createDuplicateTable } from '../search/lists/collapse.ts'
import type { IndexStats, MonthCount, SourceCount } from './backend.ts'
import { countText, createTally, type Row, type Tally } from './stats-tally.ts'

const RECENT_MONTHS = 24

export async function countIndex(snapshot: Snapshot, builtAt: string): Promise<IndexStats> {
  const tally = createTally()
  await countArticles(snapshot, tally)
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

async function countArticles({ segments, duplicates }: Snapshot, tally: Tally): Promise<void> {
  const columns = await Promise.all(segments.map(readColumns))
  const table = createDuplicateTable(
    duplicates,
    segments.map(({ segment }) => segment.meta.articles),
  )
  const rowOf = ({ segment, article }: ArticlePlace): Row => {
    const { names, sources, statuses, dates } = elementAt(columns, segment)
    const source = elementAt(names, integerAt(sources, article))
    return { status: integerAt(statuses, article), source, date: integerAt(dates, article) }
  }
  const { singles, groups } = table.part(segments.map(listLive))
  for (const [segment, set] of singles.entries())
    for (const article of set) countText(tally, [rowOf({ segment, article })])
  for (const group of groups) countText(tally, group.map(rowOf))
}

async function readColumns({ segment }: LiveSegment) {
  return {
    names: segment.meta.sources,
    sources: await segment.column('sources'),
    statuses: await segment.column('statuses'),
    dates: await segment.column('dates'),
  }
}

function listLive({ segment, deleted }: LiveSegment): Uint32Array {
  const all = Uint32Array.from({ length: segment.meta.articles }, (_, article) => article)
  return all.filter((article) => !deleted.has(article))
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
