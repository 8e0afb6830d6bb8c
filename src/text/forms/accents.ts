/** Finds Latin letters with accents, and folds them to plain ones: é is e, ø is o, ß is ss. Texts are normalised. */

import type { NormalizedText } from '../normalize/normalize.ts'

/** Matches small Latin letters outside of ASCII, and accents that no letter has taken up. ÷ lies between them and is none. */
const ACCENTED = /[\u00df-\u00f6\u00f8-\u024f\u1e00-\u1eff]|[\u0300-\u036f]/
const ACCENTED_LETTERS = new RegExp(ACCENTED, 'g')
/** Matches the accents that NFD parts from Latin letters. */
const MARKS = /[\u0300-\u036f]/g
/** Letters that NFD does not take apart, folded as Lucene's ASCIIFoldingFilter does. */
const WHOLE: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ĸ', 'k'],
  ['ł', 'l'],
  ['ŋ', 'n'],
  ['ŧ', 't'],
  ['ƒ', 'f'],
])

/** Says whether a normalised text has a Latin letter to fold. */
export function hasAccents(text: string): boolean {
  return ACCENTED.test(text)
}

/** Folds each Latin letter of a normalised text; letters of other scripts keep their marks. */
export function foldAccents(text: string): string {
  return hasAccents(text) ? text.replace(ACCENTED_LETTERS, foldLetter) : text
}

/** Returns the plain letters, one or two, that stand for an accented one. */
function foldLetter(letter: string): string {
  return WHOLE.get(letter) ?? letter.normalize('NFD').replace(MARKS, '')
}

/** Folds a text and keeps the way back to its original. */
export function foldNormalized(normalized: NormalizedText): NormalizedText {
  const { text, offsets } = normalized
  if (!hasAccents(text)) return normalized
  const moved: number[] = []
  let folded = ''
  for (let at = 0; at < text.length; at++) {
    const plain = foldAccents(text.charAt(at))
    for (let unit = 0; unit < plain.length; unit++) moved.push(offsets?.[at] ?? at)
    folded += plain
  }
  moved.push(offsets?.[text.length] ?? text.length)
  return { text: folded, offsets: Uint32Array.from(moved) }
}

const RUN = /[\da-z\u00df-\u00f6\u00f8-\u024f\u1e00-\u1eff]|[\u0300-\u036f]/
const CONNECTOR = /[-._@]/
/** The most UTF-16 units on either side of an accented letter that are looked at. */
const REACH = 48

/**
 * Visits each word with accents, in order, and the name that it is part of: pokémon and pokémon-go. Offsets are UTF-16 units.
 */
export function visitAccentedWords(
  text: string,
  visit: (start: number, end: number) => void,
): void {
  if (!hasAccents(text)) return
  let [wordEnd, nameEnd] = [0, 0]
  for (const { index } of text.matchAll(ACCENTED_LETTERS)) {
    if (index < wordEnd) continue
    const start = runStart(text, index)
    wordEnd = runEnd(text, index)
    visit(start, wordEnd)
    if (index < nameEnd) continue
    const nameStart = nameStartOf(text, start)
    nameEnd = nameEndOf(text, wordEnd)
    if (nameEnd - nameStart > wordEnd - start) visit(nameStart, nameEnd)
  }
}

function runStart(text: string, at: number): number {
  let start = at
  while (start > Math.max(0, at - REACH) && RUN.test(text.charAt(start - 1))) start--
  return start
}

function runEnd(text: string, at: number): number {
  let end = at
  while (end < at + REACH && RUN.test(text.charAt(end))) end++
  return end
}

function nameStartOf(text: string, start: number): number {
  let from = start
  while (from > start - REACH && CONNECTOR.test(text.charAt(from - 1))) {
    const next = runStart(text, from - 1)
    if (next === from - 1) break
    from = next
  }
  return from
}

function nameEndOf(text: string, end: number): number {
  let to = end
  while (to < end + REACH && CONNECTOR.test(text.charAt(to))) {
    const next = runEnd(text, to + 1)
    if (next === to + 1) break
    to = next
  }
  return to
}
