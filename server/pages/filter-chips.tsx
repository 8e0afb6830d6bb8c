/** The filters in force, each a link to the same search without it. */

import { searchAddress } from '../addresses.ts'
import { shorten } from '../harmless.ts'
import type { Messages } from '../messages/messages.ts'
import type { SearchState } from '../parameters.ts'

interface FilterChipsProps {
  readonly messages: Messages
  readonly state: SearchState
}

export function FilterChips({ messages, state }: FilterChipsProps) {
  const { source, from, to, ...bare } = { ...state, page: 1 }
  const words = messages.activeFilter
  const chips = [
    source && { text: words.source(shorten(source, 60)), without: { ...bare, ...dates(from, to) } },
    from && { text: words.from(from), without: { ...bare, ...named(source), ...dates('', to) } },
    to && { text: words.to(to), without: { ...bare, ...named(source), ...dates(from, '') } },
  ].filter((chip) => typeof chip === 'object')
  if (chips.length === 0) return null
  return (
    <ul class="chips">
      {chips.map(({ text, without }) => (
        <li>
          <a href={searchAddress(without)} aria-label={messages.removeFilter(text)}>
            <bdi>{text}</bdi>
            <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function named(source: string | undefined) {
  return source ? { source } : {}
}

function dates(from: string | undefined, to: string | undefined) {
  return { ...(from && { from }), ...(to && { to }) }
}
