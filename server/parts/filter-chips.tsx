/** Shows the filters in force. Each links to the same search without it. */

import type { Messages } from '../messages/messages.ts'
import { linkToSearch } from '../parameters/addresses.ts'
import { type FilterName, filterNames, removeFilter } from '../parameters/filter-links.ts'
import type { SearchState } from '../parameters/parameters.ts'
import { shorten } from '../text/neutralize.ts'

interface FilterChipsProps {
  readonly messages: Messages
  readonly state: SearchState
}

export function FilterChips({ messages, state }: FilterChipsProps) {
  const chips = listChips(messages, state)
  if (chips.length === 0) return null
  return (
    <ul class="chips">
      {chips.map(({ name, text }) => (
        <li>
          <a
            href={linkToSearch(removeFilter(state, name))}
            aria-label={messages.removeFilter(text)}
          >
            <bdi>{text}</bdi>
            <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

interface Chip {
  readonly name: FilterName
  readonly text: string
}

function listChips({ activeFilter, facets }: Messages, state: SearchState): readonly Chip[] {
  const { source, sourceIs, status, language, from, to } = state
  const texts: Readonly<Record<FilterName, string | undefined>> = {
    source: source && activeFilter.source(shorten(source, 60)),
    sourceIs: sourceIs && activeFilter.sourceIs(shorten(sourceIs, 60)),
    status: status && facets.status[status],
    language: language && facets.language[language],
    from: from && activeFilter.from(from),
    to: to && activeFilter.to(to),
  }
  return filterNames.flatMap((name) => (texts[name] ? [{ name, text: texts[name] }] : []))
}
