import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NO_UNIT, seamOf, visitSeams, visitSpacedWords } from '../../../src/index/postings/pairs.ts'

function seamsOf(text: string): readonly number[] {
  const seams: number[] = []
  visitSeams(text, (seam) => seams.push(seam))
  return seams
}

/** The same from the words themselves. */
function seamsOfWords(text: string): readonly number[] {
  const seams: number[] = []
  const unit = (place: number, isThere: boolean) => (isThere ? text.charCodeAt(place) : NO_UNIT)
  visitSpacedWords(text, (start, space, end) =>
    seams.push(
      seamOf(
        unit(space - 1, true),
        unit(space - 2, space - 2 >= start),
        unit(space + 1, true),
        unit(space + 2, space + 2 < end),
      ),
    ),
  )
  return seams
}

test('seams are those of each two words of letters with a single space between', () => {
  const sign = fc.constantFrom('a', 'b', '1', ' ', ' ', '漏', '-', 'é', '𝒜', '😀', '𠮷', 'か', '\n')
  fc.assert(
    fc.property(fc.string({ unit: sign, maxLength: 40 }), (text) => {
      expect(seamsOf(text)).toEqual(seamsOfWords(text))
    }),
    { numRuns: 1000 },
  )
  expect(seamsOf('red hat 红 帽').length).toBe(1)
})
