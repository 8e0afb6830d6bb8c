/** No result is not the end: what to try, as links that do it. */

import type { Messages } from '../messages/messages.ts'
import { searchAddress } from '../parameters/addresses.ts'
import type { SearchState } from '../parameters/parameters.ts'
import { adviceFor, type Demand } from '../text/advice.ts'

interface NothingFoundProps {
  readonly messages: Messages
  readonly state: SearchState
}

export function NothingFound({ messages, state }: NothingFoundProps) {
  return (
    <section class="nothing">
      <p>
        {messages.nothing}
        {messages.tryInstead}
      </p>
      <ul>
        {adviceFor(state).map((advice) => (
          <li>
            <a href={searchAddress(advice.state)}>{label(messages, advice.without)}</a>
          </li>
        ))}
        <li>{messages.fewerWords}</li>
      </ul>
    </section>
  )
}

export function NoSuchPage({ messages, state }: NothingFoundProps) {
  return (
    <section class="nothing">
      <p>
        {messages.noSuchPage}{' '}
        <a href={searchAddress({ ...state, page: 1 })}>{messages.firstPage}</a>
      </p>
    </section>
  )
}

function label(messages: Messages, demand: Demand): string {
  const labels: Readonly<Record<Demand, string>> = {
    quotes: messages.withoutQuotes,
    exclusions: messages.withoutExclusions,
    source: messages.withoutSource,
    dates: messages.withoutDates,
    kind: messages.withoutKind,
    prefixes: messages.withoutPrefixes,
  }
  return labels[demand]
}
