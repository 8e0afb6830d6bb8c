/**
 * Chooses queries to try in an archive: words that stand in many of its titles, two that stand in one title, and two side by side.
 * They show a new reader what the archive is about, and each finds something.
 */

import { elementAt, integerAt } from '../element-at.ts'
import type { ArticlePlace } from '../index/generation/article-place.ts'
import type { SuggestionEntry } from '../index/generation/suggestions.ts'
import { titleFrequencyOf } from '../index/postings/frequencies.ts'
import { hostOf } from '../text/host.ts'
import { normalizeText } from '../text/normalize/normalize.ts'
import { isWide } from '../text/normalize/wide.ts'
import type { IndexView } from './lists/index-view.ts'
import { readWordLists } from './lists/posting-lists.ts'

export interface WordExamples {
  /** Two words of one title; more articles hold the first. */
  readonly words: readonly [string, string]
  /** Words side by side in several titles; undefined: there are none. */
  readonly phrase: string | undefined
}

/** Examples of each script; undefined: no such words stand in titles. */
export interface Examples {
  /** The host of an article with such words; '' for none. */
  readonly site: string
  readonly chinese: WordExamples | undefined
  readonly spaced: WordExamples | undefined
}

/** So many words are looked at: of those worth suggesting the ones of most articles. */
const LOOKED_AT = 400
/** A word that is in the title of a smaller share of its articles is said by the way. */
const TITLE_SHARE = 0.1
/** A word that stands in a larger share of all articles tells none of them from the others. */
const MOST_SHARE = 0.2
/** Any word may stand in this many articles, since a small archive has hardly any word in more. */
const FEW_ARTICLES = 20
/** A text that one source prints above all its pages is no subject: no source may have a larger share of so many titles. */
const MOST_OF_ONE_SOURCE = 0.5
const TITLES_TO_TELL = 8
const FEWEST_TITLES = 2
/** A shorter word in letters is hardly a subject: us, to, it. */
const SHORTEST_SPACED = 3
/** So many subjects are tried until a pair is found. */
const TRIED = 12
/** So many titles of a subject are read, the newest. */
const TITLES_READ = 60
/** Lengths in UTF-16 units. */
const LONGEST_TITLE = 200
const LONGEST_HAN_WORD = 4
const LONGEST_PHRASE = 30

/** A word that titles name. */
interface Subject {
  readonly text: string
  readonly articles: number
  /** The articles that hold it in their title. */
  readonly titled: readonly ArticlePlace[]
}

/** @param suggested words worth suggesting, those of most articles first */
export async function findExamples(
  view: IndexView,
  suggested: readonly SuggestionEntry[],
): Promise<Examples> {
  const sources = await Promise.all(view.segments.map(({ segment }) => segment.column('sources')))
  const most = Math.max(FEW_ARTICLES, view.articles * MOST_SHARE)
  const subjects: Subject[] = []
  for (const { text, articles } of suggested.slice(0, LOOKED_AT)) {
    if (articles > most || isShort(text)) continue
    const titled = await findTitlesWith(view, text)
    if (titled.length < Math.max(FEWEST_TITLES, articles * TITLE_SHARE)) continue
    if (!isOfOneSource(view, titled, sources)) subjects.push({ text, articles, titled })
  }
  subjects.sort((a, b) => weightOf(b) - weightOf(a) || (a.text < b.text ? -1 : 1))
  const known = new Set(suggested.map(({ text }) => text))
  const isChinese = ({ text }: Subject) => isWide(text.charCodeAt(0))
  return {
    site: await readSite(view, subjects[0]),
    chinese: await wordExamples(view, subjects.filter(isChinese), known),
    spaced: await wordExamples(
      view,
      subjects.filter((subject) => !isChinese(subject)),
      known,
    ),
  }
}

async function readSite(view: IndexView, subject: Subject | undefined): Promise<string> {
  const place = subject?.titled.at(-1)
  if (place === undefined) return ''
  const { segment } = elementAt(view.segments, place.segment)
  return hostOf((await segment.articles.record(place.article)).url)
}

function isShort(text: string): boolean {
  return !isWide(text.charCodeAt(0)) && text.length < SHORTEST_SPACED
}

/** A subject weighs more with more titles, with a larger share of the articles that say it, and with a longer word. */
function weightOf({ text, articles, titled }: Subject): number {
  return (titled.length ** 2 / articles) * text.length
}

