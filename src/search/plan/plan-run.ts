/** Plans runs of Han characters: they are cut into words, and looked for as characters in articles that were cut otherwise. */

import { placeIn } from '../../binary-search.ts'
import { integerAt } from '../../element-at.ts'
import {
  bodyFrequencyOf,
  packFrequencies,
  titleFrequencyOf,
} from '../../index/postings/frequencies.ts'
import { otherSpellings } from '../../text/forms/spellings.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { isStopWord } from '../../text/stop-words.ts'
import type { Synonyms } from '../../text/synonyms.ts'
import { regionalWords } from '../../text/terms/regional-words.ts'
import { LITERAL_SHARE } from '../lists/bm25f.ts'
import type { IndexView } from '../lists/index-view.ts'
import { documentFrequency, listOf, mergeLists, type PostingList } from '../lists/posting-lists.ts'
import { createScoredTerm, type ScoredTerm } from '../lists/scored-term.ts'
import { findCharacters } from '../literal/literal.ts'
import { cutRun } from './cut-run.ts'
import type { Plan, TermPlan } from './plan.ts'
import { planSynonyms } from './plan-synonyms.ts'
import { planNeedle, planTerm, type TermRequest } from './plan-term.ts'
import { findHolders } from './plan-terms.ts'
import { planRegional } from './plan-variants.ts'
import { joinPlanned, joinWords, optional, orOf, type Planned, planned } from './planned.ts'

/**
 * Plans a run as the articles that hold all its words and, weighing less, articles that hold it only as characters because they
 * were cut otherwise. Its particles and question words are optional; what stands between them is looked for like a run.
 */
export async function planRun(
  view: IndexView,
  typed: string,
  asked: TermRequest,
): Promise<Planned> {
  const words = await cutBestSpelling(view, typed, asked.wanted)
  const run = words.join('')
  const [only, ...others] = distinctStretches(partWords(words, view.synonyms))
  if (only === undefined || others.length === 0) {
    const whole = await planAlternatives(view, run, await planWholeRun(view, words, asked), asked)
    return only?.isOptional ? optional(whole) : planSynonyms(view, run, whole, asked)
  }
  const parts: Planned[] = []
  for (const stretch of [only, ...others]) parts.push(await planStretch(view, stretch, asked))
  return planAlternatives(view, run, joinWords(parts), asked)
}

/**
 * Cuts a run into words of the index. In another spelling it may be fewer, all of them known: 瞭解 is no word of the dictionary, and
 * its characters are parts of many.
 */
async function cutBestSpelling(
  view: IndexView,
  run: string,
  wanted: boolean,
): Promise<readonly string[]> {
  const frequencyOf = (word: string) => documentFrequency(view, word)
  const cut = (text: string) => cutRun(text, view.longestWord, frequencyOf, view.termOccurrences)
  let best = await cut(run)
  for (const spelling of wanted ? otherSpellings(run) : []) {
    const words = await cut(spelling)
    const frequencies = await Promise.all(words.map(frequencyOf))
    if (words.length < best.length && frequencies.every((count) => count > 0)) best = words
  }
  return best
}

interface Stretch {
  readonly isOptional: boolean
  readonly words: readonly string[]
}

/** Parts the words of a run where stop words, and what has synonyms, begin and end. */
function partWords(words: readonly string[], synonyms: Synonyms): readonly Stretch[] {
  const stretches: { readonly isOptional: boolean; isClosed: boolean; words: string[] }[] = []
  for (let at = 0; at < words.length; ) {
    const count = countWithSynonyms(words, at, synonyms)
    const group = words.slice(at, at + Math.max(1, count))
    at += group.length
    const isClosed = count > 0
    const isOptional = !isClosed && isStopWord(group.join(''), '')
    const last = stretches.at(-1)
    if (last?.isOptional === isOptional && !last.isClosed && !isClosed) last.words.push(...group)
    else stretches.push({ isOptional, isClosed, words: group })
  }
  return stretches
}

/** A stretch that is typed again asks for nothing more. */
function distinctStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  return [...new Map(stretches.map((one) => [one.words.join(''), one])).values()]
}

/** One word of the owner's synonyms may have been cut into so many words. */
const MOST_CUT = 5

/** Counts the words from here on that together have synonyms; 0: none. */
function countWithSynonyms(words: readonly string[], at: number, synonyms: Synonyms): number {
  if (synonyms.mostParts === 0) return 0
  for (let count = Math.min(MOST_CUT, words.length - at); count > 0; count--)
    if (synonyms.othersOf(words.slice(at, at + count).join('')).length > 0) return count
  return 0
}

/** Plans a part of a run. A single character is looked for as a word only. */
async function planStretch(
  view: IndexView,
  { isOptional, words }: Stretch,
  asked: TermRequest,
): Promise<Planned> {
  const run = words.join('')
  const asWords = await planWords(view, words, asked)
  if (isOptional) return optional(asWords)
  const plan = run.length === 1 ? asWords : await planAlternatives(view, run, asWords, asked)
  return planSynonyms(view, run, plan, asked)
}

