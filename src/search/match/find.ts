/** Which articles answer a request: those that match, and where hardly one does, those that lack some of the words. */

import { SouwenError } from '../../errors.ts'
import { isWithoutArticle } from '../../index/segment/segment.ts'
import { dayRange } from '../../query/dates.ts'
import { parse } from '../../query/parse.ts'
import type { QueryNode, QueryWarning } from '../../query/query.ts'
import type { SearchRequest } from '../answers/result.ts'
import { type ArticleSet, intersect, NO_ARTICLES, unite } from '../lists/article-sets.ts'
import type { IndexView } from '../lists/index-view.ts'
import { phrasesOf } from '../literal/phrase.ts'
import type { Notice, Prepared } from '../plan/plan.ts'
import { prepare } from '../plan/prepare.ts'
import { matchPlan } from './match.ts'
import { holdersOfText, titledAsTyped, titledByWords } from './match-titles.ts'
import type { Lowered } from './penalties.ts'
import { loweredOf } from './penalties.ts'
import { relax } from './relax.ts'

/** With fewer articles that have every word of a sentence, an answer is as likely among those that lack some. */
const ENOUGH_FOR_A_SENTENCE = 10

/** Lists by segment have one entry each, as the view's segments. */
export interface Found {
  readonly prepared: Prepared
  /** What was typed, as it would stand in a text, where the index cannot tell whether it does. */
  readonly phrases: readonly string[]
  /** Those that hold the words side by side, as far as the index can tell. */
  readonly phrase: readonly ArticleSet[]
  /** Articles that have all that was asked for. */
  readonly exact: readonly ArticleSet[]
  /**
   * Those, where it was relaxed others, and those whose title, or a line of whose text, was typed; of copies of one text the
   * first, unless all were asked for.
   */
  readonly matches: readonly ArticleSet[]
  /** Matches whose title is what was asked for: they come first. */
  readonly titled: readonly ArticleSet[]
  readonly lowered: readonly Lowered[]
  /** The words that some of the matches lack; undefined: none does. */
  readonly relaxed: readonly string[] | undefined
  readonly warnings: readonly QueryWarning[]
}

/** Reads what the query needs. Throws SouwenError('bad-request') for a date that is none. */
export async function find(view: IndexView, request: SearchRequest): Promise<Found> {
  const { root, warnings } = parse(request.query, request.today)
  const filters = filtersOf(request)
  const prepared = await prepare(view, allOf([...root.children, ...filters]))
  const exact = prepared.plan.children.length > 0 ? matchAll(view, prepared) : nothing(view)
  const enough = prepared.isSentence ? ENOUGH_FOR_A_SENTENCE : 1
  const relaxed = size(exact) < enough ? relax(prepared, view) : undefined
  const byWords = relaxed === undefined ? exact : uniteEach(exact, relaxed.matches)
  const widened = size(byWords) > size(exact)
  const left = filters.length === 0 ? undefined : await filtered(view, filters)
  const within = (sets: Sets) => (left === undefined ? sets : intersectEach(sets, left))
  const typed = within(await titledAsTyped(view, request.query, root))
  const named = intersectEach(await titledByWords(view, root), byWords)
  const holders = size(exact) > 0 ? nothing(view) : await holdersOfText(view, request.query, root)
  return {
    prepared,
    phrases: prepared.phrase === undefined ? phrasesOf(request.query) : [],
    exact,
    phrase: intersectEach(exact, prepared.phrase ?? nothing(view)),
    ...shown(
      view,
      request,
      uniteEach(uniteEach(byWords, typed), within(holders)),
      named.map((set, number) =>
        worthFirst(view, prepared, unite(set, typed[number] ?? set), number),
      ),
    ),
    lowered: view.segments.map((segment, number) =>
      loweredOf(segment, (widened && exact[number]) || NO_ARTICLES),
    ),
    relaxed: widened ? relaxed?.lacking : undefined,
    warnings: [...warnings, ...prepared.notices.map((notice) => placed(notice, request.query))],
  }
}

/** A title of one word is no reason to put a page first that holds nothing: 公告, 招人. */
function worthFirst(
  { segments }: IndexView,
  { words }: Prepared,
  titled: ArticleSet,
  number: number,
): ArticleSet {
  if (words.length > 1) return titled
  return titled.filter((article) => !isWithoutArticle(segments[number]?.statuses[article]))
}

/** Of copies of one text the first, or that whose title was asked for. */
function shown(
  { duplicates }: IndexView,
  { all }: SearchRequest,
  matches: Sets,
  titled: Sets,
): Pick<Found, 'matches' | 'titled'> {
  if (all) return { matches, titled }
  return { matches: duplicates.collapse(matches, titled), titled: duplicates.collapse(titled) }
}

function placed({ text, ...notice }: Notice, query: string): QueryWarning {
  return { ...notice, position: Math.max(0, query.indexOf(text)) }
}

/** How many articles all segments hold of a set. */
export function size(sets: readonly ArticleSet[]): number {
  return sets.reduce((sum, set) => sum + set.length, 0)
}

function allOf(children: readonly QueryNode[]): QueryNode {
  return { kind: 'and', children }
}

function matchAll(view: IndexView, { plan }: Prepared): readonly ArticleSet[] {
  return view.segments.map((segment, number) => matchPlan(plan, segment, number))
}

function nothing(view: IndexView): readonly ArticleSet[] {
  return view.segments.map(() => NO_ARTICLES)
}

type Sets = readonly ArticleSet[]

function uniteEach(left: Sets, right: Sets): Sets {
  return left.map((set, number) => unite(set, right[number] ?? NO_ARTICLES))
}

function intersectEach(left: Sets, right: Sets): Sets {
  return left.map((set, number) => intersect(set, right[number] ?? NO_ARTICLES))
}

/** The articles that the request's own filters leave. */
async function filtered(view: IndexView, filters: readonly QueryNode[]): Promise<Sets> {
  return matchAll(view, await prepare(view, allOf(filters)))
}

/** The request's own filters as parts of a query. */
function filtersOf(request: SearchRequest): readonly QueryNode[] {
  const filters: QueryNode[] = []
  if (request.source) filters.push({ kind: 'source', text: request.source })
  if (request.sourceIs) filters.push({ kind: 'source', text: request.sourceIs, exact: true })
  if (request.status) filters.push({ kind: 'is', trait: request.status })
  if (request.language) filters.push({ kind: 'language', language: request.language })
  const from = request.from ? dayOf(request.from).from : ''
  const to = request.to ? dayOf(request.to).to : ''
  if (from !== '' || to !== '') filters.push({ kind: 'date', from, to })
  return filters
}

function dayOf(text: string): { readonly from: string; readonly to: string } {
  const range = dayRange(text)
  if (range !== undefined) return range
  throw new SouwenError('bad-request', `"${text}" is no date; write 2025, 2025-03 or 2025-03-01`)
}
