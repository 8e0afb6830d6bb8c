/** The characters that act in a query, each with its twins on a Chinese keyboard. */

import { normalizeText } from '../text/normalize/normalize.ts'

const SPACE = /^\s$/
const OPENING = new Set('(（')
const CLOSING = new Set(')）')
const HYPHENS = new Set('-－−﹣')
const QUOTES = new Set('"＂“”「」『』')

/** Returns true at the end of a text, too, where the character is undefined. */
export function isSpace(character: string | undefined): boolean {
  return character === undefined || SPACE.test(character)
}

export function isOpening(character: string): boolean {
  return OPENING.has(character)
}

export function isClosing(character: string): boolean {
  return CLOSING.has(character)
}

export function isHyphen(character: string): boolean {
  return HYPHENS.has(character)
}

export function isQuote(character: string): boolean {
  return QUOTES.has(character)
}

/** Recognises `*` and `＊`. */
export function isStar(character: string): boolean {
  return character === '*' || character === '＊'
}

/** Says whether a word ends before this character. */
export function endsWord(character: string): boolean {
  return isSpace(character) || isOpening(character) || isClosing(character) || isQuote(character)
}

/** Recognises `OR`, `ＯＲ`, `|` and `｜`; in small letters `or` is a word like any other. */
export function isOr(word: string): boolean {
  return word.length <= 2 && /^(?:OR|\|)$/.test(word.normalize('NFKC'))
}

/** Recognises 或 and 非, which act as OR and minus where they stand alone. */
export function isChineseSign(word: string): boolean {
  return word === '或' || word === '非'
}

/** Says whether a text holds nothing but punctuation, operators, currencies and invisible characters. Pictures such as 😀 are no signs. */
export function isSignsOnly(text: string): boolean {
  // Nearly all words hold one of these, and are spared the pattern below, which is slow to compile.
  if (/[0-9A-Za-z\u3400-\u9fff]/.test(text)) return false
  return /^[\p{P}\p{Sm}\p{Sc}\p{Sk}\p{M}\p{C}\p{Z}\s]*$/u.test(normalizeText(text))
}