/** Plans words side by side. */
async function planWords(
  view: IndexView,
  words: readonly string[],
  asked: TermRequest,
): Promise<Planned> {
  return planRegional(view, words, await planTerms(view, words, asked), asked)
}

/** Plans all words of a run. Nothing but single characters and unknown words is most likely a name that was cut in pieces. */
async function planWholeRun(
  view: IndexView,
  words: readonly string[],
  asked: TermRequest,
): Promise<Planned> {
  const terms = await planTerms(view, words, asked)
  const plans = Array.from(terms.values(), ({ plan }) => plan)
  const isPiece = ({ term }: TermPlan) => isSingle(term.text) || term.documentFrequency === 0
  const name = words.join('')
  const isTyped = normalizeText(asked.typed) === name && !isSingle(name)
  // A word of the other region is one, too.
  const isName = isTyped && plans.every(isPiece) && regionalWords(name).length === 0
  return isName ? planCutName(view, name, plans, asked) : planRegional(view, words, terms, asked)
}

async function planTerms(
  view: IndexView,
  words: readonly string[],
  asked: TermRequest,
): Promise<ReadonlyMap<string, Planned<TermPlan>>> {
  const terms = new Map<string, Planned<TermPlan>>()
  for (const word of new Set(words)) terms.set(word, await planTerm(view, word, asked, false))
  return terms
}

function isSingle(word: string): boolean {
  return Array.from(word).length === 1
}

/**
 * Plans a name that the index has cut in pieces, such as 余承东, as the articles that hold its characters side by side. Its pieces
 * by themselves match nothing.
 */
async function planCutName(
  view: IndexView,
  name: string,
  pieces: readonly TermPlan[],
  asked: TermRequest,
): Promise<Planned> {
  const { titleOnly } = asked
  const known = pieces.filter(({ term }) => term.documentFrequency > 0)
  const lists = await Promise.all(
    view.segments.map(async (segment, number) =>
      countByPieces(
        await findCharacters(segment, name, { titleOnly }),
        known.map(({ term }) => listOf(term.lists, number)),
      ),
    ),
  )
  const term = createScoredTerm(view, name, lists)
  return planNeedle(
    { kind: 'term', term },
    { text: name, weight: term.weight, wholeWord: false },
    asked,
  )
}

/** Takes a name to stand in an article as often as the rarest of its pieces, where the article has all of them. */
function countByPieces(name: PostingList, pieces: readonly PostingList[]): PostingList {
  const frequencies = name.frequencies.slice()
  for (const [at, article] of name.articles.entries()) {
    const counts = pieces.map(({ articles, frequencies: ofPiece }) => {
      const place = placeIn(articles, article)
      return place < 0 ? 0 : integerAt(ofPiece, place)
    })
    const inTitle = Math.min(...counts.map(titleFrequencyOf))
    const inBody = Math.min(...counts.map(bodyFrequencyOf))
    if (pieces.length > 0 && inTitle + inBody > 0)
      frequencies[at] = packFrequencies(inBody, inTitle)
  }
  return { articles: name.articles, frequencies }
}

/** Adds the articles that hold the text only as characters. */
async function planAlternatives(
  view: IndexView,
  run: string,
  asWords: Planned,
  asked: TermRequest,
): Promise<Planned> {
  if (!asked.asCharacters || asked.onlyAsWords.has(run)) return asWords
  const texts = asked.wanted && run.length > 1 ? [run, ...otherSpellings(run)] : [run]
  const literal = await planLiteral(view, texts, asked.titleOnly, asWords.plan)
  const weight = literal.weight / LITERAL_SHARE
  const needles = asked.wanted ? texts.map((text) => ({ text, weight, wholeWord: false })) : []
  const asCharacters = planned<TermPlan>({ kind: 'term', term: literal }, { needles })
  return joinPlanned([asWords, asCharacters], orOf)
}

/**
 * Plans the spellings of a run as characters, in the articles that do not hold all its words in any spelling. All pairs of neighbours are taken for the run:
 * reading each such article to be sure would take most of a search, and a quoted text is looked for to the letter anyway.
 */
async function planLiteral(
  view: IndexView,
  texts: readonly string[],
  titleOnly: boolean,
  asWords: Plan,
): Promise<ScoredTerm> {
  const lists = await Promise.all(
    view.segments.map(async (segment, number) => {
      const options = { titleOnly, skip: findHolders(asWords, number) }
      return mergeLists(
        await Promise.all(texts.map((text) => findCharacters(segment, text, options))),
      )
    }),
  )
  const term = createScoredTerm(view, texts.join('/'), lists)
  return { ...term, weight: term.weight * LITERAL_SHARE }
}
