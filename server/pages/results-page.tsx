/** Shows the answer to a search: how many articles, in which order, and the results themselves. */

import type { SearchResult } from '../../src/search/answers/result.ts'
import type { PageProps } from '../http/requests.ts'
import { linkToSearch } from '../parameters/addresses.ts'
import { pageSize, type SearchState } from '../parameters/parameters.ts'
import { FacetsView } from '../parts/facets.tsx'
import { FilterChips } from '../parts/filter-chips.tsx'
import { Histogram } from '../parts/histogram.tsx'
import { HitView } from '../parts/hit.tsx'
import { NoSuchPage, NothingFound } from '../parts/nothing-found.tsx'
import { DidYouMean, FoundInPages, Relaxed, Warnings } from '../parts/notices.tsx'
import { findNeighbours, Pager } from '../parts/pager.tsx'
import { SearchForm } from '../parts/search-form.tsx'
import { shorten } from '../text/neutralize.ts'
import { Layout } from './layout.tsx'

interface ResultsProps extends PageProps {
  readonly state: SearchState
  readonly result: SearchResult
}

export function ResultsPage({ messages, here, state, result }: ResultsProps) {
  const { facets, inPage, relaxed = [], suggestion, warnings = [] } = result
  return (
    <Layout
      messages={messages}
      here={here}
      title={shorten(state.query, 80) || messages.results}
      header={<SearchForm messages={messages} state={state} />}
      {...findNeighbours(state, result.total)}
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
        {relaxed.length > 0 && result.total > 0 && <Relaxed messages={messages} words={relaxed} />}
        {inPage && <FoundInPages messages={messages} state={state} inPage={inPage} />}
        {facets && <Histogram messages={messages} state={state} facets={facets} />}
        <Hits messages={messages} state={state} result={result} />
        <Pager messages={messages} state={state} total={result.total} />
      </div>
      {facets && result.total > 1 && (
        <FacetsView messages={messages} state={state} facets={facets} />
      )}
    </Layout>
  )
}

function Summary({ messages, state, result }: Omit<ResultsProps, 'here'>) {
  return (
    <div class="summary">
      <p role="status">
        {messages.total(result.total)} <small>{messages.time(result.tookMs)}</small>
      </p>
      {result.total > 1 && <SortLinks messages={messages} state={state} />}
      {result.total > 1 && (
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
  if (result.total === 0) return <NothingFound messages={messages} state={state} />
  if (result.hits.length === 0) return <NoSuchPage messages={messages} state={state} />
  return (
    <ol class="hits" start={(state.page - 1) * pageSize + 1} aria-label={messages.results}>
      {result.hits.map((hit) => (
        <li>
          <HitView messages={messages} hit={hit} query={state.query} />
        </li>
      ))}
    </ol>
  )
}
