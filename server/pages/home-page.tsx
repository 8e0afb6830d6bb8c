/** Before anything was asked: what is here, and how to ask, with examples that are links. */

import type { IndexStats } from '../../src/backend/backend.ts'
import { queryAddress } from '../addresses.ts'
import { shorten } from '../harmless.ts'
import type { Messages } from '../messages/messages.ts'
import type { SearchState } from '../parameters.ts'
import type { PageProps } from '../requests.ts'
import { FilterChips } from './filter-chips.tsx'
import { Layout } from './layout.tsx'
import { SearchForm } from './search-form.tsx'

interface HomeProps extends PageProps {
  readonly state: SearchState
  readonly stats: IndexStats
}

export function HomePage({ messages, here, state, stats }: HomeProps) {
  return (
    <Layout messages={messages} here={here} home header={<p class="tagline">{messages.tagline}</p>}>
      <SearchForm messages={messages} state={state} />
      <FilterChips messages={messages} state={state} />
      <p class="archive">
        {messages.archive(stats.articles, stats.sources.length)}
        {stats.firstDate && <span>{messages.span(stats.firstDate, stats.lastDate)}</span>}
      </p>
      <section class="how">
        <h2>{messages.howTo}</h2>
        <dl>
          {examplesFor(messages, stats).map(({ query, says }) => (
            <div>
              <dt>
                <a href={queryAddress(query)}>
                  <bdi>{shorten(query, 60)}</bdi>
                </a>
              </dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      </section>
    </Layout>
  )
}

/** The source in the example is the archive's largest, so that the link finds something. */
function examplesFor(messages: Messages, { sources }: IndexStats): Messages['examples'] {
  const source = sources.find(({ source }) => /^[\p{L}\p{N}._-]+$/u.test(source))?.source
  if (!source) return messages.examples
  return [...messages.examples, { query: `source:${source}`, says: messages.sourceExample }]
}
