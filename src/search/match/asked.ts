/** What a request asks for: its query as a tree, and the conditions beside it. Pure. */

import { SouwenError } from '../../errors.ts'
import { DAY_FORMS, spanOf } from '../../query/days/days.ts'
import { parse } from '../../query/parse.ts'
import type { Condition, Query, QueryWarning } from '../../query/query.ts'
import type { FilteredQuery, SearchFilters } from '../answers/result.ts'

/** What is asked: a query, and the conditions beside it. */
export interface Asked {
  readonly root: Query['root']
  /** The query as it was typed: titles and pasted lines are compared with it, and notices say where they belong in it. */
  readonly typed: string
  readonly warnings: readonly QueryWarning[]
  readonly filters: readonly Condition[]
}

/** Reads what a request asks. Throws SouwenError('bad-request') for a date that is none. */
export function readAsked(request: FilteredQuery): Asked {
  const { root, warnings } = parse(request.query, request.today)
  return { root, warnings, typed: request.query, filters: readFilters(request) }
}

/** Throws SouwenError('bad-request') for a date that is none. */
export function readFilters(
  request: SearchFilters & Pick<FilteredQuery, 'today'>,
): readonly Condition[] {
  const filters: Condition[] = []
  if (request.source) filters.push({ kind: 'source', text: request.source })
  if (request.sourceIs) filters.push({ kind: 'source', text: request.sourceIs, exact: true })
  if (request.status) filters.push({ kind: 'is', trait: request.status })
  if (request.language) filters.push({ kind: 'language', language: request.language })
  const from = request.from ? readDays(request.from, request.today).from : ''
  const to = request.to ? readDays(request.to, request.today).to : ''
  if (from !== '' || to !== '') filters.push({ kind: 'date', from, to })
  return filters
}

function readDays(text: string, today = ''): { readonly from: string; readonly to: string } {
  const range = spanOf(text, today)
  if (range !== undefined) return range
  throw new SouwenError(
    'bad-request',
    `"${text}" is no date; write it like one of these: ${DAY_FORMS}`,
  )
}
