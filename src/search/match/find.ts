/** Finds the articles that answer a request: those that match, and where hardly any does, those that lack some of the words. */

import { isWithoutArticle } from '../../index/columns/statuses.ts'
import { parse } from '../../query/parse.ts'
import type { QueryNode, QueryWarning } from '../../query/query.ts'
import { someText } from '../../query/text-nodes.ts'
import type { SearchRequest } from '../answers/result.ts'
import { NO_ARTICLES, setOf } from '../lists/article-sets.ts'
import type { IndexView } from '../lists/index-view.ts'
import {
  countArticles,
  emptySets,
  intersectEach,
  type SegmentSets,
  uniteEach,
} from '../lists/segment-sets.ts'
import { typedPhrases } from '../literal/phrase.ts'
import type { Notice, Prepared } from '../plan/plan.ts'
import { prepare } from '../plan/prepare.ts'
import { matchPlan } from './match.ts'
import { matchPastedText, matchTitleWords, matchWholeTitle } from './match-titles.ts'
import { type Penalties, readPenalties } from './penalties.ts'
import { relax } from './relax.ts'
import { readFilters } from './request-filters.ts'

/** When fewer articles have all words of a sentence, an answer is as likely among those that lack some. */
const ENOUGH_FOR_A_SENTENCE = 10

/** Sets and penalties come one for each segment of the view. */
export interface Found {
  readonly prepared: Prepared
  /** These forms of the typed text may stand in an article; there are none if the index alone tells whether they do. */
  readonly phrasesToVerify: readonly string[]
  /** Articles that hold the words side by side, as far as the index can tell. */
  readonly phraseMatches: SegmentSets
  /** Articles that have all that was asked for. */
  readonly exact: SegmentSets
  /**
   * All that is shown: exact and relaxed matches, and articles found by their title or by pasted text; one of each group of
   * copies, unless all were asked for.
   */
  readonly matches: SegmentSets
  /** Matches whose title is what was asked for: they come first. */
  readonly titleMatches: SegmentSets
  readonly penalties: readonly Penalties[]
  /** The words that some of the matches lack; undefined: all matches have all words. */
  readonly relaxed: readonly string[] | undefined
  /** Words or phrases are asked for, and not conditions alone. */
  readonly asksForText: boolean
  /** Some of them also in the lines that were taken off the pages. */
  readonly looksInPages: boolean
  readonly warnings: readonly QueryWarning[]
}

/** Reads what the query needs and matches it. Throws SouwenError('bad-request') for a date that is none. */
export async function find(view: IndexView, request: SearchRequest): Promise<Found> {
  const { root, warnings } = parse(request.query, request.today)
  const filters = readFilters(request)
  const prepared = await prepare(view, joinByAnd([...root.children, ...filters]))
  const byWords = matchWords(view, prepared)
  const byTitle = await matchTitles(
    view,
    request.query,
    root,
    byWords,
    allowedBy(view, prepared, filters),
  )
  const { exact, lacking } = byWords
  return {
    prepared,
    phrasesToVerify: prepared.phraseArticles === undefined ? typedPhrases(request.query) : [],
    exact,
    phraseMatches: intersectEach(exact, prepared.phraseArticles ?? emptySets(view)),
    ...visibleMatches(
      view,
      request,
      byTitle.matches,
      promoteTitles(view, prepared, byTitle.titled),
    ),
    penalties: view.segments.map((segment, number) =>
      readPenalties(segment, lacking === undefined ? NO_ARTICLES : setOf(exact, number)),
    ),
    relaxed: lacking,
    asksForText: someText(root, () => true),
    looksInPages: someText(root, ({ field }) => field === 'page'),
    warnings: [...warnings, ...prepared.notices.map((one) => locateNotice(one, request.query))],
  }
}

interface WordMatches {
  readonly exact: SegmentSets
  /** The exact matches and, where these are too few, others that lack some words. */
  readonly matches: SegmentSets
  /** The words that some of the matches lack; undefined: none was added. */
  readonly lacking: readonly string[] | undefined
}

function matchWords(view: IndexView, prepared: Prepared): WordMatches {
  const exact = matchSegments(view, prepared)
  const enough = prepared.isSentence ? ENOUGH_FOR_A_SENTENCE : 1
  const relaxed = countArticles(exact) < enough ? relax(prepared, view) : undefined
  if (relaxed === undefined) return { exact, matches: exact, lacking: undefined }
  const matches = uniteEach(exact, relaxed.matches)
  const isWider = countArticles(matches) > countArticles(exact)
  return { exact, matches, lacking: isWider ? relaxed.lacking : undefined }
}

interface TitleMatches {
  /** Matches by words, by title and by pasted text. */
  readonly matches: SegmentSets
  /** Those of them whose title was asked for. */
  readonly titled: SegmentSets
}

/** Adds articles whose title was typed or, where nothing has all words, whose text holds what was pasted. */
async function matchTitles(
  view: IndexView,
  query: string,
  root: QueryNode,
  byWords: WordMatches,
  allowed: SegmentSets | undefined,
): Promise<TitleMatches> {
  const onlyAllowed = (sets: SegmentSets) => (allowed ? intersectEach(sets, allowed) : sets)
  const wholeTitles = onlyAllowed(await matchWholeTitle(view, query, root))
  const wordTitles = intersectEach(await matchTitleWords(view, root), byWords.matches)
  const isFound = countArticles(byWords.exact) > 0
  const literal = isFound ? emptySets(view) : onlyAllowed(await matchPastedText(view, query, root))
  return {
    matches: uniteEach(uniteEach(byWords.matches, wholeTitles), literal),
    titled: uniteEach(wordTitles, wholeTitles),
  }
}

/** Drops pages without text where a single word was asked for: to have it as title, as 公告 or 招人, is no reason to come first. */
function promoteTitles(
  { segments }: IndexView,
  { words }: Prepared,
  titled: SegmentSets,
): SegmentSets {
  if (words.length > 1) return titled
  return segments.map(({ statuses }, number) =>
    setOf(titled, number).filter((article) => !isWithoutArticle(statuses[article])),
  )
}

/** Leaves one of each group of copies: one whose title was asked for, else the first. */
function visibleMatches(
  { duplicates }: IndexView,
  { all }: SearchRequest,
  matches: SegmentSets,
  titleMatches: SegmentSets,
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

function joinByAnd(children: readonly QueryNode[]): QueryNode {
  return { kind: 'and', children }
}

/** An empty query matches nothing. */
function matchSegments(view: IndexView, { plan }: Pick<Prepared, 'plan'>): SegmentSets {
  if (plan.children.length === 0) return emptySets(view)
  return view.segments.map((segment, number) => matchPlan(plan, segment, number))
}

/** Matches the request's own filters, which are the last parts of the plan; undefined: there are none. */
function allowedBy(
  view: IndexView,
  { plan }: Prepared,
  filters: readonly QueryNode[],
): SegmentSets | undefined {
  if (filters.length === 0) return undefined
  return matchSegments(view, {
    plan: { kind: 'and', children: plan.children.slice(-filters.length) },
  })
}
