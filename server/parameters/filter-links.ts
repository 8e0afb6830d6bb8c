/** Changes one filter of the search on the page. The result begins at its first page. */

import { localDay } from '../../src/query/days/dates.ts'
import { spanOf } from '../../src/query/days/days.ts'
import { parse } from '../../src/query/parse.ts'
import { print } from '../../src/query/print.ts'
import type { Condition, Query } from '../../src/query/query.ts'
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

/** Narrows the search to a year or month, and to no more days than it asks for already. */
export function addPeriod(state: SearchState, period: string): SearchState {
  const today = localDay(new Date())
  const days = spanOf(period, today)
  const known = { from: spanOf(state.from ?? '', today), to: spanOf(state.to ?? '', today) }
  const isLater = days && known.from && known.from.from > days.from
  const isEarlier = days && known.to && known.to.to < days.to
  return addFilters(state, {
    from: isLater && state.from ? state.from : period,
    to: isEarlier && state.to ? state.to : period,
  })
}

/** Adds a condition that holds for all of the query: `a OR b` becomes `(a OR b) tag:c`. */
export function addCondition(state: SearchState, condition: Condition): SearchState {
  const { query } = state
  const { root } = parse(query)
  const children = root.strict ? [root, condition] : [...root.children, condition]
  const wanted = print(queryOf(children))
  const added = print(queryOf([condition]))
  const typed = [`${query} ${added}`.trim(), `(${query}) ${added}`].find(
    (text) => print(parse(text)) === wanted,
  )
  return { ...state, query: typed ?? wanted, page: 1 }
}

function queryOf(children: Query['root']['children']): Query {
  return { root: { kind: 'and', children }, warnings: [] }
}

export function removeFilter(state: SearchState, name: FilterName): SearchState {
  const { [name]: _removed, ...rest } = state
  return { ...rest, page: 1 }
}
