/** The characters that act in a query, each with its twins on a Chinese keyboard. */

import { normalizeText } from '../../text/normalize/normalize.ts'

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

/** Recognises the straight marks, which nothing but a query uses in Chinese text. */
export function isStraightQuote(character: string): boolean {
  return character === '"' || character === '＂'
}

const SEPARATORS = new Set('，、；;,')

/**
 * Says whether the character at an offset parts words, as in a list of keywords: 漏洞；补丁、固件. In 1,000 it parts none.
 */
export function isSeparator(text: string, at: number): boolean {
  if (!SEPARATORS.has(text.charAt(at))) return false
  return !(/\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1)))
}

/** Recognises `*` and `＊`. */
export function isStar(character: string): boolean {
  return character === '*' || character === '＊'
}

/** Says whether a word ends before this character. */
export function endsWord(character: string): boolean {
  return isSpace(character) || isOpening(character) || isClosing(character) || isQuote(character)
}

/** Signs that act right before a word: `-` and `!` exclude it, `+` demands it. */
export function isPrefixSign(character: string): boolean {
  return isHyphen(character) || isPlus(character) || character === '!'
}

export function isPlus(character: string): boolean {
  return character === '+' || character === '＋'
}

export type Operator = 'and' | 'or' | 'not'

const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['AND', 'and'],
  ['&&', 'and'],
  ['且', 'and'],
  ['并且', 'and'],
  ['OR', 'or'],
  ['|', 'or'],
  ['||', 'or'],
  ['或', 'or'],
  ['或者', 'or'],
  ['NOT', 'not'],
  ['非', 'not'],
])
const LONGEST_OPERATOR = 3

/** Recognises a word that joins its neighbours or excludes the next, in any width; in small letters `or` is a word like any other. */
export function operatorOf(word: string): Operator | undefined {
  return word.length > LONGEST_OPERATOR ? undefined : OPERATORS.get(word.normalize('NFKC'))
}

/** Says whether a text holds nothing but punctuation, operators, currencies and invisible characters. Pictures such as 😀 are no signs. */
export function isSignsOnly(text: string): boolean {
  // Nearly all words hold one of these, and are spared the pattern below, which is slow to compile.
  if (/[0-9A-Za-z\u3400-\u9fff]/.test(text)) return false
  return /^[\p{P}\p{Sm}\p{Sc}\p{Sk}\p{M}\p{C}\p{Z}\s]*$/u.test(normalizeText(text))
}
