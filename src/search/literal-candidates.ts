/** Which articles may hold a text literally: all that do and few others, from the index alone. */

import { PAIRED, pairedAs, pairKey, pairOf } from '../index/pairs.ts'
import { decodePairPostings, decodeWordPostings } from '../index/postings.ts'
import { TAIL_BYTES } from '../index/tails.ts'
import type { TermEntry } from '../index/terms.ts'
import { visitPieces } from '../text/pieces.ts'
import { type ArticleSet, intersect, NO_ARTICLES, select } from './article-sets.ts'
import type { SegmentView } from './index-view.ts'
import { seamArticles } from './seam-articles.ts'
import { listOfWord, pairArticles } from './term-lists.ts'
import { articlesOfAny } from './united-lists.ts'

export interface Candidates {
  readonly articles: ArticleSet
  /** Every one of them holds the text; nothing is left to look up. */
  readonly certain: boolean
}

/** Every run of letters and digits of at most this many units lies whole in some term (see tokenize.ts). */
const LOOKED_UP_UNITS = 32

/** Reading so many articles takes as long as a look at the dictionary. */
const FEW = 64

/**
 * Wide runs and signs by their pairs, words with a space between them by the seam. A run of letters inside the text is a whole word;
 * at its edges it may be part of one: where more articles are left than `few`, the dictionary is asked for words that begin with the
 * last and that end with the first.
 */
export async function literalCandidates(
  segment: SegmentView,
  needle: string,
  few = FEW,
): Promise<Candidates> {
  const words = wordsOf(needle)
  const [only] = words
  if (only?.text === needle) return single(segment, needle)
  const runs = pairedRuns(needle)
  const sets: ArticleSet[] = []
  for (const run of runs) sets.push(...(await runArticles(segment, run)))
  sets.push(...(await seamArticles(segment, needle)))
  for (const { whole, text } of words)
    if (whole) sets.push((await listOfWord(segment, text)).articles)
  let articles = sets.length === 0 ? undefined : sets.reduce(intersect)
  for (const test of edgeTests(words, needle)) {
    if (articles !== undefined && articles.length <= few) break
    const some = await articlesPassing(segment, test, articles?.length)
    if (some !== undefined) articles = articles === undefined ? some : intersect(articles, some)
  }
  if (articles === undefined && only !== undefined)
    articles = await articlesPassing(segment, contains(only.text))
  articles ??= liveArticles(segment)
  const isRun = runs[0]?.length === needle.length
  const settled = needle.length <= 2 || (isSign(needle) && articles.length > FEW_ARTICLES)
  return { articles, certain: isRun && settled }
}

/** Articles that are read to see whether signs stand there to the letter: of ...... many thousands would have to be. */
const FEW_ARTICLES = 256

function isSign(run: string): boolean {
  return pairedAs(run.charCodeAt(0)) === PAIRED.sign
}

/** The stretches of units that are paired with each other. */
function pairedRuns(needle: string): readonly string[] {
  const runs: string[] = []
  let start = 0
  for (let end = 1; end <= needle.length; end++) {
    const here = pairedAs(needle.charCodeAt(start))
    if (end < needle.length && pairedAs(needle.charCodeAt(end)) === here) continue
    if (here !== PAIRED.never) runs.push(needle.slice(start, end))
    start = end
  }
  return runs
}

/** A run of letters and digits. */
interface Piece {
  readonly text: string
  readonly start: number
  /** It is surely a term by itself: something else stands on both sides. */
  readonly whole: boolean
}

function wordsOf(needle: string): readonly Piece[] {
  const pieces: Piece[] = []
  visitPieces(needle, (kind, start, end) => {
    if (kind !== 'word') return
    const text = needle.slice(start, end)
    const inside = start > 0 && end < needle.length && text.length <= LOOKED_UP_UNITS
    pieces.push({ text, start, whole: inside && !isDressed(needle, start, end) })
  })
  return pieces
}

/** What the words of an article must have that holds the text, by its last run and by its first. */
function edgeTests(words: readonly Piece[], needle: string): readonly WordTest[] {
  const [first, last] = [words[0], words.at(-1)]
  const tests: WordTest[] = []
  if (last !== undefined && !last.whole && last.start > 0) tests.push(beginsWith(last.text))
  const end = first?.start === 0 ? first.text.length : needle.length
  if (first !== undefined && end < needle.length && !isDressed(needle, 0, end))
    tests.push(endsWith(first.text))
  return tests
}

