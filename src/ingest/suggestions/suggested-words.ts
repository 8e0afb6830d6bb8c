/**
 * Which words of an archive are worth suggesting. Nobody looks for function words, halves of words, numbers or a typing
 * error that stands in one article; what stands in titles is what articles are about.
 */

import { deu, eng, fra, ita, por, spa, zho } from 'stopword'

export interface CountedWord {
  readonly text: string
  /** Articles that hold it, and those that hold it in their title. */
  readonly articles: number
  readonly titles: number
}

/** What loads in 300 ms and 60 MB, with the tree that MiniSearch makes of it. */
const MOST_WORDS = 30_000
/** Words that are kept in mind while all are counted. */
const POOL = MOST_WORDS * 4
/** So many articles that have a word in their body say as much for it as one that has it in its title. */
const BODIES_A_TITLE = 50
/** A function word that stands in the title of so many of its articles is a name: AI, Red Hat, SANS. */
const NAME_SHARE = 0.4
/** A word of which so many articles hold a longer word around it is a part of that: 微生 of 微生物. */
const PART_SHARE = 0.95
/** With fewer articles that may be by chance. */
const ARTICLES_TO_TELL_A_PART = 10
/** What is said in so many articles, and is in the title of hardly one of them, is no subject: 因此, however. */
const ARTICLES_TO_TELL_A_SUBJECT = 100
const SUBJECT_SHARE = 0.01

const FUNCTION_WORDS = new Set([eng, zho, ita, fra, deu, spa, por].flat())

const HAN_WORD = /^\p{Script=Han}{2,8}$/u
/** Letters and digits and the signs that join them, in a script that is written with spaces. No addresses with @. */
const SPACED_WORD = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}.+#_-]{1,39}$/u
const WIDE_LETTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const LETTER = /\p{L}/u

/** By its letters alone: a word of some length that is no number, no pair of kana, no mixture. */
export function looksLikeWord(text: string): boolean {
  if (HAN_WORD.test(text)) return true
  return SPACED_WORD.test(text) && LETTER.test(text) && !WIDE_LETTER.test(text)
}

/** By what is known of it: in a title, or in two articles, and not a function word. */
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
