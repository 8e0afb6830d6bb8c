/** Which articles answer a request: those that match, and where hardly one does, those that lack some of the words. */

import { SouwenError } from '../../errors.ts'
import { isWithoutArticle } from '../../index/columns/statuses.ts'
import { dayRange } from '../../query/dates.ts'
import { parse } from '../../query/parse.ts'
import type { QueryNode, QueryWarning } from '../../query/query.ts'
import type { SearchRequest } from '../answers/result.ts'
import { type ArticleSet, intersect, NO_ARTICLES, unite } from '../lists/article-sets.ts'
import type { IndexView } from '../lists/index-view.ts'
import { typedPhrases } from '../literal/phrase.ts'
import type { Notice, Prepared } from '../plan/plan.ts'
import { prepare } from '../plan/prepare.ts'
import { matchPlan } from './match.ts'
import { matchPastedText, matchTitleWords, matchWholeTitle } from './match-titles.ts'
import type { Penalties } from './penalties.ts'
import { readPenalties } from './penalties.ts'
import { relax } from './relax.ts'

/** With fewer articles that have every word of a sentence, an answer is as likely among those that lack some. */
const ENOUGH_FOR_A_SENTENCE = 10

/** Lists by segment have one entry each, as the view's segments. */
export interface Found {
  readonly prepared: Prepared
  /** What was typed, as it would stand in a text, where the index cannot tell whether it does. */
  readonly phrasesToVerify: readonly string[]
  /** Those that hold the words side by side, as far as the index can tell. */
  readonly phraseMatches: readonly ArticleSet[]
  /** Articles that have all that was asked for. */
  readonly exact: readonly ArticleSet[]
  /**
   * Those, where it was relaxed others, and those whose title, or a line of whose text, was typed; of copies of one text the
   * first, unless all were asked for.
   */
  readonly matches: readonly ArticleSet[]
  /** Matches whose title is what was asked for: they come first. */
  readonly titleMatches: readonly ArticleSet[]
  readonly penalties: readonly Penalties[]
  /** The words that some of the matches lack; undefined: none does. */
  readonly relaxed: readonly string[] | undefined
  readonly warnings: readonly QueryWarning[]
}

/** Reads what the query needs. Throws SouwenError('bad-request') for a date that is none. */
export async function find(view: IndexView, request: SearchRequest): Promise<Found> {
  const { root, warnings } = parse(request.query, request.today)
  const filters = readFilters(request)
  const prepared = await prepare(view, joinByAnd([...root.children, ...filters]))
  const exact = prepared.plan.children.length > 0 ? matchSegments(view, prepared) : emptySets(view)
  const fewestExact = prepared.isSentence ? ENOUGH_FOR_A_SENTENCE : 1
  const relaxed = countArticles(exact) < fewestExact ? relax(prepared, view) : undefined
  const byWords = relaxed === undefined ? exact : uniteEach(exact, relaxed.matches)
  const widened = countArticles(byWords) > countArticles(exact)
  const allowed = filters.length === 0 ? undefined : await matchFilters(view, filters)
  const onlyAllowed = (sets: Sets) => (allowed === undefined ? sets : intersectEach(sets, allowed))
  const titledAsWhole = onlyAllowed(await matchWholeTitle(view, request.query, root))
  const titledByItsWords = intersectEach(await matchTitleWords(view, root), byWords)
  const literalMatches =
    countArticles(exact) > 0 ? emptySets(view) : await matchPastedText(view, request.query, root)
  return {
    prepared,
    phrasesToVerify: prepared.phraseArticles === undefined ? typedPhrases(request.query) : [],
    exact,
    phraseMatches: intersectEach(exact, prepared.phraseArticles ?? emptySets(view)),
    ...visibleMatches(
      view,
      request,
      uniteEach(uniteEach(byWords, titledAsWhole), onlyAllowed(literalMatches)),
      titledByItsWords.map((set, number) =>
        promoteTitles(view, prepared, unite(set, titledAsWhole[number] ?? set), number),
      ),
    ),
    penalties: view.segments.map((segment, number) =>
      readPenalties(segment, (widened && exact[number]) || NO_ARTICLES),
    ),
    relaxed: widened ? relaxed?.lacking : undefined,
    warnings: [
      ...warnings,
      ...prepared.notices.map((notice) => locateNotice(notice, request.query)),
    ],
  }
}

/** A title of one word is no reason to put a page first that holds nothing: 公告, 招人. */
function promoteTitles(
  { segments }: IndexView,
  { words }: Prepared,
  titled: ArticleSet,
  number: number,
): ArticleSet {
  if (words.length > 1) return titled
  return titled.filter((article) => !isWithoutArticle(segments[number]?.statuses[article]))
}

/** Of copies of one text the first, or that whose title was asked for. */
function visibleMatches(
  { duplicates }: IndexView,
  { all }: SearchRequest,
  matches: Sets,
  titleMatches: Sets,
): Pick<Found, 'matches' | 'titleMatches'> {
  if (all) return { matches, titleMatches }
  return {
    matches: duplicates.collapse(matches, titleMatches),
    titleMatches: duplicates.collapse(titleMatches),
  }
}

function locateNotice({ text, ...notice }: Notice, query: string): QueryWarning {
  return { ...notice, position: Math.max(0, query.indexOf(text)) }
}

/** How many articles all segments hold of a set. */
export function countArticles(sets: readonly ArticleSet[]): number {
  return sets.reduce((sum, set) => sum + set.length, 0)
}

function joinByAnd(children: readonly QueryNode[]): QueryNode {
  return { kind: 'and', children }
}

function matchSegments(view: IndexView, { plan }: Prepared): readonly ArticleSet[] {
  return view.segments.map((segment, number) => matchPlan(plan, segment, number))
}

function emptySets(view: IndexView): readonly ArticleSet[] {
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
async function matchFilters(view: IndexView, filters: readonly QueryNode[]): Promise<Sets> {
  return matchSegments(view, await prepare(view, joinByAnd(filters)))
}

/** The request's own filters as parts of a query. */
function readFilters(request: SearchRequest): readonly QueryNode[] {
  const filters: QueryNode[] = []
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