/** c++, c# and .net are terms as a whole only. */
function isDressed(needle: string, start: number, end: number): boolean {
  return '+#'.includes(needle[end] ?? ' ') || '.#@+'.includes(needle[start - 1] ?? ' ')
}

async function single(segment: SegmentView, text: string): Promise<Candidates> {
  const articles = (await articlesPassing(segment, contains(text))) ?? NO_ARTICLES
  return { articles, certain: text.length <= LOOKED_UP_UNITS }
}

/** The articles of each adjacent pair of a run; of a single unit, those of all pairs that begin with it. */
function runArticles(segment: SegmentView, run: string): Promise<readonly ArticleSet[]> {
  if (run.length === 1) return Promise.all([articlesWithUnit(segment, run.charCodeAt(0))])
  const pairs = new Set<number>()
  for (let i = 1; i < run.length; i++) pairs.add(pairOf(run.charCodeAt(i - 1), run.charCodeAt(i)))
  return Promise.all(Array.from(pairs, (pair) => pairArticles(segment, pair)))
}

async function articlesWithUnit(segment: SegmentView, unit: number): Promise<ArticleSet> {
  const { pairs } = segment.segment
  const entries: TermEntry[] = []
  await pairs.scan(pairKey(pairOf(unit, 0)), (term, entry) => {
    if ((term[0] ?? 0) * 256 + (term[1] ?? 0) !== unit) return false
    entries.push(entry())
    return true
  })
  return articlesOfAny(segment, pairs, entries, decodePairPostings)
}

const NO_BYTES = new Uint8Array(0)

type TestTerm = (term: Uint8Array) => boolean

interface WordTest {
  /** Where in the dictionary to begin. */
  readonly from: Uint8Array
  readonly matches: TestTerm
  /** No term after one that does not match can match. */
  readonly inOneRange: boolean
  /** How a term ends that matches, where this is all that is asked. */
  readonly end?: Uint8Array
}

function beginsWith(text: string): WordTest {
  const part = lookedUpPart(text)
  return { from: part, matches: (term) => standsAt(term, part, 0), inOneRange: true }
}

function endsWith(text: string): WordTest {
  const end = text.slice(-LOOKED_UP_UNITS)
  const part = new TextEncoder().encode(end.isWellFormed() ? end : end.slice(1))
  const matches: TestTerm = (term) => standsAt(term, part, term.length - part.length)
  return { from: NO_BYTES, matches, inOneRange: false, end: part }
}

function contains(text: string): WordTest {
  const part = lookedUpPart(text)
  return { from: NO_BYTES, matches: (term) => isInside(term, part), inOneRange: false }
}

/** Of a long run its beginning, never half a character: that would be no part of any term. */
function lookedUpPart(run: string): Uint8Array {
  const cut = run.slice(0, LOOKED_UP_UNITS)
  return new TextEncoder().encode(cut.isWellFormed() ? cut : cut.slice(0, -1))
}

/** The articles with a word that passes; of the test for which too many words do to be worth their lists: undefined. */
async function articlesPassing(
  segment: SegmentView,
  test: WordTest,
  left = Number.POSITIVE_INFINITY,
): Promise<ArticleSet | undefined> {
  const { words } = segment.segment
  const { end = NO_BYTES } = test
  if (left < Number.POSITIVE_INFINITY && !test.inOneRange) {
    if (end.length < TAIL_BYTES) return undefined
    return articlesOfAny(segment, words, await words.endingWith(end), decodeWordPostings)
  }
  const entries: TermEntry[] = []
  await words.scan(test.from, (term, entry) => {
    const matches = test.matches(term)
    if (matches) entries.push(entry())
    return (matches || !test.inOneRange) && entries.length <= left
  })
  if (entries.length > left) return undefined
  return articlesOfAny(segment, words, entries, decodeWordPostings)
}

function liveArticles(segment: SegmentView): ArticleSet {
  return select(segment.segment.meta.articles, (article) => !segment.deleted.has(article))
}

function isInside(text: Uint8Array, part: Uint8Array): boolean {
  const last = text.length - part.length
  for (let start = 0; start <= last; start++) if (standsAt(text, part, start)) return true
  return false
}

function standsAt(text: Uint8Array, part: Uint8Array, start: number): boolean {
  for (let i = 0; i < part.length; i++) if (text[start + i] !== part[i]) return false
  return true
}
