/** Links to the pages before and after; there is none past the deepest result. */

import type { Messages } from '../messages/messages.ts'
import { searchAddress } from '../parameters/addresses.ts'
import { deepestResult, pageSize, type SearchState } from '../parameters/parameters.ts'

interface PagerProps {
  readonly messages: Messages
  readonly state: SearchState
  readonly total: number
}

/** Addresses of the neighbouring pages, where there are such. */
export interface Neighbours {
  readonly previous?: string
  readonly next?: string
}

function pageCount(total: number): number {
  return Math.ceil(Math.min(total, deepestResult) / pageSize)
}

export function neighboursOf(state: SearchState, total: number): Neighbours {
  const { page } = state
  const pages = pageCount(total)
  return {
    ...(page > 1 && page <= pages && { previous: searchAddress({ ...state, page: page - 1 }) }),
    ...(page < pages && { next: searchAddress({ ...state, page: page + 1 }) }),
  }
}

export function Pager({ messages, state, total }: PagerProps) {
  const pages = pageCount(total)
  if (pages < 2 || state.page > pages) return null
  const { previous, next } = neighboursOf(state, total)
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
