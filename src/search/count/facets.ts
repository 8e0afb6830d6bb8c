/**
 * Counts matches by source, time, status, language, author and tag. A group of copies counts once in every value that one of its
 * copies has, so that each number is what a search finds that asks for the value as well.
 */

import { STATUSES } from '../../corpus/article.ts'
import { elementAt } from '../../element-at.ts'
import { monthText } from '../../index/columns/dates.ts'
import { LANGUAGES } from '../../text/language.ts'
import type { FacetCount, Facets } from '../answers/result.ts'
import type { PartedMatches } from '../lists/collapse.ts'
import type { IndexView } from '../lists/index-view.ts'
import type { SegmentSets } from '../lists/segment-sets.ts'
import { countByValue, countPassing, type ValueCount } from './count-texts.ts'
import { type Dimensions, monthOfPeriod, readDimensions } from './facet-columns.ts'
import { countLabels } from './facet-labels.ts'

/** So many sources are named; the others are counted together. */
const NAMED_SOURCES = 50

/**
 * @param matches all copies of each text
 * @param isFolded copies are shown as one; false: each counts by itself
 */
export async function countFacets(
  view: IndexView,
  matches: SegmentSets,
  isFolded: boolean,
): Promise<Facets> {
  const parted = isFolded ? view.duplicates.part(matches) : { singles: matches, groups: [] }
  const dimensions = await readDimensions(view)
  const { months, years, statuses, languages } = dimensions
  const monthName = (period: number) => monthText(monthOfPeriod(period))
  return {
    ...countSources(parted, dimensions),
    months: nameCounts(countByValue(parted, months), monthName),
    years: nameCounts(countByValue(parted, years), yearName),
    statuses: mostFirst(
      nameCounts(countByValue(parted, statuses), (place) => elementAt(STATUSES, place)),
    ),
    languages: mostFirst(
      nameCounts(countByValue(parted, languages), (place) => elementAt(LANGUAGES, place)),
    ),
    authors: await countLabels(view, parted, 'author'),
    tags: await countLabels(view, parted, 'tag'),
  }
}

function countSources(
  parted: PartedMatches,
  { sources, sourceNames }: Dimensions,
): Pick<Facets, 'sources' | 'elsewhere'> {
  const counts = countByValue(parted, sources)
  const all = mostFirst(nameCounts(counts, (place) => elementAt(sourceNames, place)))
  const named = all.slice(0, NAMED_SOURCES)
  if (named.length === all.length) return { sources: named, elsewhere: 0 }
  const names = new Set(named.map(({ value }) => value))
  const isNamed = sourceNames.map((name) => names.has(name))
  return {
    sources: named,
    elsewhere: countPassing(parted, sources, (source) => !elementAt(isNamed, source)),
  }
}

function nameCounts<Name extends string>(
  counts: readonly ValueCount[],
  nameOf: (value: number) => Name,
): readonly FacetCount<Name>[] {
  return counts.map(({ value, texts }) => ({ value: nameOf(value), articles: texts }))
}

function yearName(year: number): string {
  return year === 0 ? '' : String(year).padStart(4, '0')
}

function mostFirst<Count extends FacetCount>(counts: readonly Count[]): readonly Count[] {
  return counts.toSorted((a, b) => b.articles - a.articles || (a.value < b.value ? -1 : 1))
}
