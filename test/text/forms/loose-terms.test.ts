import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldAccents } from '../../../src/text/forms/accents.ts'
import {
  isLooseTerm,
  looseTerm,
  visitLooseParts,
  visitLooseTerms,
} from '../../../src/text/forms/loose-terms.ts'
import { otherForms } from '../../../src/text/forms/other-forms.ts'
import { normalizeText } from '../../../src/text/normalize/normalize.ts'
import { visitPieces } from '../../../src/text/terms/script-runs.ts'
import { anyText } from '../arbitraries.ts'

/** The terms of a word in an article: itself, and its loose terms. */
function termsOf(word: string): ReadonlySet<string> {
  const terms = new Set([normalizeText(word)])
  visitLooseTerms(normalizeText(word), (term) => terms.add(term))
  visitLooseParts(word, (term) => terms.add(term))
  return terms
}

/** What a query asks for with a word. */
function askedBy(word: string): ReadonlySet<string> {
  const { terms, loose } = otherForms(normalizeText(word))
  return new Set([normalizeText(word), ...terms, ...loose.map(looseTerm)])
}

const meets = (query: string, article: string) =>
  [...askedBy(query)].some((term) => termsOf(article).has(term))

test.each([
  ['fiancee', 'fiancée'],
  ['fiancée', 'fiancee'],
  ['fiancé', 'fiancè'],
  ['Malmo', 'Malmö'],
  ['제주에서', '제주도'.slice(0, 2)],
  ['제주', '제주까지'],
  ['제주는', '제주까지'],
  ['script', 'TypeScript'],
  ['scripts', 'TypeScript'],
  ['7', 'Llama7'],
  ['llama-7', 'llama7'],
  ['llama7', 'Llama-7'],
  ['4200', '四千二百'],
])('%s meets %s', (query, article) => {
  expect(meets(query, article)).toBe(true)
})

test.each([
  ['script', 'scripture'],
  ['제주', '제주시청'],
  ['pen', 'open'],
  ['c', 'c++'],
])('%s does not meet %s', (query, article) => {
  expect(meets(query, article)).toBe(false)
})

describe('always', () => {
  test('a word without accents meets the word, and the other way about', () => {
    const word = fc.stringMatching(/^[a-zßàéîöùłøœæđñç]{1,12}$/)
    fc.assert(
      fc.property(word, (written) => {
        expect(meets(foldAccents(normalizeText(written)), written)).toBe(true)
        expect(meets(written, foldAccents(normalizeText(written)))).toBe(true)
      }),
    )
  })

  test('a Korean word meets itself with other particles', () => {
    const stem = fc.stringMatching(/^[가나다라마바사]{2,4}$/)
    const particle = fc.constantFrom('', '는', '가', '를', '에서', '까지', '와', '로', '처럼')
    fc.assert(
      fc.property(stem, particle, particle, (word, one, other) => {
        // 가나가 may be 가나 with a particle, and 가나가나 may not: the longest stem decides.
        const isWhole = termsOf(word).size === 1
        if (isWhole) expect(meets(word + one, word + other)).toBe(true)
      }),
    )
  })

  test('no loose term is a run of letters and digits, so that no query asks for one by chance', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const check = (term: string) => {
          expect(isLooseTerm(new TextEncoder().encode(term))).toBe(true)
          const runs: string[] = []
          visitPieces(term, (_kind, start, end) => runs.push(term.slice(start, end)))
          expect(runs).not.toContain(term)
        }
        visitLooseTerms(normalizeText(text), check)
        visitLooseParts(text, check)
      }),
    )
  })
})
