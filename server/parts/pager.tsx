/** Links to the pages before and after. There is no page past the deepest result. */

import type { Messages } from '../messages/messages.ts'
import { linkToSearch } from '../parameters/addresses.ts'
import { deepestResult, pageSize, type SearchState } from '../parameters/parameters.ts'

interface PagerProps {
  readonly messages: Messages
  readonly state: SearchState
  readonly total: number
}

/** The addresses of the neighbouring pages that there are. */
export interface Neighbours {
  readonly previous?: string
  readonly next?: string
}

function countPages(total: number): number {
  return Math.ceil(Math.min(total, deepestResult) / pageSize)
}

export function findNeighbours(state: SearchState, total: number): Neighbours {
  const { page } = state
  const pages = countPages(total)
  return {
    ...(page > 1 && page <= pages && { previous: linkToSearch({ ...state, page: page - 1 }) }),
    ...(page < pages && { next: linkToSearch({ ...state, page: page + 1 }) }),
  }
}

export function Pager({ messages, state, total }: PagerProps) {
  const pages = countPages(total)
  if (pages < 2 || state.page > pages) return null
  const { previous, next } = findNeighbours(state, total)
  return (
    <nav class="pager" aria-label={messages.pages}>
      {previous ? (
        <a rel="prev" href={previous}>
          {messages.previous}
        </a>
      ) : (
        <span />
      )}
      <span>{messages.page(state.page, pages)}</span>
      {next ? (
        <a rel="next" href={next}>
          {messages.next}
        </a>
      ) : (
        <span />
      )}
      {!next && total > deepestResult && <p class="help">{messages.deepest(deepestResult)}</p>}
    </nav>
  )
}
