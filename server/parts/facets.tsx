/** Counts what was found by source, time, status and language. Each count links to the search narrowed to it. */

import type { FacetCount, Facets, SearchFilters } from '../../src/search/answers/result.ts'
import type { Messages } from '../messages/messages.ts'
import { linkToSearch } from '../parameters/addresses.ts'
import { addCondition, addFilters, addPeriod } from '../parameters/filter-links.ts'
import type { SearchState } from '../parameters/parameters.ts'
import { shorten } from '../text/neutralize.ts'

interface FacetsProps {
  readonly messages: Messages
  readonly state: SearchState
  readonly facets: Facets
}

/** So many sources are shown at once; the others unfold. */
const sourcesAtOnce = 8

export function FacetsView({ messages, state, facets }: FacetsProps) {
  const words = messages.facets
  const entries = listEntries({ messages, state, facets })
  return (
    <aside class="facets" id="facets" aria-label={words.label}>
      <Sources messages={messages} state={state} facets={facets} />
      <Facet title={words.time} entries={entries.periods} />
      <Facet title={words.tagTitle} entries={entries.tags} />
      <Facet title={words.authorTitle} entries={entries.authors} />
      <Facet title={words.languageTitle} entries={entries.languages} />
      <Facet title={words.statusTitle} entries={entries.statuses} />
    </aside>
  )
}

interface Entry {
  readonly text: string
  /** The number of articles, as it is shown. */
  readonly count: string
  /** Absent where no filter says the same. */
  readonly address?: string
}

function listEntries({ messages, state, facets }: FacetsProps) {
  const { facets: words, count } = messages
  const to = (filters: SearchFilters) => linkToSearch(addFilters(state, filters))
  const labelEntry =
    (name: 'tag' | 'author') =>
    (label: FacetCount): Entry => ({
      text: shorten(label.value, 40),
      count: count(label.articles),
      address: linkToSearch(addCondition(state, { kind: name, text: label.value })),
    })
  const isLong = facets.years.filter(({ value }) => value !== '').length > 1
  const periodEntry = ({ value, articles }: FacetCount): Entry => {
    const entry = { text: value || words.undated, count: count(articles) }
    // A year among months is of articles that have no month, and no filter says that.
    const hasFilter = value !== '' && (isLong || value.length > YEAR_UNITS)
    return hasFilter ? { ...entry, address: linkToSearch(addPeriod(state, value)) } : entry
  }
  return {
    periods: newestFirst(isLong ? facets.years : facets.months).map(periodEntry),
    tags: facets.tags.map(labelEntry('tag')),
    authors: facets.authors.map(labelEntry('author')),
    languages: facets.languages.map(({ value, articles }) => ({
      text: words.language[value],
      count: count(articles),
      address: to({ language: value }),
    })),
    statuses: facets.statuses.map(({ value, articles }) => ({
      text: words.status[value],
      count: count(articles),
      address: to({ status: value }),
    })),
  }
}

/** YYYY */
const YEAR_UNITS = 4

/** What has no date comes last, as the oldest. */
function newestFirst(periods: readonly FacetCount[]): readonly FacetCount[] {
  return periods.toSorted((a, b) => (a.value < b.value ? 1 : -1))
}

function Sources({ messages, state, facets }: FacetsProps) {
  const { source: title, noSource, elsewhere, more } = messages.facets
  const { count } = messages
  const entryOf = ({ value, articles }: FacetCount): Entry =>
    value === ''
      ? { text: noSource, count: count(articles) }
      : {
          text: shorten(value, 40),
          count: count(articles),
          address: linkToSearch(addFilters(state, { sourceIs: value })),
        }
  const rest = facets.sources.slice(sourcesAtOnce).map(entryOf)
  if (facets.elsewhere > 0) rest.push({ text: elsewhere, count: count(facets.elsewhere) })
  if (facets.sources.length < 2) return null
  return (
    <section>
      <h2>{title}</h2>
      <Entries entries={facets.sources.slice(0, sourcesAtOnce).map(entryOf)} />
      {rest.length > 0 && (
        <details>
          <summary>{more(rest.length)}</summary>
          <Entries entries={rest} />
        </details>
      )}
    </section>
  )
}

/** Shows nothing for a single entry, which would tell nothing. */
function Facet({ title, entries }: { readonly title: string; readonly entries: readonly Entry[] }) {
  if (entries.length < 2) return null
  return (
    <section>
      <h2>{title}</h2>
      <Entries entries={entries} />
    </section>
  )
}

function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <ul>
      {entries.map(({ text, count, address }) => (
        <li>
          {address === undefined ? (
            <span>{text}</span>
          ) : (
            <a href={address}>
              <bdi>{text}</bdi>
            </a>
          )}
          <small>{count}</small>
        </li>
      ))}
    </ul>
  )
}
