/** Finds the articles that answer a request: those that have all words, and those that lack some. */

import { placeIn } from '../../binary-search.ts'
import { integerAt } from '../../element-at.ts'
import { isWithoutArticle } from '../../index/columns/statuses.ts'
import type { ArticlePlace } from '../../index/generation/article-place.ts'
import type { QueryWarning } from '../../query/query.ts'
import { someText } from '../../query/text-nodes.ts'
import { setOf } from '../lists/article-sets.ts'
import type { IndexView } from '../lists/index-view.ts'
import {
  countArticles,
  emptySets,
  intersectEach,
  type SegmentSets,
  subtractEach,
  uniteEach,
} from '../lists/segment-sets.ts'
import { typedPhrases } from '../literal/phrase.ts'
import type { Notice, Prepared, Readings } from '../plan/plan.ts'
import { andOf } from '../plan/planned.ts'
import { prepare } from '../plan/prepare.ts'
import type { Asked } from './asked.ts'
import { matchPlan } from './match.ts'
import { matchPastedText, matchTitleWords, matchWholeTitle } from './match-titles.ts'
import { findLooseWords, type LooseWord, matchPartly } from './partial-matches.ts'

/** Sets come one for each segment of the view. */
export interface Found {
  readonly prepared: Prepared
  /** The words that articles may lack. */
  readonly looseWords: readonly LooseWord[]
  /** The forms in which a title may hold the typed text. */
  readonly typedPhrases: readonly string[]
  /** These forms of the typed text may stand in an article; there are none if the index alone tells whether they do. */
  readonly phrasesToVerify: readonly string[]
  /** Articles that hold the words side by side, as far as the index can tell. */
  readonly phraseMatches: SegmentSets
  /** Articles that have all that was asked for. */
  readonly exact: SegmentSets
  /** Those of them that are shown, and articles that were found by their title or by pasted text. */
  readonly complete: SegmentSets
  /** Other articles, which lack some of the words: they come behind all complete ones. */
  readonly partial: SegmentSets
  /** Matches whose title is what was asked for: they come first. */
  readonly titleMatches: SegmentSets
  /** Words or phrases are asked for, and not conditions alone. */
  readonly asksForText: boolean
  /** Some of them also in the lines that were taken off the pages. */
  readonly looksInPages: boolean
  readonly warnings: readonly QueryWarning[]
}

/**
 * Reads what the query needs and matches it. All copies of a text are found: see leaveOneOfEach.
 * @param known what was read for the same conditions and quoted texts
 */
export async function find(view: IndexView, asked: Asked, known?: Readings): Promise<Found> {
  const { root, typed, filters, warnings } = asked
  const prepared = await prepare(view, root, filters, known)
  const looseWords = findLooseWords(view, prepared)
  const exact = matchSegments(view, prepared.plan)
  const partly = matchPartly(view, prepared, looseWords, exact)
  const { complete, titled } = await matchTitles(view, asked, prepared, exact, partly)
  return {
    prepared,
    looseWords,
    typedPhrases: typedPhrases(typed),
    phrasesToVerify: prepared.phraseArticles === undefined ? typedPhrases(typed) : [],
    exact,
    phraseMatches: intersectEach(exact, prepared.phraseArticles ?? emptySets(view)),
    complete,
    partial: subtractEach(partly, complete),
    titleMatches: promoteTitles(view, titled),
    asksForText: someText(root, () => true),
    looksInPages: someText(root, ({ field }) => field === 'page'),
    warnings: [
      ...warnings,
      ...[...prepared.notices, ...noticeUnknown(looseWords)].map((one) => locateNotice(one, typed)),
    ],
  }
}

/** Lists the words that an article lacks. */
export function listLacking(found: Found, { segment, article }: ArticlePlace): readonly string[] {
  if (placeIn(setOf(found.complete, segment), article) >= 0) return []
  const lacking = found.looseWords.filter(
    ({ holders }) => placeIn(setOf(holders, segment), article) < 0,
  )
  return lacking.map(({ text }) => text)
}

/** Counts the articles that have all that a query asks for. */
export async function countExact(
  view: IndexView,
  { root, filters }: Pick<Asked, 'root' | 'filters'>,
): Promise<number> {
  return countArticles(matchSegments(view, (await prepare(view, root, filters)).plan))
}

/** Leaves one of each group of copies: one whose title was asked for, else one with all words, else the first. */
export function leaveOneOfEach({ duplicates }: IndexView, found: Found): Found {
  const { complete, partial, titleMatches } = found
  const all = uniteEach(complete, partial)
  const shown = duplicates.collapse(all, [complete, titleMatches])
  return {
    ...found,
    complete: intersectEach(shown, complete),
    partial: intersectEach(shown, partial),
    titleMatches: intersectEach(shown, titleMatches),
  }
}

interface TitleMatches {
  /** Articles with all words, or found by their title or by pasted text. */
  readonly complete: SegmentSets
  /** Matches whose title was asked for. */
  readonly titled: SegmentSets
}

/** Adds articles whose title was typed or, where nothing has all words, whose text holds what was pasted. */
async function matchTitles(
  view: IndexView,
  { root, typed }: Asked,
  prepared: Prepared,
  exact: SegmentSets,
  partly: SegmentSets,
): Promise<TitleMatches> {
  const allowed = allowedBy(view, prepared)
  const onlyAllowed = (sets: SegmentSets) => (allowed ? intersectEach(sets, allowed) : sets)
  const wholeTitles = onlyAllowed(await matchWholeTitle(view, typed, root))
  const wordTitles = intersectEach(await matchTitleWords(view, root), uniteEach(exact, partly))
  const titled = uniteEach(wordTitles, wholeTitles)
  const isFound = countArticles(exact) > 0
  const literal = isFound ? emptySets(view) : onlyAllowed(await matchPastedText(view, typed, root))
  return { complete: uniteEach(uniteEach(exact, titled), literal), titled }
}

/** Drops pages without text: they never stand above an article that says the words. */
function promoteTitles({ segments }: IndexView, titled: SegmentSets): SegmentSets {
  return segments.map(({ statuses }, number) =>
    setOf(titled, number).filter((article) => !isWithoutArticle(integerAt(statuses, article))),
  )
}

/** Says which words no article holds. */
function noticeUnknown(words: readonly LooseWord[]): readonly Notice[] {
  const unknown = words.filter(({ holders }) => countArticles(holders) === 0)
  return unknown.map(({ text, typed }) => {
    return { kind: 'unknown', message: `no article has "${text}"`, text: typed, words: [text] }
  })
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
