/** A search from the query's text to ranked hits with snippets: each step is one line here and a file beside this one. */

import { SouwenError } from '../errors.ts'
import { bodyOf } from '../index/article-record.ts'
import { dayRange } from '../query/dates.ts'
import { parse } from '../query/parse.ts'
import type { QueryNode } from '../query/query.ts'
import { type ArticleSet, NO_ARTICLES, unite } from './article-sets.ts'
import type { IndexView } from './index-view.ts'
import type { Needle } from './marks.ts'
import { matchPlan, wantedTerms } from './match.ts'
import type { Plan, Prepared } from './plan.ts'
import { prepare } from './prepare.ts'
import { comparator, type Lowered, loweredOf, type Ranked, scoreMatches, top } from './rank.ts'
import { relax } from './relax.ts'
import { closerLook, rerank } from './rerank.ts'
import type { Hit, SearchRequest, SearchResult } from './result.ts'
import { makeSnippets } from './snippet.ts'

/** With fewer articles that have every word of a sentence, an answer is as likely among those that lack some. */
const ENOUGH_FOR_A_SENTENCE = 10

/** Everything but the time it took, which whoever calls measures. */
export async function search(
  view: IndexView,
  request: SearchRequest,
): Promise<Omit<SearchResult, 'tookMs'>> {
  const { root, warnings } = parse(request.query)
  const prepared = await prepare(view, withFilters(root, request))
  const { plan, needles } = prepared
  const exact = matchAll(plan, view)
  const enough = prepared.isSentence ? ENOUGH_FOR_A_SENTENCE : 1
  const relaxed = size(exact) < enough ? relax(prepared, view) : undefined
  const matches = asksNothing(root, request)
    ? exact.map(() => new Uint32Array(0))
    : exact.map((set, number) => unite(set, relaxed?.matches[number] ?? NO_ARTICLES))
  const widened = size(matches) > size(exact)
  const lowered = view.segments.map((segment, number) =>
    loweredOf(segment, (widened && exact[number]) || NO_ARTICLES),
  )
  const ranked = await rank(view, prepared, { matches, lowered }, request)
  const page = ranked.slice(request.offset, request.offset + request.limit)
  const hits = await Promise.all(page.map((place) => hitOf(view, place, needles)))
  return {
    query: request.query,
    total: size(matches),
    hits,
    ...(relaxed !== undefined && widened && { relaxed: relaxed.lacking }),
    ...(warnings.length > 0 && { warnings }),
  }
}

/** The request's own filters as part of the query. Throws SouwenError('bad-request') for a date that is none. */
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

function matchAll(plan: Plan, view: IndexView): readonly ArticleSet[] {
  return view.segments.map((segment, number) => matchPlan(plan, segment, number))
}

function size(sets: readonly ArticleSet[]): number {
  return sets.reduce((sum, set) => sum + set.length, 0)
}

interface Found {
  /** One a segment, as the rest. */
  readonly matches: readonly ArticleSet[]
  readonly lowered: readonly Lowered[]
}

const NONE_LOWERED: Lowered = new Uint8Array(0)

async function rank(
  view: IndexView,
  { plan, words, parts, unparted }: Prepared,
  { matches, lowered }: Found,
  request: SearchRequest,
): Promise<readonly Ranked[]> {
  const terms = [...wantedTerms(plan).map(({ term }) => term), ...parts]
  const scores = view.segments.map((segment, number) =>
    scoreMatches(
      view.ranking,
      terms,
      segment,
      number,
      matches[number] ?? NO_ARTICLES,
      lowered[number] ?? NONE_LOWERED,
    ),
  )
  const dates = await Promise.all(view.segments.map(({ segment }) => segment.column('dates')))
  const idsOf = await Promise.all(view.segments.map(({ segment }) => segment.column('ids')))
  const { sort } = request
  const looked = sort === 'relevance' ? closerLook(words.length, unparted) : 0
  const end = request.offset + request.limit
  const count = Math.min(size(matches), Math.max(end, looked))
  const ranked = top(view, matches, scores, dates, { count, sort, idsOf })
  if (looked <= request.offset) return ranked
  const closer = await rerank(view, ranked.slice(0, looked), words, lowered)
  return [...closer].sort(comparator({ sort, idsOf })).concat(ranked.slice(looked))
}

async function hitOf(view: IndexView, place: Ranked, needles: readonly Needle[]): Promise<Hit> {
  const record = await view.segments[place.segment]?.segment.articles.record(place.article)
  if (record === undefined) throw new RangeError(`no segment ${place.segment}`)
  const { id, title, url, source, date, paths } = record
  return {
    id,
    score: place.score,
    title,
    url,
    source,
    date,
    path: paths[0] ?? '',
    snippets: makeSnippets(bodyOf(record), needles),
  }
}
