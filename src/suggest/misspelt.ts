/** Finds the words that may have been meant by a text that hardly occurs: it has a typing error, a Chinese word of the same sound, or pinyin. */

import type { SuggestionEntry } from '../index/generation/suggestions.ts'
import { normalizeText } from '../text/normalize/normalize.ts'
import type { SyllablesOf } from '../text/sound/syllables.ts'
import type { Lexicon } from './lexicon.ts'

/** Shorter words are too near to too many others. */
const SHORTEST_WORD = 4
/** A word of so many letters may have two errors. */
const LETTERS_FOR_TWO_ERRORS = 6
/** A word that occurs itself gives way to one of so many times its articles. */
const TIMES_AS_COMMON = 30
const LONGEST_HAN_RUN = 12
const LONGEST_HAN_WORD = 8
const MOST_READINGS = 6

const PIECE = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}.+#_-])+/gu
const HAN = /\p{Script=Han}/u

/** The text with one of its words in place of another, likeliest first: `readingsOf(…, '漏懂')` is `['漏洞']`. */
export function readingsOf(
  lexicon: Lexicon,
  syllablesOf: SyllablesOf,
  text: string,
): readonly string[] {
  const normalized = normalizeText(text)
  const readings = Array.from(normalized.matchAll(PIECE), ({ 0: piece, index }) => {
    const others = HAN.test(piece)
      ? homophones(lexicon, syllablesOf, piece)
      : [...spelledInPinyin(lexicon, piece), ...misspelt(lexicon, piece)]
    const [before, after] = [normalized.slice(0, index), normalized.slice(index + piece.length)]
    return others.slice(0, MOST_READINGS).map((other) => before + other + after)
  })
  return readings.flat()
}

/** vulnerability for vulnerabilty. Numbers are not mistyped words: no CVE is meant by another. */
function misspelt(lexicon: Lexicon, word: string): readonly string[] {
  if (word.length < SHORTEST_WORD || /\d{3}/.test(word)) return []
  return lexicon
    .similar(word, word.length < LETTERS_FOR_TWO_ERRORS ? 1 : 2)
    .filter(
      ({ entry }) => isBetter(lexicon, entry, word) && digitsOf(entry.text) === digitsOf(word),
    )
    .sort(
      (a, b) =>
        a.errors - b.errors ||
        Number(beginsAlike(b.entry.text, word)) - Number(beginsAlike(a.entry.text, word)) ||
        b.entry.articles - a.entry.articles,
    )
    .map(({ entry }) => entry.text)
}

/** 漏洞 for loudong. */
function spelledInPinyin(lexicon: Lexicon, word: string): readonly string[] {
  if (word.length < SHORTEST_WORD || !/^[a-z]+$/.test(word)) return []
  return lexicon.homophones(word).map(({ text }) => text)
}

/** 漏洞 for 漏懂, and 执行 in 远程直行: every part of the run that sounds like a word; longer ones first. */
function homophones(lexicon: Lexicon, syllablesOf: SyllablesOf, run: string): readonly string[] {
  const characters = [...run]
  if (characters.length > LONGEST_HAN_RUN) return []
  const syllables = syllablesOf(run)
  if (syllables.length !== characters.length) return []
  const found: { readonly text: string; readonly length: number; readonly articles: number }[] = []
  for (const [start] of characters.entries()) {
    const last = Math.min(characters.length, start + LONGEST_HAN_WORD)
    for (let end = start + 2; end <= last; end++) {
      const part = characters.slice(start, end).join('')
      for (const entry of lexicon.homophones(syllables.slice(start, end).join(''))) {
        if ([...entry.text].length !== end - start || !isBetter(lexicon, entry, part)) continue
        const other = characters.toSpliced(start, end - start, ...entry.text)
        if (tearsKnownWord(lexicon, characters, other, part)) continue
        found.push({ text: other.join(''), length: end - start, articles: entry.articles })
      }
    }
  }
  return found
    .sort((a, b) => b.length - a.length || b.articles - a.articles)
    .map(({ text }) => text)
}

/**
 * Tells whether a word of the run, wherever it begins, is gone in the other reading: 信用设施 is not meant by 信用社是, whose 信用社
 * is a word. The part that was replaced may be a word itself.
 * @param run the characters as typed
 * @param other as many characters
 */
function tearsKnownWord(
  lexicon: Lexicon,
  run: readonly string[],
  other: readonly string[],
  part: string,
): boolean {
  for (const [start] of run.entries()) {
    const last = Math.min(run.length, start + LONGEST_HAN_WORD)
    for (let end = start + 2; end <= last; end++) {
      const piece = run.slice(start, end).join('')
      const isKept = piece === part || piece === other.slice(start, end).join('')
      if (!isKept && lexicon.word(piece) !== undefined) return true
    }
  }
  return false
}

function isBetter(lexicon: Lexicon, entry: SuggestionEntry, word: string): boolean {
  if (entry.text === word) return false
  return entry.articles >= TIMES_AS_COMMON * (lexicon.word(word)?.articles ?? 0)
}

function beginsAlike(a: string, b: string): boolean {
  return a.charAt(0) === b.charAt(0)
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}
