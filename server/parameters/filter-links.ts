/** Changes one filter of the search on the page. The result begins at its first page. */

import type { SearchFilters } from '../../src/search/answers/result.ts'
import type { SearchState } from './parameters.ts'

export type FilterName = keyof SearchFilters

/** All filters, in the order in which addresses and pages name them. */
export const filterNames: readonly FilterName[] = [
  'source',
  'sourceIs',
  'status',
  'language',
  'from',
  'to',
]

/** The form has no field for these filters and sends them along. */
export const hiddenFilters = ['sourceIs', 'status', 'language'] as const

/** Whether the search has neither words nor filters. */
export function asksNothing(state: SearchState): boolean {
  return state.query.trim() === '' && filterNames.every((name) => state[name] === undefined)
}

/** Whether both searches have the same filters. */
export function hasSameFilters(a: SearchState, b: SearchState): boolean {
  return filterNames.every((name) => a[name] === b[name])
}

export function addFilters(state: SearchState, filters: SearchFilters): SearchState {
  return { ...state, ...filters, page: 1 }
}

export function removeFilter(state: SearchState, name: FilterName): SearchState {
  const { [name]: _removed, ...rest } = state
  return { ...rest, page: 1 }
}
