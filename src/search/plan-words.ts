/** Words and phrases of a query as terms with their postings. */

import { findMeant, withMeant } from '../text/meant.ts'
import { normalizeText } from '../text/normalize.ts'
import { queryPieces } from '../text/tokenize.ts'
import { type ArticleSet, intersect, NO_ARTICLES, select } from './article-sets.ts'
import { LITERAL_SHARE } from './bm25f.ts'
import { cutRun } from './cut-run.ts'
import type { IndexView } from './index-view.ts'
import { findLiteral } from './literal.ts'
import type { Needle } from './marks.ts'
import { requiredTerms } from './match.ts'
import type { Sought } from './nearness.ts'
import type { Notice, Plan, ScoredTerm } from './plan.ts'
import { scoredTerm } from './scored-term.ts'
import { EMPTY_LIST, type PostingList, wordFrequency, wordLists } from './term-lists.ts'

/** Fewer words, or fewer UTF-16 units, are a name or a keyword. */
const SENTENCE_WORDS = 3
const SENTENCE_UNITS = 6

/**
 * Of so many single characters the articles are fetched that hold them in any word, thousands of pairs each; of more than these
 * only those that hold them as words of their own.
 */
const MOST_SINGLES = 16

/** What is gathered while a query is made ready. */
export interface PlanContext {
  readonly view: IndexView
  readonly needles: Needle[]
  readonly words: Map<string, Sought>
  readonly notices: Notice[]
  unparted: number
  hasSentence: boolean
  /** Single characters that were looked for as such so far. */
  singles: number
  /** Beginnings of words that were looked up so far. */
  expansions: number
}

export async function planWord(
  context: PlanContext,
  text: string,
  titleOnly: boolean,
  wanted: boolean,
): Promise<Plan> {
  const written = normalizeText(text)
  const children: Plan[] = []
  let from = 0
  for (const { start, end, meant } of findMeant(written).filter(({ kind }) => kind === 'date')) {
    children.push(...(await planPieces(context, written.slice(from, start), titleOnly, wanted)))
    const asWritten = await planPieces(context, written.slice(start, end), titleOnly, wanted)
    const asMeant = await planTerm(context, meant, titleOnly, wanted, true)
    children.push({ kind: 'or', children: [asMeant, { kind: 'and', children: asWritten }] })
    from = end
  }
  children.push(...(await planPieces(context, written.slice(from), titleOnly, wanted)))
  const words = new Set(children.flatMap(requiredTerms).map((term) => term.text)).size
  if (wanted && !titleOnly) {
    context.unparted = Math.max(context.unparted, words)
    context.hasSentence ||= words >= SENTENCE_WORDS && written.length >= SENTENCE_UNITS
  }
  if (children.length > 0) return { kind: 'and', children }
  return planPhrase(context, text, titleOnly, wanted)
}

/** A word typed again and again asks for nothing more. */
async function planPieces(
  context: PlanContext,
  written: string,
  titleOnly: boolean,
  wanted: boolean,
): Promise<readonly Plan[]> {
  const pieces = queryPieces(
    withMeant(
      written,
      findMeant(written).filter(({ kind }) => kind !== 'date'),
    ),
  )
  const plans: Plan[] = []
  for (const { kind, text } of new Map(pieces.map((piece) => [piece.text, piece])).values()) {
    if (kind === 'han') plans.push(await planRun(context, text, titleOnly, wanted))
    else plans.push(await planTerm(context, text, titleOnly, wanted, kind === 'term'))
  }
  return plans
}

async function planTerm(
  context: PlanContext,
  word: string,
  titleOnly: boolean,
  wanted: boolean,
  whole: boolean,
): Promise<Plan> {
  const lists = await wordLists(context.view, word)
  const term = scoredTerm(context.view, word, titleOnly ? lists.map(inTitle) : lists)
  if (wanted) context.needles.push({ text: word, weight: term.weight, whole })
  if (wanted && !titleOnly) context.words.set(word, { text: word, weight: term.weight, whole })
  return { kind: 'term', term }
}

/**
 * A run of Han characters: the articles that hold all its words, and, weighing less, those that hold it only as
 * characters because they were cut otherwise. A single character has no words around it to cut, so characters settle it.
 */
async function planRun(
  context: PlanContext,
  run: string,
  titleOnly: boolean,
  wanted: boolean,
): Promise<Plan> {
  const { view, needles } = context
  const words = await cutRun(
    run,
    view.longestWord,
    (word) => wordFrequency(view, word),
    view.termOccurrences,
  )
  const terms: Plan[] = []
  for (const word of new Set(words))
    terms.push(await planTerm(context, word, titleOnly, wanted, false))
  if (run.length === 1 && ++context.singles > MOST_SINGLES) return { kind: 'and', children: terms }
  const literal = await planLiteral(view, run, titleOnly, terms)
  if (wanted) needles.push({ text: run, weight: literal.weight / LITERAL_SHARE, whole: false })
  return {
    kind: 'or',
    children: [
      { kind: 'and', children: terms },
      { kind: 'term', term: literal },
    ],
  }
}

/**
 * The run as characters, in the articles that do not hold all its words. All pairs of neighbours are enough: reading each
 * such article to be sure took most of a slow search, and a quoted text is looked for to the letter anyway.
 */
async function planLiteral(
  view: IndexView,
  run: string,
  titleOnly: boolean,
  terms: readonly Plan[],
): Promise<ScoredTerm> {
  const lists = await Promise.all(
    view.segments.map((segment, number) =>
      findLiteral(segment, run, {
        titleOnly,
        byPairs: true,
        skip: terms.map((plan) => articlesOf(plan, number)).reduce(intersect),
      }),
    ),
  )
  const term = scoredTerm(view, run, lists)
  return { ...term, weight: term.weight * LITERAL_SHARE }
}

function articlesOf(plan: Plan, number: number): ArticleSet {
  return plan.kind === 'term' ? (plan.term.lists[number] ?? EMPTY_LIST).articles : NO_ARTICLES
}

export async function planPhrase(
  context: PlanContext,
  text: string,
  titleOnly: boolean,
  wanted: boolean,
): Promise<Plan> {
  const needle = normalizeText(text).trim()
  if (needle === '') return { kind: 'and', children: [] }
  const lists = await Promise.all(
    context.view.segments.map((segment) => findLiteral(segment, needle, { titleOnly })),
  )
  const term = scoredTerm(context.view, needle, lists)
  const sought = { text: needle, weight: term.weight, whole: false }
  if (wanted) context.needles.push(sought)
  if (wanted && !titleOnly) context.words.set(needle, sought)
  return { kind: 'term', term }
}

/** The postings of a list whose term stands in the title. */
export function inTitle(list: PostingList): PostingList {
  const kept = select(list.articles.length, (i) => (list.titleFrequencies[i] ?? 0) > 0)
  return {
    articles: kept.map((i) => list.articles[i] ?? 0),
    bodyFrequencies: kept.map((i) => list.bodyFrequencies[i] ?? 0),
    titleFrequencies: kept.map((i) => list.titleFrequencies[i] ?? 0),
  }
}