function isOfOneSource(
  { segments }: IndexView,
  titled: readonly ArticlePlace[],
  sources: readonly Uint32Array[],
): boolean {
  if (titled.length < TITLES_TO_TELL) return false
  const counts = new Map<string, number>()
  for (const { segment, article } of titled) {
    const number = integerAt(elementAt(sources, segment), article)
    const name = elementAt(elementAt(segments, segment).segment.meta.sources, number)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return Math.max(...counts.values()) > titled.length * MOST_OF_ONE_SOURCE
}

async function findTitlesWith(view: IndexView, word: string): Promise<readonly ArticlePlace[]> {
  const lists = await readWordLists(view, word)
  return lists.flatMap(({ articles, frequencies }, segment) =>
    Array.from(
      articles.filter((_, i) => titleFrequencyOf(integerAt(frequencies, i)) > 0),
      (article) => ({
        segment,
        article,
      }),
    ),
  )
}

/** Chooses a pair and a phrase, the phrase of another subject where there is one. */
async function wordExamples(
  view: IndexView,
  subjects: readonly Subject[],
  known: ReadonlySet<string>,
): Promise<WordExamples | undefined> {
  let words: readonly [string, string] | undefined
  let phrase: string | undefined
  for (const subject of subjects.slice(0, TRIED)) {
    const titles = await readTitles(view, subject)
    if (words === undefined) words = choosePair(titles, subject, subjects)
    else phrase ??= choosePhrase(titles, subject, known)
    if (words && phrase) break
  }
  return words && { words, phrase }
}

async function readTitles(view: IndexView, { titled }: Subject): Promise<readonly string[]> {
  const dates = await Promise.all(view.segments.map(({ segment }) => segment.column('dates')))
  const dated = titled.map((place) => ({
    ...place,
    date: integerAt(elementAt(dates, place.segment), place.article),
  }))
  const newest = dated.sort((a, b) => b.date - a.date).slice(0, TITLES_READ)
  return Promise.all(
    newest.map(async ({ segment, article }) => {
      const { articles } = elementAt(view.segments, segment).segment
      const { title } = await articles.record(article)
      return normalizeText(title.slice(0, LONGEST_TITLE))
    }),
  )
}

/** Chooses the subject and that other one which most of its titles hold, too. */
function choosePair(
  titles: readonly string[],
  { text, articles }: Subject,
  subjects: readonly Subject[],
): readonly [string, string] | undefined {
  const others = subjects.filter(
    (other) =>
      !other.text.includes(text) && !text.includes(other.text) && other.articles < articles,
  )
  const found = titles.flatMap((title) =>
    others.filter((other) => title.includes(other.text)).map((other) => other.text),
  )
  const second = findCommonest(found)
  return second === undefined ? undefined : [text, second]
}

/** Chooses the subject with a word before or behind it, as most of its titles say it. */
function choosePhrase(
  titles: readonly string[],
  { text }: Subject,
  known: ReadonlySet<string>,
): string | undefined {
  const found = titles.flatMap((title) => {
    const start = title.indexOf(text)
    if (start < 0) return []
    const [before, behind] = [title.slice(0, start), title.slice(start + text.length)]
    return [...lastWords(before, known), ''].flatMap((first) =>
      (first === '' ? firstWords(behind, known) : ['']).map((last) => first + text + last),
    )
  })
  return findCommonest(found.filter((phrase) => phrase.length <= LONGEST_PHRASE))
}

/** Lists known words at the end of the text, with the space that parts them from what follows. */
function lastWords(text: string, known: ReadonlySet<string>): readonly string[] {
  const spaced = /(?:^|\s)([\p{L}\p{N}][\p{L}\p{N}.-]+) $/u.exec(text)?.[1]
  if (spaced !== undefined) return known.has(spaced) ? [`${spaced} `] : []
  return lengths.map((length) => text.slice(-length)).filter((word) => isHanWord(word, known))
}

function firstWords(text: string, known: ReadonlySet<string>): readonly string[] {
  const spaced = /^ ([\p{L}\p{N}][\p{L}\p{N}.-]+)/u.exec(text)?.[1]
  if (spaced !== undefined) return known.has(spaced) ? [` ${spaced}`] : []
  return lengths.map((length) => text.slice(0, length)).filter((word) => isHanWord(word, known))
}

const lengths = Array.from({ length: LONGEST_HAN_WORD - 1 }, (_, i) => i + 2)

function isHanWord(word: string, known: ReadonlySet<string>): boolean {
  return /^\p{Script=Han}{2,}$/u.test(word) && known.has(word)
}

/** Finds the text that stands there most often, at least twice; of equal ones the first. */
function findCommonest(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  const [best] = [...counts].filter(([, count]) => count > 1).sort(([, a], [, b]) => b - a)
  return best?.[0]
}
