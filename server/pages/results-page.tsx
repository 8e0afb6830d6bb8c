/** Shows the answer to a search: how many articles, in which order, and the results themselves. */

import type { Hit, SearchResult } from '../../src/search/answers/result.ts'
import type { PageProps } from '../http/requests.ts'
import { linkToSearch } from '../parameters/addresses.ts'
import { pageSize, type SearchState } from '../parameters/parameters.ts'
import { FacetsView } from '../parts/facets.tsx'
import { FilterChips } from '../parts/filter-chips.tsx'
import { Histogram } from '../parts/histogram.tsx'
import { HitView } from '../parts/hit.tsx'
import { NoSuchPage, NothingFound } from '../parts/nothing-found.tsx'
import { DidYouMean, FoundInPages, Warnings } from '../parts/notices.tsx'
import { findNeighbours, Pager } from '../parts/pager.tsx'
import { SearchForm } from '../parts/search-form.tsx'
import { shorten } from '../text/neutralize.ts'
import { Layout } from './layout.tsx'

interface ResultsProps extends PageProps {
  readonly state: SearchState
  readonly result: SearchResult
}

export function ResultsPage({ messages, here, state, result }: ResultsProps) {
  const { facets, inPage, suggestion, warnings = [] } = result
  return (
    <Layout
      messages={messages}
      here={here}
      title={shorten(state.query, 80) || messages.results}
      header={<SearchForm messages={messages} state={state} />}
      {...findNeighbours(state, countShown(result))}
    >
      <h1 class="unseen">{messages.results}</h1>
      <div class="found">
        <FilterChips messages={messages} state={state} />
        <Summary messages={messages} state={state} result={result} />
        {suggestion !== undefined && (
          <DidYouMean messages={messages} state={{ ...state, query: suggestion, page: 1 }} />
        )}
        {warnings.length > 0 && (
          <Warnings messages={messages} query={state.query} warnings={warnings} />
        )}
        {inPage && <FoundInPages messages={messages} state={state} inPage={inPage} />}
        {facets && <Histogram messages={messages} state={state} facets={facets} />}
        <Hits messages={messages} state={state} result={result} />
        <Pager messages={messages} state={state} total={countShown(result)} />
      </div>
      {facets && countShown(result) > 1 && (
        <FacetsView messages={messages} state={state} facets={facets} />
      )}
    </Layout>
  )
}

/** Counts the articles that the pages of the result show. */
function countShown({ total, partial = 0 }: SearchResult): number {
  return total + partial
}

function Summary({ messages, state, result }: Omit<ResultsProps, 'here'>) {
  const { total, partial = 0 } = result
  return (
    <div class="summary">
      <p role="status">
        {partial > 0 ? messages.totalAndPartial(total, partial) : messages.total(total)}{' '}
        <small>{messages.time(result.tookMs)}</small>
      </p>
      {countShown(result) > 1 && <SortLinks messages={messages} state={state} />}
      {countShown(result) > 1 && (
        <a class="to-facets" href="#facets">
          {messages.facets.toFacets}
        </a>
      )}
    </div>
  )
}

function SortLinks({ messages, state }: Pick<ResultsProps, 'messages' | 'state'>) {
  const orders = [
    { sort: 'relevance', text: messages.byRelevance },
    { sort: 'date', text: messages.byDate },
    { sort: 'fetched', text: messages.byFetch },
  ] as const
  return (
    <nav class="sort" aria-label={messages.sort}>
      {orders.map(({ sort, text }) => (
        <a
          href={linkToSearch({ ...state, sort, page: 1 })}
          aria-current={sort === state.sort ? 'true' : undefined}
        >
          {text}
        </a>
      ))}
    </nav>
  )
}

function Hits({ messages, state, result }: Omit<ResultsProps, 'here'>) {
  if (countShown(result) === 0) return <NothingFound messages={messages} state={state} />
  if (result.hits.length === 0) return <NoSuchPage messages={messages} state={state} />
  const first = (state.page - 1) * pageSize + 1
  const complete = result.hits.filter(({ lacks }) => lacks === undefined)
  const partial = result.hits.slice(complete.length)
  const shared = { messages, query: state.query }
  return (
    <>
      {complete.length > 0 && <HitList {...shared} first={first} hits={complete} />}
      {partial.length > 0 && <p class="partial-begin">{messages.partialBegin}</p>}
      {partial.length > 0 && <HitList {...shared} first={first + complete.length} hits={partial} />}
    </>
  )
}

interface HitListProps extends Pick<PageProps, 'messages'> {
  readonly query: string
  /** The number of the first hit among all. */
  readonly first: number
  readonly hits: readonly Hit[]
}

function HitList({ messages, query, first, hits }: HitListProps) {
  return (
    <ol class="hits" start={first} aria-label={messages.results}>
      {hits.map((hit) => (
        <li>
          <HitView messages={messages} hit={hit} query={query} />
        </li>
      ))}
    </ol>
  )
}
