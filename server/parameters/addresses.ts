/** Makes the addresses of our own pages. A search's address holds its whole state but the defaults. */

import { filterNames } from './filter-links.ts'
import type { SearchState } from './parameters.ts'

export function linkToSearch(state: SearchState): string {
  const parameters = new URLSearchParams()
  parameters.set('q', state.query)
  if (state.sort !== 'relevance') parameters.set('sort', state.sort)
  for (const name of filterNames) {
    const value = state[name]
    if (value) parameters.set(name, value)
  }
  if (state.page > 1) parameters.set('page', String(state.page))
  return `/?${parameters}`
}

/** Links to a new search for `query`, without filters. */
export function linkToQuery(query: string): string {
  return linkToSearch({ query, page: 1, sort: 'relevance' })
}

export function linkToArticle(id: string, query: string): string {
  const path = `/articles/${encodeURIComponent(id)}`
  return query === '' ? path : `${path}?${new URLSearchParams({ q: query })}`
}

/** Links to the file that the article was read from. */
export function linkToFile(id: string): string {
  return `/articles/${encodeURIComponent(id)}/file`
}

/** Links to the switch to `language`, which comes back to `here`, a path of ours with its query. */
export function linkToLanguage(language: string, here: string): string {
  return `/language?${new URLSearchParams({ to: language, back: here })}`
}
