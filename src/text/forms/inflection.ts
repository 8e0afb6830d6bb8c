/**
 * Gives the other number of an English noun by the rules of the S-stemmer, turned both ways (Harman, "How Effective Is
 * Suffixing?", JASIS 1991): vulnerability and vulnerabilities, attack and attacks. A search drops words that the index lacks.
 */

/** Shorter words are names and abbreviations more often than not. */
const LETTERS = 4
const WORD = /^[a-z]+$/
const VOWEL_Y = /[aeiou]y$/
const HISSING = /(?:s|x|z|ch|sh)$/

/** @param word normalised */
export function inflections(word: string): readonly string[] {
  if (word.length < LETTERS || !WORD.test(word)) return []
  const singular = singularOf(word)
  return [...new Set([singular, ...pluralsOf(singular), ...pluralsOf(word)])].filter(
    (form) => form !== word,
  )
}

/** The S-stemmer: the first rule that fits is the only one. */
function singularOf(word: string): string {
  if (word.endsWith('ies')) return /[ea]ies$/.test(word) ? word : `${word.slice(0, -3)}y`
  if (word.endsWith('es')) return /[aeo]es$/.test(word) ? word : word.slice(0, -1)
  if (word.endsWith('s')) return /[us]s$/.test(word) ? word : word.slice(0, -1)
  return word
}

function pluralsOf(word: string): readonly string[] {
  if (word.endsWith('y') && !VOWEL_Y.test(word)) return [`${word.slice(0, -1)}ies`]
  return HISSING.test(word) ? [`${word}es`] : [`${word}s`]
}
