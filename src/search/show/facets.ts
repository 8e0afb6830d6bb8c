/**
 * How the articles that were found part by source, month, status and language: one walk over them and their columns, so the cost
 * is a few nanoseconds an article whatever was asked. The counts of each facet add up to the total:
 * of copies of one text the one that is shown counts, so a source may have more when it is asked for alone.
 */

import { STATUSES } from '../../corpus/article.ts'
import { monthOf, monthText } from '../../index/columns/dates.ts'
import { statusNumber } from '../../index/columns/statuses.ts'
import { LANGUAGES } from '../../text/language.ts'
import type { FacetCount, Facets } from '../answers/result.ts'
import type { ArticleSet } from '../lists/article-sets.ts'
import type { IndexView, SegmentView } from '../lists/index-view.ts'

/** So many sources are named; a reader looks at a dozen. */
const NAMED_SOURCES = 50

interface Tally {
  readonly sources: Map<string, number>
  /** By YYYYMM; 0: no date. */
  readonly months: Map<number, number>
  readonly statuses: Uint32Array
  readonly languages: Uint32Array
}

/** @param matches one set a segment of the view */
export async function countFacets(
  view: IndexView,
  matches: readonly ArticleSet[],
): Promise<Facets> {
  const tally: Tally = {
    sources: new Map(),
    months: new Map(),
    statuses: new Uint32Array(STATUSES.length),
    languages: new Uint32Array(LANGUAGES.length),
  }
  for (const [number, segment] of view.segments.entries())
    await countSegment(segment, matches[number] ?? new Uint32Array(0), tally)
  return {
    ...sourceFacet(tally.sources),
    months: [...tally.months]
      .sort(([a], [b]) => a - b)
      .map(([month, articles]) => ({ value: monthText(month), articles })),
    statuses: namedCounts(STATUSES, tally.statuses),
    languages: namedCounts(LANGUAGES, tally.languages),
  }
}

async function countSegment(
  { segment }: SegmentView,
  matches: ArticleSet,
  tally: Tally,
): Promise<void> {
  if (matches.length === 0) return
  const columns = (['sources', 'dates', 'statuses', 'languages'] as const).map((name) =>
    segment.column(name),
  )
  const [sources, dates, statuses, languages] = await Promise.all(columns)
  const bySource = new Uint32Array(segment.meta.sources.length)
  let [month, run] = [-1, 0]
  for (const article of matches) {
    increment(bySource, sources?.[article] ?? 0)
    increment(tally.statuses, statusNumber(statuses?.[article] ?? 0))
    increment(tally.languages, languages?.[article] ?? 0)
    // Neighbours are often of one month: the map is asked once for all of them.
    const here = monthOf(dates?.[article] ?? 0)
    if (here !== month) {
      addCount(tally.months, month, run)
      month = here
      run = 0
    }
    run++
  }
  addCount(tally.months, month, run)
  for (const [number, count] of bySource.entries())
    addCount(tally.sources, segment.meta.sources[number] ?? '', count)
}

function increment(counts: Uint32Array, place: number): void {
  counts[place] = (counts[place] ?? 0) + 1
}

function addCount<Key>(counts: Map<Key, number>, key: Key, count: number): void {
  if (count > 0) counts.set(key, (counts.get(key) ?? 0) + count)
}

function sourceFacet(counts: ReadonlyMap<string, number>): Pick<Facets, 'sources' | 'elsewhere'> {
  const all = mostFirst([...counts].map(([value, articles]) => ({ value, articles })))
  const rest = all.slice(NAMED_SOURCES)
  const elsewhere = rest.reduce((sum, { articles }) => sum + articles, 0)
  return { sources: all.slice(0, NAMED_SOURCES), elsewhere }
}

function namedCounts<Name extends string>(
  names: readonly Name[],
  counts: Uint32Array,
): readonly FacetCount<Name>[] {
  const all = names.map((value, number) => ({ value, articles: counts[number] ?? 0 }))
  return mostFirst(all.filter(({ articles }) => articles > 0))
}

function mostFirst<Count extends FacetCount>(counts: readonly Count[]): readonly Count[] {
  return counts.toSorted((a, b) => b.articles - a.articles || (a.value < b.value ? -1 : 1))
}
