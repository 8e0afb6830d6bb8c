/** Greets a reader with what is here and how to ask, by examples that are links. */

import type { IndexStats } from '../../src/backend/backend.ts'
import type { PageProps } from '../http/requests.ts'
import type { SearchState } from '../parameters/parameters.ts'
import { ExampleList } from '../parts/example-list.tsx'
import { FilterChips } from '../parts/filter-chips.tsx'
import { SearchForm } from '../parts/search-form.tsx'
import type { Example } from '../text/examples.ts'
import { Layout } from './layout.tsx'

interface HomeProps extends PageProps {
  readonly state: SearchState
  readonly stats: IndexStats
  readonly examples: readonly Example[]
}

export function HomePage({ messages, here, state, stats, examples }: HomeProps) {
  return (
    <Layout messages={messages} here={here} home header={<p class="tagline">{messages.tagline}</p>}>
      <SearchForm messages={messages} state={state} />
      <FilterChips messages={messages} state={state} />
      <p class="archive">
        {messages.archive(stats.articles, stats.sources.length)}
        {stats.firstDate && <span>{messages.span(stats.firstDate, stats.lastDate)}</span>}
      </p>
      {examples.length > 0 && (
        <section class="how">
          <h2>{messages.howTo}</h2>
          <ExampleList examples={examples} />
        </section>
      )}
    </Layout>
  )
}
