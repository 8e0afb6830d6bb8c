/**
 * Counts matches by source, month, status and language, in one walk over them and their columns, and by author and tag. The counts
 * of each facet but these add up
 * to the total: of copies of one text the one that is shown counts, so that a source may have more when it is asked for alone.
 */

import { STATUSES } from '../../corpus/article.ts'
import { integerAt } from '../../element-at.ts'
import { monthOf, monthText } from '../../index/columns/dates.ts'
import { statusNumber } from '../../index/columns/statuses.ts'
import { LANGUAGES } from '../../text/language.ts'
import type { FacetCount, Facets } from '../answers/result.ts'
import { type ArticleSet, setOf } from '../lists/article-sets.ts'
import type { IndexView, SegmentView } from '../lists/index-view.ts'
import { findLabels, type LabelKind, visitLabelled } from '../lists/labels.ts'

/** So many authors and tags are named. */
const NAMED_LABELS = 50

/** So many sources are named; the others are counted together. */
const NAMED_SOURCES = 50

interface Tally {
  readonly sources: Map<string, number>
  /** Keys are YYYYMM; 0: no date. */
  readonly months: Map<number, number>
  readonly statuses: Uint32Array
  readonly languages: Uint32Array
}

/** @param matches one set for each segment of the view */
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
    await countSegment(segment, setOf(matches, number), tally)
  return {
    ...sourceFacet(tally.sources),
    months: [...tally.months]
      .sort(([a], [b]) => a - b)
      .map(([month, articles]) => ({ value: monthText(month), articles })),
    statuses: namedCounts(STATUSES, tally.statuses),
    languages: namedCounts(LANGUAGES, tally.languages),
    authors: await labelFacet(view, matches, 'author'),
    tags: await labelFacet(view, matches, 'tag'),
  }
}

/** Counts the labels of the matches; an article may have several. */
async function labelFacet(
  view: IndexView,
  matches: readonly ArticleSet[],
  kind: LabelKind,
): Promise<readonly FacetCount[]> {
  const counts = new Map<string, number>()
  for (const [number, { segment }] of view.segments.entries()) {
    const labels = await findLabels(segment, kind, () => true)
    if (labels.length === 0) continue
    const isMatch = new Uint32Array(segment.meta.articles)
    for (const article of setOf(matches, number)) isMatch[article] = 1
    for (const label of labels) {
      let articles = 0
      await visitLabelled(segment, label, (article) => {
        articles += integerAt(isMatch, article)
      })
      addCount(counts, label.label.written, articles)
    }
  }
  const all = [...counts].map(([value, articles]) => ({ value, articles }))
  return mostFirst(all).slice(0, NAMED_LABELS)
}

async function countSegment(
  { segment }: SegmentView,
  matches: ArticleSet,
  tally: Tally,
): Promise<void> {
  if (matches.length === 0) return
  const [sources, dates, statuses, languages] = await Promise.all([
    segment.column('sources'),
    segment.column('dates'),
    segment.column('statuses'),
    segment.column('languages'),
  ])
  const bySource = new Uint32Array(segment.meta.sources.length)
  let [month, run] = [-1, 0]
  for (const article of matches) {
    increment(bySource, integerAt(sources, article))
    increment(tally.statuses, statusNumber(integerAt(statuses, article)))
    increment(tally.languages, integerAt(languages, article))
    // Neighbours are often of one month: the map is asked once for all of them.
    const here = monthOf(integerAt(dates, article))
    if (here !== month) {
      addCount(tally.months, month, run)
      month = here
      run = 0
    }
    run++
  }
  addCount(tally.months, month, run)
  for (const [number, name] of segment.meta.sources.entries())
    addCount(tally.sources, name, integerAt(bySource, number))
}

function increment(counts: Uint32Array, place: number): void {
  counts[place] = integerAt(counts, place) + 1
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
  const all = names.map((value, number) => ({ value, articles: integerAt(counts, number) }))
  return mostFirst(all.filter(({ articles }) => articles > 0))
}

function mostFirst<Count extends FacetCount>(counts: readonly Count[]): readonly Count[] {
  return counts.toSorted((a, b) => b.articles - a.articles || (a.value < b.value ? -1 : 1))
}
