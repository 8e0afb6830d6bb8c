/**
 * A query made ready: every word cut into terms, every term with its postings in each segment. Making it reads all bytes
 * the query needs; matching and scoring then run without waiting.
 */

import { dateNumber } from '../index/segment.ts'
import type { QueryNode } from '../query/query.ts'
import { normalizeText } from '../text/normalize.ts'
import { queryPieces } from '../text/tokenize.ts'
import { type ArticleSet, intersect, NO_ARTICLES, select } from './article-sets.ts'
import { inverseDocumentFrequency, LITERAL_SHARE } from './bm25f.ts'
import { cutRun } from './cut-run.ts'
import type { IndexView, SegmentView } from './index-view.ts'
import { findLiteral } from './literal.ts'
import type { Needle } from './marks.ts'
import { requiredTerms } from './match.ts'
import type { Sought } from './nearness.ts'
import { EMPTY_LIST, type PostingList, wordFrequency, wordLists } from './term-lists.ts'

/** Something that matches articles and adds to their score. */
export interface ScoredTerm {
  /** The word or phrase, normalised; for messages and explanations. */
  readonly text: string
  readonly documentFrequency: number
  /** Weight in the sum: idf, or a share of it. */
  readonly weight: number
  /** One a segment. */
  readonly lists: readonly PostingList[]
}

export type Plan =
  | { readonly kind: 'and'; readonly children: readonly Plan[] }
  | { readonly kind: 'or'; readonly children: readonly Plan[] }
  | { readonly kind: 'not'; readonly child: Plan }
  | { readonly kind: 'term'; readonly term: ScoredTerm }
  /** A condition that adds nothing to the score; one set a segment. */
  | { readonly kind: 'filter'; readonly sets: readonly ArticleSet[] }

export interface Prepared {
  readonly plan: Plan & { readonly kind: 'and' }
  /** What to mark in titles and bodies. */
  readonly needles: readonly Needle[]
  /** The words asked for anywhere in an article, each once. */
  readonly words: readonly Sought[]
  /** Words inside those words: they add to the score, and match nothing. */
  readonly parts: readonly ScoredTerm[]
  /** The most words in one that was typed as one: nobody asked for them one by one. 0 for keywords and for operators. */
  readonly unparted: number
  /** A sentence, most likely a question: several words and characters as one, and nothing in quotes. */
  readonly isSentence: boolean
}

/** Fewer words, or fewer UTF-16 units, are a name or a keyword. */
const SENTENCE_WORDS = 3
const SENTENCE_UNITS = 6

/** Reads what the query needs. */
export async function prepare(view: IndexView, root: QueryNode): Promise<Prepared> {
  const context: Context = { view, needles: [], words: new Map(), unparted: 0, hasSentence: false }
  const plan = await planNode(context, root, true)
  const unparted = partedBySpaces(root, context.unparted) ? 0 : context.unparted
  return {
    plan: plan.kind === 'and' ? plan : { kind: 'and', children: [plan] },
    needles: context.needles,
    words: [...context.words.values()],
    parts: await planParts(view, context.words),
    unparted,
    isSentence: context.hasSentence && unparted > 0 && hasOnly(root, ['word', 'source', 'date']),
  }
}

interface Context {
  readonly view: IndexView
  readonly needles: Needle[]
  readonly words: Map<string, Sought>
  unparted: number
  hasSentence: boolean
}

/** Keywords, one of which may happen to be several words: there are more of them than words in any. */
function partedBySpaces(root: QueryNode, unparted: number): boolean {
  if (root.kind !== 'and' || !hasOnly(root, ['word', 'phrase', 'source', 'date'])) return true
  return root.children.filter(({ kind }) => kind === 'word').length >= unparted
}

/** Nodes of these kinds side by side. */
function hasOnly(root: QueryNode, kinds: readonly QueryNode['kind'][]): boolean {
  return root.kind === 'and' && root.children.every(({ kind }) => kinds.includes(kind))
}

/** `wanted`: the node is asked for, not excluded; only then its words are marked. */
async function planNode(context: Context, node: QueryNode, wanted: boolean): Promise<Plan> {
  switch (node.kind) {
    case 'and':
    case 'or': {
      const children = await Promise.all(
        node.children.map((child) => planNode(context, child, wanted)),
      )
      return { kind: node.kind, children }
    }
    case 'not':
      return { kind: 'not', child: await planNode(context, node.child, !wanted) }
    case 'word':
      return planWord(context, node.text, node.field === 'title', wanted)
    case 'phrase':
      return planPhrase(context, node.text, node.field === 'title', wanted)
    case 'source':
      return { kind: 'filter', sets: await sourceSets(context.view, node.text) }
    case 'date':
      return { kind: 'filter', sets: await dateSets(context.view, node.from, node.to) }
  }
}

