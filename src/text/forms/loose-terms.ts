/**
 * Finds the loose terms of a text: what a word is also asked for by, weighing less than the word itself. These are words without
 * their accents, parts of names, Korean words without their particles, and Chinese numbers in digits. Offsets are UTF-16 units.
 */

import type { NormalizedText } from '../normalize/normalize.ts'
import { foldAccents, foldNormalized, visitAccentedWords } from './accents.ts'
import { visitKoreanStems } from './korean.ts'
import { visitNameParts } from './name-parts.ts'
import { findNumerals, writeNormalizedNumerals } from './numerals.ts'

/** No word has this sign, which stands behind every loose term. */
const MARK = '~'
const MARK_BYTE = 0x7e

/** @param term of a dictionary of words, in UTF-8 */
export function isLooseTerm(term: Uint8Array): boolean {
  return term[term.length - 1] === MARK_BYTE
}

/**
 * Returns the loose term for a normalised text without accents. Its letters are capitals, so that a look through the dictionary for a
 * text never takes it for a word that stands in an article so.
 * @example looseTerm('pokemon') → 'POKEMON~'
 */
export function looseTerm(plain: string): string {
  return plain.toUpperCase() + MARK
}

export type VisitLoose = (term: string, start: number, end: number) => void

/** Visits the loose terms that a normalised text tells, with their ranges in it. */
export function visitLooseTerms(text: string, visit: VisitLoose): void {
  const add = (start: number, end: number): void => {
    const plain = foldAccents(text.slice(start, end))
    if (plain !== '') visit(looseTerm(plain), start, end)
  }
  visitAccentedWords(text, add)
  visitKoreanStems(text, add)
  for (const { start, end, digits } of findNumerals(text)) visit(looseTerm(digits), start, end)
}

/** Returns the text in which loose terms stand as they are looked for, with the way back to the original. */
export function loosen(normalized: NormalizedText): NormalizedText {
  return foldNormalized(writeNormalizedNumerals(normalized))
}

/** Visits those that only the text as it is written tells, by its capitals, with their ranges in that. */
export function visitLooseParts(original: string, visit: VisitLoose): void {
  visitNameParts(original, (start, end) => visit(looseTerm(original.slice(start, end)), start, end))
}
