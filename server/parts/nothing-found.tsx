/** Shows what to try instead, where a search found nothing. */

import type { Messages } from '../messages/messages.ts'
import { linkToSearch } from '../parameters/addresses.ts'
import type { SearchState } from '../parameters/parameters.ts'
import { type Demand, listAdvice } from '../text/advice.ts'

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
        {listAdvice(state).map((advice) => (
          <li>
            <a href={linkToSearch(advice.state)}>{labelDemand(messages, advice.without)}</a>
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
        {messages.noSuchPage} <a href={linkToSearch({ ...state, page: 1 })}>{messages.firstPage}</a>
      </p>
    </section>
  )
}

function labelDemand(messages: Messages, demand: Demand): string {
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
