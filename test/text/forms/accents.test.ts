import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  foldAccents,
  foldNormalized,
  hasAccents,
  visitAccentedWords,
} from '../../../src/text/forms/accents.ts'
import { normalize, normalizeText } from '../../../src/text/normalize/normalize.ts'
import { anyText } from '../arbitraries.ts'

function accentedWords(text: string): readonly string[] {
  const found: string[] = []
  visitAccentedWords(text, (start, end) => found.push(text.slice(start, end)))
  return found
}

test.each([
  ['Crème brûlée', 'creme brulee'],
  ['Cre\u0300me bru\u0302le\u0301e', 'creme brulee'],
  ['Großmutter', 'grossmutter'],
  ['Ægir, Søren, Gdańsk, Złoty, cœur', 'aegir, soren, gdansk, zloty, coeur'],
  ['Tiếng Việt', 'tieng viet'],
  ['Þór, İzmir, ılıca', 'thor, izmir, ilica'],
  ['6 ÷ 2', '6 ÷ 2'],
  ['й ё が 각', 'й ё が 각'],
])('%s folds to %s', (text, folded) => {
  expect(foldAccents(normalizeText(text))).toBe(normalizeText(folded))
})

test('words with accents are visited, and the names that they are part of', () => {
  expect(accentedWords('chez zoë, maría-josé a@b.è.com x')).toEqual([
    'zoë',
    'maría',
    'maría-josé',
    'josé',
    'è',
    'a@b.è.com',
  ])
})

describe('always', () => {
  test('folding leaves nothing to fold', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(hasAccents(foldAccents(normalizeText(text)))).toBe(false)
      }),
    )
  })

  test('every accented letter is in a word that is visited, in order', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[aéß1 .-]{0,20}$/), (text) => {
        const inside = new Set<number>()
        visitAccentedWords(text, (start, end) => {
          for (let at = start; at < end; at++) inside.add(at)
        })
        for (const { index } of text.matchAll(/[éß]/g)) expect(inside).toContain(index)
      }),
    )
  })

  test('a folded text leads back to the place of each letter', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const normalized = normalize(original)
        const { text, offsets } = foldNormalized(normalized)
        expect(text).toBe(foldAccents(normalized.text))
        const places = offsets ?? Uint32Array.from({ length: text.length + 1 }, (_, at) => at)
        expect(places.length).toBe(text.length + 1)
        expect(places.at(-1)).toBe(original.length)
      }),
    )
  })
})
