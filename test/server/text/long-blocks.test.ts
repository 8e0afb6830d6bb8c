import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitLongBlock } from '../../../server/text/long-blocks.ts'

test('the pieces of a block are its text, none too long, none within a character', () => {
  const unit = fc.constantFrom('长', '𠮷', 'a', '。', '\n', ' ')
  const text = fc
    .array(fc.tuple(unit, fc.integer({ min: 1, max: 9_000 })), { maxLength: 8 })
    .map((parts) => parts.map(([character, times]) => character.repeat(times)).join(''))
  fc.assert(
    fc.property(text, (text) => {
      const pieces = splitLongBlock({ kind: 'quote', text })
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      for (const piece of pieces) {
        expect(piece.kind).toBe('quote')
        expect(piece.text.length).toBeLessThanOrEqual(10_000)
        expect(piece.text.isWellFormed()).toBe(true)
      }
    }),
  )
})

test('a long block is parted after a sentence', () => {
  const text = `${'长'.repeat(8_000)}。${'文'.repeat(8_000)}`
  expect(splitLongBlock({ kind: 'paragraph', text }).map((piece) => piece.text.length)).toEqual([
    8_001, 8_000,
  ])
})
