/** Finds the articles that answer a request: those that match, and where hardly any does, those that lack some of the words. */

import { isWithoutArticle } from '../../index/columns/statuses.ts'
import type { QueryWarning } from '../../query/query.ts'
import { someText } from '../../query/text-nodes.ts'
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
import { andOf } from '../plan/planned.ts'
import { prepare } from '../plan/prepare.ts'
import type { Asked } from './asked.ts'
import { matchPlan } from './match.ts'
import { matchPastedText, matchTitleWords, matchWholeTitle } from './match-titles.ts'
import { type Penalties, readPenalties } from './penalties.ts'
import { relax } from './relax.ts'

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
  /** All that is shown: exact and relaxed matches, and articles found by their title or by pasted text. */
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

/** Reads what the query needs and matches it. All copies of a text are found: see leaveOneOfEach. */
export async function find(view: IndexView, asked: Asked): Promise<Found> {
  const { root, typed, filters, warnings } = asked
  const prepared = await prepare(view, root, filters)
  const byWords = matchWords(view, prepared)
  const byTitle = await matchTitles(view, asked, byWords, allowedBy(view, prepared))
  const { exact, lacking } = byWords
  return {
    prepared,
    phrasesToVerify: prepared.phraseArticles === undefined ? typedPhrases(typed) : [],
    exact,
    phraseMatches: intersectEach(exact, prepared.phraseArticles ?? emptySets(view)),
    matches: byTitle.matches,
    titleMatches: promoteTitles(view, prepared, byTitle.titled),
    penalties: view.segments.map((segment, number) =>
      readPenalties(segment, lacking === undefined ? NO_ARTICLES : setOf(exact, number)),
    ),
    relaxed: lacking,
    asksForText: someText(root, () => true),
    looksInPages: someText(root, ({ field }) => field === 'page'),
    warnings: [...warnings, ...prepared.notices.map((one) => locateNotice(one, typed))],
  }
}

/** Counts the articles that have all that a query asks for. */
export async function countExact(
  view: IndexView,
  { root, filters }: Pick<Asked, 'root' | 'filters'>,
): Promise<number> {
  return countArticles(matchSegments(view, (await prepare(view, root, filters)).plan))
}

/** Leaves one of each group of copies: one whose title was asked for, else the first. */
export function leaveOneOfEach({ duplicates }: IndexView, found: Found): Found {
  const { matches, titleMatches } = found
  return {
    ...found,
    matches: duplicates.collapse(matches, titleMatches),
    titleMatches: duplicates.collapse(titleMatches),
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
  const exact = matchSegments(view, prepared.plan)
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
  { root, typed }: Pick<Asked, 'root' | 'typed'>,
  byWords: WordMatches,
  allowed: SegmentSets | undefined,
): Promise<TitleMatches> {
  const onlyAllowed = (sets: SegmentSets) => (allowed ? intersectEach(sets, allowed) : sets)
  const wholeTitles = onlyAllowed(await matchWholeTitle(view, typed, root))
  const wordTitles = intersectEach(await matchTitleWords(view, root), byWords.matches)
  const isFound = countArticles(byWords.exact) > 0
  const literal = isFound ? emptySets(view) : onlyAllowed(await matchPastedText(view, typed, root))
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

function locateNotice({ text, ...notice }: Notice, query: string): QueryWarning {
  return { ...notice, position: Math.max(0, query.indexOf(text)) }
}

/** An empty query matches nothing. */
function matchSegments(view: IndexView, plan: Prepared['plan']): SegmentSets {
  if (plan.children.length === 0) return emptySets(view)
  return view.segments.map((segment, number) => matchPlan(plan, segment, number))
}

/** Matches the conditions beside the query; undefined: there are none. */
function allowedBy(view: IndexView, { filters }: Prepared): SegmentSets | undefined {
  return filters.length === 0 ? undefined : matchSegments(view, andOf(filters))
}
