/** Finds articles that may hold a text to the letter, from the index alone: all that do, and few others. */

import { markPairPostings, markWordPostings } from '../../index/postings/mark-postings.ts'
import { PAIRED, pairedAs, pairKey, pairOf, pairOfKey } from '../../index/postings/pairs.ts'
import { SUFFIX_BYTES } from '../../index/terms/term-suffixes.ts'
import type { TermDictionary, TermEntry } from '../../index/terms/terms.ts'
import { isWordAt, visitPieces } from '../../text/terms/script-runs.ts'
import {
  type ArticleSet,
  intersect,
  liveArticles,
  NO_ARTICLES,
  subtract,
} from '../lists/article-sets.ts'
import type { SegmentView } from '../lists/index-view.ts'
import { mergeArticles } from '../lists/merged-postings.ts'
import { readWordList } from '../lists/posting-lists.ts'
import { type Lookup, lookUpMany, lookUpPair } from './lookup.ts'
import { findMadeArticles } from './made-terms.ts'
import { lookUpSeams } from './seam-candidates.ts'

export interface LiteralCandidates {
  /** All that hold the text, and few others. */
  readonly articles: ArticleSet
  /** Those of them that are known to hold it, so that they need not be read. */
  readonly certain: ArticleSet
}

/** A run of letters and digits of at most so many UTF-16 units lies whole in some term: see tokenize.ts. */
const LOOKED_UP_UNITS = 32

/** So many articles are read in the time that a walk through the dictionary takes. */
const FEW = 64

/**
 * Looks up wide runs and signs by their pairs, and words with a space between them by the seam. A run of letters inside the needle
 * is a whole word. One at its edges may be part of a word: where more than `few` articles are left, those are kept that hold a word
 * which begins with the last run, and one which ends with the first.
 * @param needle normalised
 */
export async function findCandidates(
  segment: SegmentView,
  needle: string,
  few = FEW,
): Promise<LiteralCandidates> {
  const words = lettersOf(needle)
  const [only] = words
  if (only?.text === needle) return findOneRun(segment, needle)
  const runs = pairedRuns(needle)
  const lookups = [
    ...runs.flatMap((run) => lookUpPairs(segment, run)),
    ...lookUpSeams(segment, needle),
    ...words.flatMap((word) => (word.isWholeTerm ? lookUpWord(segment, word.text) : [])),
  ]
  let articles = await intersectRarestFirst(lookups, few)
  for (const edge of openEdges(words, needle)) {
    if (articles !== undefined && articles.length <= few) break
    const some = await articlesWithEdge(segment, edge, articles?.length)
    if (some !== undefined) articles = articles === undefined ? some : intersect(articles, some)
  }
  if (articles === undefined && only !== undefined)
    articles = await articlesContaining(segment, only.text)
  articles ??= liveArticles(segment)
  const isRun = runs[0]?.length === needle.length
  return { articles, certain: isRun && needle.length <= 2 ? articles : NO_ARTICLES }
}

/** Intersects what is looked up, until few articles are left. Undefined: nothing is looked up. */
async function intersectRarestFirst(
  lookups: readonly Lookup[],
  few: number,
): Promise<ArticleSet | undefined> {
  const rated = await Promise.all(
    lookups.map(async ({ frequency, read }) => ({ frequency: await frequency(), read })),
  )
  let left: ArticleSet | undefined
  for (const { read } of rated.sort((a, b) => a.frequency - b.frequency)) {
    if (left !== undefined && left.length <= few) break
    const some = await read()
    left = left === undefined ? some : intersect(left, some)
  }
  return left
}

function lookUpWord(segment: SegmentView, word: string): Lookup {
  const key = new TextEncoder().encode(word)
  return {
    frequency: async () => (await segment.segment.words.find(key))?.documentFrequency ?? 0,
    read: async () => (await readWordList(segment, word)).articles,
  }
}

/** Lists the runs of units that are paired with each other. */
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
interface LetterRun {
  readonly text: string
  readonly start: number
  /** It is a term by itself, because something else stands on both sides. */
  readonly isWholeTerm: boolean
}

function lettersOf(needle: string): readonly LetterRun[] {
  const pieces: LetterRun[] = []
  visitPieces(needle, (kind, start, end) => {
    if (kind !== 'word') return
    const text = needle.slice(start, end)
    const inside = start > 0 && end < needle.length && text.length <= LOOKED_UP_UNITS
    pieces.push({ text, start, isWholeTerm: inside && !hasSigns(needle, start, end) })
  })
  return pieces
}

/** Lists what some word of each article with the text must begin with, and end with: the text's last run and its first. */
function openEdges(words: readonly LetterRun[], needle: string): readonly TermEdge[] {
  const [first, last] = [words[0], words.at(-1)]
  const edges: TermEdge[] = []
  if (last !== undefined && !last.isWholeTerm && last.start > 0)
    edges.push({ does: 'begin', text: last.text })
  const end = first?.start === 0 ? first.text.length : needle.length
  if (first !== undefined && end < needle.length && !hasSigns(needle, 0, end))
    edges.push({ does: 'end', text: first.text })
  return edges
}

