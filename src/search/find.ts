/** Which articles answer a request: those that match, and where hardly one does, those that lack some of the words. */

import { SouwenError } from '../errors.ts'
import { dayRange } from '../query/dates.ts'
import { parse } from '../query/parse.ts'
import type { QueryNode, QueryWarning } from '../query/query.ts'
import { type ArticleSet, NO_ARTICLES, unite } from './article-sets.ts'
import type { IndexView } from './index-view.ts'
import { matchPlan } from './match.ts'
import type { Prepared } from './plan.ts'
import { prepare } from './prepare.ts'
import { type Lowered, loweredOf } from './rank.ts'
import { relax } from './relax.ts'
import type { SearchRequest } from './result.ts'

/** With fewer articles that have every word of a sentence, an answer is as likely among those that lack some. */
const ENOUGH_FOR_A_SENTENCE = 10

/** Lists by segment have one entry each, as the view's segments. */
export interface Found {
  readonly prepared: Prepared
  /** Articles that have all that was asked for. */
  readonly exact: readonly ArticleSet[]
  /** Those, and, where it was relaxed, others. */
  readonly matches: readonly ArticleSet[]
  readonly lowered: readonly Lowered[]
  /** The words that some of the matches lack; undefined: none does. */
  readonly relaxed: readonly string[] | undefined
  readonly warnings: readonly QueryWarning[]
}

/** Reads what the query needs. Throws SouwenError('bad-request') for a date that is none. */
export async function find(view: IndexView, request: SearchRequest): Promise<Found> {
  const { root, warnings } = parse(request.query, request.today)
  const prepared = await prepare(view, withFilters(root, request))
  const exact = asksNothing(root, request)
    ? view.segments.map(() => NO_ARTICLES)
    : view.segments.map((segment, number) => matchPlan(prepared.plan, segment, number))
  const enough = prepared.isSentence ? ENOUGH_FOR_A_SENTENCE : 1
  const relaxed = size(exact) < enough ? relax(prepared, view) : undefined
  const matches = exact.map((set, number) => unite(set, relaxed?.matches[number] ?? NO_ARTICLES))
  const widened = size(matches) > size(exact)
  return {
    prepared,
    exact,
    matches,
    lowered: view.segments.map((segment, number) =>
      loweredOf(segment, (widened && exact[number]) || NO_ARTICLES),
    ),
    relaxed: widened ? relaxed?.lacking : undefined,
    warnings,
  }
}

/** How many articles all segments hold of a set. */
export function size(sets: readonly ArticleSet[]): number {
  return sets.reduce((sum, set) => sum + set.length, 0)
}

/** The request's own filters as part of the query. */
function withFilters(root: QueryNode & { kind: 'and' }, request: SearchRequest): QueryNode {
  const children: QueryNode[] = [...root.children]
  if (request.source) children.push({ kind: 'source', text: request.source })
  const from = request.from ? dayOf(request.from).from : ''
  const to = request.to ? dayOf(request.to).to : ''
  if (from !== '' || to !== '') children.push({ kind: 'date', from, to })
  return { kind: 'and', children }
}

function dayOf(text: string): { readonly from: string; readonly to: string } {
  const range = dayRange(text)
  if (range !== undefined) return range
  throw new SouwenError('bad-request', `"${text}" is no date; write 2025, 2025-03 or 2025-03-01`)
}

function asksNothing(root: QueryNode & { kind: 'and' }, request: SearchRequest): boolean {
  return root.children.length === 0 && !request.source && !request.from && !request.to
}
