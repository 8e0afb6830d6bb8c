/** Tells the full stop of a sentence from that of an abbreviation, a name or a number. All offsets are UTF-16 units. */

import { isWide } from '../../text/normalize/wide.ts'

/** Abbreviations, without their full stop, that stand before what they belong to. Those with stops inside, as e.g., need no list. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'al approx apr art aug ca cf ch co corp dec dept dr ed eds eq esp est etc ex feb fig figs gen gov inc jan jr jul jun ltd ' +
    'max min mr mrs ms mt no nos nov oct op par pp prof rep rev sec sen sep sept sr st tab univ ver vers viz vol vs wrt'
  ).split(' '),
)
/** No abbreviation and no number before a stop is longer. */
const LONGEST = 10
/** What stands between a full stop and the next word of the same sentence. */
const LATIN_WORD = /[A-Za-z\dÀ-ɏ.]+$/
const CITATION = /^(?:\[\d{1,3}(?:[,–-] ?\d{1,3}){0,3}\])+/
const LONGEST_CITATION = 24

/** Says whether the full stop, or the sign that does its work, at this place may end a sentence. */
export function isFullStop(text: string, index: number): boolean {
  if (text.charAt(index) !== '.') return true
  const from = Math.max(0, index - LONGEST)
  const word = LATIN_WORD.exec(text.slice(from, index))?.[0] ?? ''
  if (word === '' || word.length === LONGEST) return true
  if (/^\d+$/.test(word)) return !isListNumber(text, index - word.length, index)
  const start = index - word.length
  const isInitial = /^[A-ZÀ-Þ]$/.test(word) && /^[\s(]?$/.test(text.charAt(start - 1))
  const isShortened = /^(?:[A-Za-zÀ-ɏ]\.)+[A-Za-zÀ-ɏ]$/.test(word)
  return !isInitial && !isShortened && !ABBREVIATIONS.has(word.toLowerCase())
}

/** Says whether digits and their stop number what follows: at the beginning of a line, or right before a Chinese word. */
function isListNumber(text: string, start: number, end: number): boolean {
  if (end - start > 2) return false
  const before = text.slice(Math.max(0, start - LONGEST), start)
  return /(?:^|\n)[ \t]*$/.test(before) || isWide(text.charCodeAt(end + 1))
}

/** Returns the end of references such as [3] that begin here; 0: there are none. */
export function isCitation(text: string, index: number): number {
  if (text.charAt(index) !== '[') return 0
  const found = CITATION.exec(text.slice(index, index + LONGEST_CITATION))
  return found === null ? 0 : index + found[0].length
}

/**
 * Says whether the character here goes on with the sentence that a sign before it seems to end: a small letter, or the particle of
 * 「はい。」と.
 */
export function goesOn(text: string, index: number): boolean {
  const before = text.charAt(index - 1)
  if (/[」』]/.test(before)) return /[ぁ-ん]/.test(text.charAt(index))
  return (
    /[a-z]/.test(text.charAt(index)) &&
    /[.!?]["'”’)\]]{0,3}[ \t]$/.test(text.slice(index - 6, index))
  )
}

/** Says whether a line feed only wraps a line: a Latin word goes before, and one in small letters follows. */
export function isSoftBreak(text: string, index: number): boolean {
  return (
    /[A-Za-zÀ-ɏ,]/.test(text.charAt(index - 1)) &&
    /^[a-z]+[ ,;.]/.test(text.slice(index + 1, index + 24))
  )
}
