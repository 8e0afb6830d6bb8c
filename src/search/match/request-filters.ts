/** The filters of a request beside its query, as parts of a query. Pure. */

import { SouwenError } from '../../errors.ts'
import { dayRange } from '../../query/days/dates.ts'
import type { Condition } from '../../query/query.ts'
import type { SearchFilters } from '../answers/result.ts'

/** Throws SouwenError('bad-request') for a date that is none. */
export function readFilters(request: SearchFilters): readonly Condition[] {
  const filters: Condition[] = []
  if (request.source) filters.push({ kind: 'source', text: request.source })
  if (request.sourceIs) filters.push({ kind: 'source', text: request.sourceIs, exact: true })
  if (request.status) filters.push({ kind: 'is', trait: request.status })
  if (request.language) filters.push({ kind: 'language', language: request.language })
  const from = request.from ? readDays(request.from).from : ''
  const to = request.to ? readDays(request.to).to : ''
  if (from !== '' || to !== '') filters.push({ kind: 'date', from, to })
  return filters
}

function readDays(text: string): { readonly from: string; readonly to: string } {
  const range = dayRange(text)
  if (range !== undefined) return range
  throw new SouwenError('bad-request', `"${text}" is no date; write 2025, 2025-03 or 2025-03-01`)
}