/** Tells whether signs belong to the run: c++, c# and .net are terms as a whole only. */
function hasSigns(needle: string, start: number, end: number): boolean {
  return '+#'.includes(needle[end] ?? ' ') || '.#@+'.includes(needle[start - 1] ?? ' ')
}

/**
 * A run of digits may stand in an article only as a term that the indexer made of a number or a day that is written otherwise: 96000
 * of 96,000. So these have to be read.
 */
async function findOneRun(segment: SegmentView, text: string): Promise<LiteralCandidates> {
  const { words } = segment.segment
  const entries = await words.containing(lookedUpPart(text))
  const articles = await mergeArticles(segment, words, entries, markWordPostings)
  if (text.length > LOOKED_UP_UNITS) return { articles, certain: NO_ARTICLES }
  if (!/^[0-9]+$/.test(text)) return { articles, certain: articles }
  return { articles, certain: subtract(articles, await findMadeArticles(segment, entries)) }
}

/** Looks up each pair of a run; for a single unit, all pairs that begin with it. */
function lookUpPairs(segment: SegmentView, run: string): readonly Lookup[] {
  if (run.length === 1) return [lookUpMany(() => articlesWithUnit(segment, run.charCodeAt(0)))]
  const pairs = new Set<number>()
  for (let i = 1; i < run.length; i++) pairs.add(pairOf(run.charCodeAt(i - 1), run.charCodeAt(i)))
  return Array.from(pairs, (pair) => lookUpPair(segment, pair))
}

async function articlesWithUnit(segment: SegmentView, unit: number): Promise<ArticleSet> {
  const { pairs } = segment.segment
  const entries: TermEntry[] = []
  await pairs.scan(pairKey(pairOf(unit, 0)), (term, entry) => {
    if (pairOfKey(term) >>> 16 !== unit) return false
    entries.push(entry())
    return true
  })
  return mergeArticles(segment, pairs, entries, markPairPostings)
}

/** Some word of each article with the text begins with this, or ends with it. */
interface TermEdge {
  readonly does: 'begin' | 'end'
  readonly text: string
}

/**
 * Finds the articles with such a word, and others where the end is short. Undefined where there are so many such words that reading
 * their lists would take longer than reading the articles that are `left`.
 */
async function articlesWithEdge(
  segment: SegmentView,
  { does, text }: TermEdge,
  left = Number.POSITIVE_INFINITY,
): Promise<ArticleSet | undefined> {
  const { words } = segment.segment
  const entries =
    does === 'begin'
      ? await wordsBeginning(words, lookedUpPart(text), left)
      : await wordsEnding(words, text, left)
  if (entries === undefined || entries.length > left) return undefined
  return mergeArticles(segment, words, entries, markWordPostings)
}

/** Finds the words that begin so, or one more than `most` of them. */
async function wordsBeginning(
  words: TermDictionary,
  part: Uint8Array,
  most: number,
): Promise<readonly TermEntry[]> {
  const entries: TermEntry[] = []
  await words.scan(part, (term, entry) => {
    const begins = startsWith(term, part)
    if (begins) entries.push(entry())
    return begins && entries.length <= most
  })
  return entries
}

/** Finds the words that end so. A short end takes a walk through all words, which finds words that hold it anywhere. */
async function wordsEnding(
  words: TermDictionary,
  text: string,
  most: number,
): Promise<readonly TermEntry[] | undefined> {
  const end = text.slice(-LOOKED_UP_UNITS)
  const part = new TextEncoder().encode(end.isWellFormed() ? end : end.slice(1))
  if (part.length >= SUFFIX_BYTES) return words.endingWith(part, most)
  return most < Number.POSITIVE_INFINITY ? undefined : words.containing(part)
}

/** Finds the articles with a word that holds a run, or the beginning of a long one. */
export async function articlesContaining(segment: SegmentView, text: string): Promise<ArticleSet> {
  const { words } = segment.segment
  const entries = await words.containing(lookedUpPart(text))
  return mergeArticles(segment, words, entries, markWordPostings)
}

/** Cuts a long run to its beginning, at a whole character: half of one is no part of any term. */
function lookedUpPart(run: string): Uint8Array {
  const cut = run.slice(0, LOOKED_UP_UNITS)
  return new TextEncoder().encode(cut.isWellFormed() ? cut : cut.slice(0, -1))
}

function startsWith(text: Uint8Array, part: Uint8Array): boolean {
  for (let i = 0; i < part.length; i++) if (text[i] !== part[i]) return false
  return true
}

/** Tells whether a normalised text is letters and digits of scripts that put spaces between words. */
export function isInsideWord(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isWordAt(text, at)) return false
  return true
}
