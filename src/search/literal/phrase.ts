/** Looks in a text for what was typed, to the letter. */

import { normalizeText } from '../../text/normalize/normalize.ts'
import { standsAlone } from './marks.ts'

/** Writes what was typed as a text may hold it: normalised, without signs at its ends, with and without spaces between Han. */
export function typedPhrases(typed: string): readonly string[] {
  const phrase = withoutEdgeSigns(normalizeText(typed).replace(/\s+/g, ' '))
  return [...new Set([phrase, withoutSpacesBesideHan(phrase)])].filter((one) => one !== '')
}

/** Matches most of what is typed: a letter or digit at both ends. Patterns with Unicode properties take longer to compile than a look for it. */
const PLAIN_ENDS = /^[0-9a-z\u4e00-\u9fff](?:.*[0-9a-z\u4e00-\u9fff])?$/

function withoutEdgeSigns(text: string): string {
  if (PLAIN_ENDS.test(text)) return text
  return text.replace(/^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$/gu, '')
}

function withoutSpacesBesideHan(text: string): string {
  if (!text.includes(' ')) return text
  return text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
}

/** Tells whether one of the phrases stands in the text, with its first and last word whole. */
export function holdsPhrase(normalizedText: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => {
    let at = normalizedText.indexOf(phrase)
    while (at >= 0 && !standsAlone(normalizedText, at, at + phrase.length))
      at = normalizedText.indexOf(phrase, at + 1)
    return at >= 0
  })
}
