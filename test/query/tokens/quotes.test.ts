import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closingFinder, quoted } from '../../../src/query/tokens/quotes.ts'

/** The text inside the quotation that the first character opens. */
function quotation(text: string, beginsWord = true): string | undefined {
  const end = closingFinder(text)(0, beginsWord)
  return end < 0 ? undefined : text.slice(1, end)
}

describe('a quotation', () => {
  test.each([
    ['"a b" c"', 'a b'],
    ['＂a b" c', 'a b'],
    ['“a b” c', 'a b'],
    ['“a b" c', 'a b'],
    ['“a " b” c', 'a " b'],
    ['"a b” c', 'a b'],
    ['「a『b』c」', 'a『b』c'],
    ['『a「b」c』', 'a「b」c'],
  ])('is found in %s', (text, inside) => {
    expect(quotation(text)).toBe(inside)
  })

  test.each(['"a b', '「a』', '『a」', '」a」'])('is not found in %s', (text) => {
    expect(quotation(text)).toBeUndefined()
  })

  test('may be turned round at the beginning of a word only', () => {
    expect(quotation('”a b“', true)).toBe('a b')
    expect(quotation('”a b“', false)).toBeUndefined()
  })

  test('closes where the marks of one kind next stand, wherever it was looked for before', () => {
    const text = fc.array(fc.constantFrom('"', '＂', 'a', ' '), { maxLength: 30 })
    fc.assert(
      fc.property(text, (characters) => {
        const find = closingFinder(characters.join(''))
        for (const [open, mark] of characters.entries()) {
          if (mark !== '"' && mark !== '＂') continue
          const next = characters.findIndex((one, at) => at > open && /["＂]/.test(one))
          expect(find(open, true)).toBe(next)
        }
      }),
    )
  })
})

test('a text in marks reads back, unless it has every kind of closing mark', () => {
  const text = fc.string({ unit: fc.constantFrom('"', '＂', '」', '』', '“', 'a', ' ') })
  fc.assert(
    fc.property(text, (inside) => {
      fc.pre(!/["＂]/.test(inside) || !/」/.test(inside) || !/』/.test(inside))
      expect(quotation(quoted(inside))).toBe(inside)
    }),
  )
})
