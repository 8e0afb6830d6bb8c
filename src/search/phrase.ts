/** What was typed, as the text it would stand in: is it there to the letter? */

import { normalizeText } from '../text/normalize.ts'
import { standsAlone } from './marks.ts'

const EDGE_SIGNS = /^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$/gu
const SPACE_BESIDE_HAN = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu

/** Normalised, without signs at its ends; as typed, and without the spaces between Han, where nobody writes them. */
export function phrasesOf(typed: string): readonly string[] {
  const phrase = normalizeText(typed).replace(/\s+/g, ' ').replace(EDGE_SIGNS, '')
  return [...new Set([phrase, phrase.replace(SPACE_BESIDE_HAN, '')])].filter((one) => one !== '')
}

/** Does one of the phrases stand in the text, its first and last word whole? */
export function holdsPhrase(normalizedText: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => {
    let at = normalizedText.indexOf(phrase)
    while (at >= 0 && !standsAlone(normalizedText, at, at + phrase.length))
      at = normalizedText.indexOf(phrase, at + 1)
    return at >= 0
  })
}
