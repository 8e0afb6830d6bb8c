/** The search that is on the page, narrowed or widened by one filter, from its first page on. */

import type { SearchState } from './parameters.ts'

export type FilterName = 'source' | 'sourceIs' | 'status' | 'language' | 'from' | 'to'

/** Filters that the form has no field for: it sends them along. */
export const hiddenFilters = ['sourceIs', 'status', 'language'] as const

const filterNames: readonly FilterName[] = [
  'source',
  'sourceIs',
  'status',
  'language',
  'from',
  'to',
]

/** Neither words nor filters. */
export function asksNothing(state: SearchState): boolean {
  return state.query.trim() === '' && filterNames.every((name) => state[name] === undefined)
}

export function addFilters(
  state: SearchState,
  filters: Partial<Pick<SearchState, FilterName>>,
): SearchState {
  return { ...state, ...filters, page: 1 }
}

export function removeFilter(state: SearchState, name: FilterName): SearchState {
  const { [name]: _left, ...rest } = state
  return { ...rest, page: 1 }
}
