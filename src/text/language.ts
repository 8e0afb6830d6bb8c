/**
 * Tells the language of a text by its characters: kana makes it Japanese and Han Chinese. The commonest words of Latin text tell
 * whether it is English.
 */

import { countKinds, visitPieces } from './terms/script-runs.ts'

export type Language = 'zh' | 'en' | 'ja' | 'other'

/** The index stores their places in this list. */
export const LANGUAGES: readonly Language[] = ['zh', 'en', 'ja', 'other']

/** UTF-16 units of the beginning, which shows the language of the whole. */
const LOOKED_AT = 4_096
/** This many letters count as one Han character: names and code do not make a Chinese article English. */
const LETTERS_A_CHARACTER = 6
/** Share of kana among Han and kana: Japanese has half, a Chinese text that quotes some has less. */
const KANA_SHARE = 0.15
/** Share of words with letters that English does without, from which on a text without common words is not English. */
const FOREIGN_SHARE = 0.1

const ENGLISH = 1
const ELSEWHERE = 2
/** The commonest words of English, and of other languages in Latin letters: in one table, most words of a text are looked up. */
const COMMON = new Map<string, number>()
addCommon(
  ENGLISH,
  'the of and to in is for that on with as it are this be at by from or an was you have not can your will we has their its',
)
addCommon(
  ELSEWHERE,
  'de la que el los las del por para una con der die und das den von nicht ist mit le les et des du dans pour est il di che per non um uma com do da os het een van dat yang dan untuk dengan i w na nie do się och att det som',
)
/** The length of the longest of them, in UTF-16 units. */
const LONGEST_COMMON = Math.max(...Array.from(COMMON.keys(), (word) => word.length))

/** @param text normalised; only its beginning is looked at */
export function languageOf(text: string): Language {
  const beginning = text.slice(0, LOOKED_AT)
  const { han, kana, word: letters } = countKinds(beginning)
  const wide = han + kana
  if (wide > 0 && wide * LETTERS_A_CHARACTER >= letters) {
    return kana > wide * KANA_SHARE ? 'ja' : 'zh'
  }
  return isEnglish(countWords(beginning)) ? 'en' : 'other'
}

interface WordCount {
  readonly words: number
  readonly english: number
  readonly elsewhere: number
  /** Words with letters that English does without. */
  readonly foreign: number
}

function countWords(text: string): WordCount {
  let [words, english, elsewhere, foreign] = [0, 0, 0, 0]
  visitPieces(text, (kind, start, end) => {
    if (kind !== 'word') return
    words++
    if (hasForeignLetter(text, start, end)) foreign++
    // Most words are longer than any common one; to look those up, a string would be made of each.
    const known = end - start > LONGEST_COMMON ? undefined : COMMON.get(text.slice(start, end))
    if (known === ENGLISH) english++
    else if (known === ELSEWHERE) elsewhere++
  })
  return { words, english, elsewhere, foreign }
}

function hasForeignLetter(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) > 0x7f) return true
  return false
}

/** Names, code and headlines have few common words of any language; in Latin letters alone they are taken for English. */
function isEnglish({ words, english, elsewhere, foreign }: WordCount): boolean {
  return words > 0 && english >= elsewhere && foreign < Math.max(words * FOREIGN_SHARE, english)
}

function addCommon(language: number, words: string): void {
  for (const word of words.split(' ')) COMMON.set(word, language)
}
