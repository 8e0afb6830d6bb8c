/**
 * Chooses the words of an archive that are worth suggesting. Function words, halves of words, numbers and typing errors are
 * not; words in titles are, since titles say what articles are about.
 */

import { deu, eng, fra, ita, por, spa, zho } from 'stopword'

export interface CountedWord {
  readonly text: string
  /** Articles that hold it, and those that hold it in their title. */
  readonly articles: number
  readonly titles: number
}

/** A server keeps all of them in memory, in the tree that MiniSearch makes. */
const MOST_WORDS = 30_000
/** Words that are kept in mind while all are counted. */
const POOL = MOST_WORDS * 4
/** One article with the word in its title counts as much as this many with the word in their bodies. */
const BODIES_A_TITLE = 50
/** A function word that stands in the titles of this share of its articles is a name: AI, Red Hat, SANS. */
const NAME_SHARE = 0.4
/** A word is a part of a longer one that stands in this share of its articles: 微生 of 微生物. */
const PART_SHARE = 0.95
/** Two words may coincide by chance if they stand in fewer articles. */
const ARTICLES_TO_TELL_A_PART = 10
/** A word that stands in this many articles, but hardly in a title, is no subject: 因此, however. */
const ARTICLES_TO_TELL_A_SUBJECT = 100
const SUBJECT_SHARE = 0.01

const FUNCTION_WORDS = new Set([eng, zho, ita, fra, deu, spa, por].flat())

const HAN_WORD = /^\p{Script=Han}{2,8}$/u
/** Letters and digits and the signs that join them, in a script that is written with spaces. No addresses with @. */
const SPACED_WORD = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}.+#_-]{1,39}$/u
const WIDE_LETTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const LETTER = /\p{L}/u

/** Judges the letters alone: a word has some length and is no number, no pair of kana and no mixture of scripts. */
export function looksLikeWord(text: string): boolean {
  if (HAN_WORD.test(text)) return true
  return SPACED_WORD.test(text) && LETTER.test(text) && !WIDE_LETTER.test(text)
}

/** Judges the counts: a word stands in a title or in two articles, and is no function word. */
export function isKnownWord({ text, articles, titles }: CountedWord): boolean {
  if (titles === 0 && articles < 2) return false
  if (articles >= ARTICLES_TO_TELL_A_SUBJECT && titles / articles < SUBJECT_SHARE) return false
  return !FUNCTION_WORDS.has(text) || titles / articles >= NAME_SHARE
}

export interface WordPool {
  add(word: CountedWord): void
  /** The words most worth suggesting, those of most articles first, the same whatever the order they came in. */
  mostWorthSuggesting(): readonly CountedWord[]
}

/** Bounded, however many words there are. */
export function createWordPool(): WordPool {
  let words: CountedWord[] = []

  /** The heaviest words; all there are from then on. */
  function heaviest(): CountedWord[] {
    words = words.sort((a, b) => weightOf(b) - weightOf(a) || compareByText(a, b)).slice(0, POOL)
    return words
  }

  return {
    add(word) {
      words.push(word)
      if (words.length >= POOL * 2) heaviest()
    },
    mostWorthSuggesting: () =>
      withoutParts(heaviest())
        .slice(0, MOST_WORDS)
        .sort((a, b) => b.articles - a.articles || compareByText(a, b)),
  }
}

function compareByText(a: CountedWord, b: CountedWord): number {
  return a.text < b.text ? -1 : 1
}

function weightOf({ articles, titles }: CountedWord): number {
  return titles + articles / BODIES_A_TITLE
}

function withoutParts(words: readonly CountedWord[]): readonly CountedWord[] {
  const articlesOf = new Map(words.map(({ text, articles }) => [text, articles]))
  const parts = new Set<string>()
  for (const { text, articles } of words) {
    if (articles < ARTICLES_TO_TELL_A_PART * PART_SHARE) continue
    for (const part of piecesOfWord(text)) {
      const all = articlesOf.get(part) ?? 0
      if (all >= ARTICLES_TO_TELL_A_PART && articles >= all * PART_SHARE) parts.add(part)
    }
  }
  return words.filter(({ text }) => !parts.has(text))
}

/** Every piece of a Han word, and the beginnings and ends of a name with signs: 微生物 → 微生, 生物. */
function piecesOfWord(text: string): readonly string[] {
  const bounds = HAN_WORD.test(text) ? everyPlace(text) : placesAroundSigns(text)
  return bounds
    .flatMap((start) =>
      bounds.map((end) => text.slice(start, end).replace(/^[.+#_-]|[.+#_-]$/g, '')),
    )
    .filter((part) => part.length > 1 && part !== text)
}

function everyPlace(text: string): readonly number[] {
  return Array.from({ length: text.length + 1 }, (_, place) => place)
}

function placesAroundSigns(text: string): readonly number[] {
  const signs = Array.from(text.matchAll(/[.+#_-]/g), ({ index }) => index)
  return signs.length === 0 ? [] : [0, ...signs, text.length]
}