async function planWord(
  context: Context,
  text: string,
  titleOnly: boolean,
  wanted: boolean,
): Promise<Plan> {
  const children: Plan[] = []
  for (const piece of queryPieces(normalizeText(text))) {
    if (piece.kind === 'han') children.push(await planRun(context, piece.text, titleOnly, wanted))
    else
      children.push(await planTerm(context, piece.text, titleOnly, wanted, piece.kind === 'term'))
  }
  const words = new Set(children.flatMap(requiredTerms).map((term) => term.text)).size
  if (wanted && !titleOnly) {
    context.unparted = Math.max(context.unparted, words)
    context.hasSentence ||= words >= SENTENCE_WORDS && text.length >= SENTENCE_UNITS
  }
  if (children.length > 0) return { kind: 'and', children }
  return planPhrase(context, text, titleOnly, wanted)
}

async function planTerm(
  context: Context,
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
  context: Context,
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
  for (const word of words) terms.push(await planTerm(context, word, titleOnly, wanted, false))
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

async function planPhrase(
  context: Context,
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

/** The words of two and three characters inside longer words of the query, as an article's words are cut. */
async function planParts(
  view: IndexView,
  words: ReadonlyMap<string, unknown>,
): Promise<readonly ScoredTerm[]> {
  const texts = new Set([...words.keys()].filter((word) => HAN.test(word)).flatMap(partsOf))
  const share = view.ranking.partShare
  if (share === 0) return []
  const wanted = [...texts].filter((text) => !words.has(text))
  const terms = await Promise.all(
    wanted.map(async (text) => scoredTerm(view, text, await wordLists(view, text))),
  )
  return terms
    .filter(({ documentFrequency }) => documentFrequency > 0)
    .map((term) => ({ ...term, weight: term.weight * share }))
}

const HAN = /^\p{Script=Han}+$/u

function partsOf(word: string): readonly string[] {
  const pieces = [2, 3].flatMap((length) =>
    Array.from(word, (_, start) => word.slice(start, start + length)),
  )
  return pieces.filter((piece) => piece.length > 1 && piece.length < word.length)
}

function scoredTerm(view: IndexView, text: string, lists: readonly PostingList[]): ScoredTerm {
  const documentFrequency = lists.reduce((sum, list) => sum + list.articles.length, 0)
  const weight = inverseDocumentFrequency(documentFrequency, view.articles)
  return { text, documentFrequency, weight, lists }
}

/** The postings of a list whose term stands in the title. */
function inTitle(list: PostingList): PostingList {
  const kept = select(list.articles.length, (i) => (list.titleFrequencies[i] ?? 0) > 0)
  return {
    articles: kept.map((i) => list.articles[i] ?? 0),
    bodyFrequencies: kept.map((i) => list.bodyFrequencies[i] ?? 0),
    titleFrequencies: kept.map((i) => list.titleFrequencies[i] ?? 0),
  }
}

/** Live articles whose source contains the text, case and script folded. */
async function sourceSets(view: IndexView, text: string): Promise<readonly ArticleSet[]> {
  const wanted = normalizeText(text)
  return Promise.all(
    view.segments.map(async (segment) => {
      const matches = segment.segment.meta.sources.map((source) =>
        normalizeText(source).includes(wanted),
      )
      const sources = await segment.segment.column('sources')
      return liveSet(segment, (article) => matches[sources[article] ?? 0] === true)
    }),
  )
}

/** Live articles of the days; an article without a date is in no bounded range. */
async function dateSets(view: IndexView, from: string, to: string): Promise<readonly ArticleSet[]> {
  const first = from === '' ? 0 : dateNumber(from)
  const last = to === '' ? 99_999_999 : dateNumber(to)
  return Promise.all(
    view.segments.map(async (segment) => {
      const dates = await segment.segment.column('dates')
      return liveSet(segment, (article) => {
        const date = dates[article] ?? 0
        return date >= first && date <= last && date > 0
      })
    }),
  )
}

function liveSet(segment: SegmentView, has: (article: number) => boolean): ArticleSet {
  return select(
    segment.segment.meta.articles,
    (article) => !segment.deleted.has(article) && has(article),
  )
}
