/**
 * Finds articles that share the rarest words of an article's title and beginning. Rare words say what it is about; a word that it
 * alone has, and words of half the archive, relate it to nothing.
 */

import type { ArticlePlace } from '../index/generation/article-place.ts'
import type { ArticleRecord } from '../index/store/article-record.ts'
import { bodyOf } from '../index/store/article-record.ts'
import { normalizeText } from '../text/normalize/normalize.ts'
import { queryPieces } from '../text/terms/tokenize.ts'
import type { IndexView } from './lists/index-view.ts'
import { approximateFrequency, listOf, readWordLists } from './lists/posting-lists.ts'
import { createScoredTerm, type ScoredTerm } from './lists/scored-term.ts'
import { cutRun } from './plan/cut-run.ts'

/** So many UTF-16 units of the body are read: its beginning says what it is about. */
const LOOKED_AT = 400
const MOST_RUNS = 40
const LONGEST_RUN = 24
/** A longer word, in UTF-16 units, is looked for by its parts, which are terms as well. */
const LONGEST_WORD = 4
const RAREST = 12
/** One word in common is an accident. */
const SHARED_WORDS = 2
/** Words in more of the articles than this share are not rare. */
const RARE_SHARE = 0.05
/** The rarest words are taken up to so many postings, and two at least: more of them take longer and change nothing. */
const MOST_POSTINGS = 4_000

/** Finds at most `count` articles, those that share most first. */
export async function findRelated(
  view: IndexView,
  record: ArticleRecord,
  self: ArticlePlace,
  count: number,
): Promise<readonly ArticlePlace[]> {
  const terms = await rarestTerms(view, `${record.title} ${bodyOf(record).slice(0, LOOKED_AT)}`)
  const sharing = view.segments.flatMap((_, number) => findSharers(terms, number))
  return sharing
    .filter(({ segment, article }) => segment !== self.segment || article !== self.article)
    .sort((a, b) => b.weight - a.weight || a.segment - b.segment || a.article - b.article)
    .slice(0, count)
}

async function rarestTerms(view: IndexView, text: string): Promise<readonly ScoredTerm[]> {
  const frequencyOf = rememberedFrequencies(view)
  const most = Math.max(SHARED_WORDS, view.articles * RARE_SHARE)
  const rare: { readonly text: string; readonly frequency: number }[] = []
  for (const word of await listWords(view, text, frequencyOf)) {
    const frequency = await frequencyOf(word)
    if (frequency > 1 && frequency <= most) rare.push({ text: word, frequency })
  }
  rare.sort((a, b) => a.frequency - b.frequency || (a.text < b.text ? -1 : 1))
  let postings = 0
  const kept = rare.slice(0, RAREST).filter(({ frequency }, place) => {
    postings += frequency
    return place < SHARED_WORDS || postings <= MOST_POSTINGS
  })
  return Promise.all(
    kept.map(async ({ text }) => createScoredTerm(view, text, await readWordLists(view, text))),
  )
}

type FrequencyOf = (word: string) => Promise<number>

async function listWords(
  view: IndexView,
  text: string,
  frequencyOf: FrequencyOf,
): Promise<ReadonlySet<string>> {
  const longest = Math.min(LONGEST_WORD, view.longestWord)
  const words = new Set<string>()
  for (const { kind, text: piece } of queryPieces(normalizeText(text)).slice(0, MOST_RUNS)) {
    const run = piece.slice(0, LONGEST_RUN)
    if (kind === 'term') words.add(run)
    if (kind !== 'han') continue
    for (const word of await cutRun(run, longest, frequencyOf, view.termOccurrences))
      if (word.length > 1) words.add(word)
  }
  return words
}

/** Counts by the dictionary alone: deleted articles count, too, which makes no word common. Most pieces of a text come up again. */
function rememberedFrequencies(view: IndexView): FrequencyOf {
  const known = new Map<string, Promise<number>>()
  return (word) => {
    const frequency = known.get(word) ?? approximateFrequency(view, word)
    known.set(word, frequency)
    return frequency
  }
}

interface Sharer extends ArticlePlace {
  readonly weight: number
}

/** Deleted articles are in no list. */
function findSharers(terms: readonly ScoredTerm[], segment: number): readonly Sharer[] {
  const found = new Map<number, { weight: number; words: number }>()
  for (const { lists, weight } of terms) {
    for (const article of listOf(lists, segment).articles) {
      const sum = found.get(article) ?? { weight: 0, words: 0 }
      sum.weight += weight
      sum.words++
      found.set(article, sum)
    }
  }
  return [...found]
    .filter(([, { words }]) => words >= SHARED_WORDS)
    .map(([article, { weight }]) => ({ segment, article, weight }))
}
