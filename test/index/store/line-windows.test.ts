import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsWindow, OVERLAP_UNITS, windowsOfLine } from '../../../src/index/store/line-windows.ts'
import { MAX_TERM_BYTES } from '../../../src/index/terms/term-blocks.ts'
import { normalizeText } from '../../../src/text/normalize/normalize.ts'

const text = fc
  .array(fc.constantFrom('漏洞', '𠮷', 'word ', 'a', 'x'.repeat(90), '，', 'é'), { maxLength: 400 })
  .map((pieces) => normalizeText(pieces.join('')).trim())

test('every short piece of a line lies in a window, and every window fits into a dictionary', () => {
  fc.assert(
    fc.property(text, fc.nat(), (line, seed) => {
      const windows = windowsOfLine(line)
      const start = line.length === 0 ? 0 : seed % line.length
      const piece = line.slice(start, start + OVERLAP_UNITS)
      expect(piece === '' || windows.some((window) => window.includes(piece))).toBe(true)
      for (const window of windows) {
        expect(line).toContain(window)
        expect(window.isWellFormed()).toBe(true)
        expect(new TextEncoder().encode(window).length).toBeLessThanOrEqual(MAX_TERM_BYTES)
      }
    }),
  )
})

test('a line of spaces has no window', () => {
  expect(windowsOfLine(' \u3000 ')).toEqual([])
})

test.each([
  ['开源模型', '开源', true],
  ['a cat sat', 'cat', true],
  ['cat', 'cat', true],
  ['猫cat狗', 'cat', true],
  ['concatenate', 'cat', false],
  ['cats', 'cat', false],
  ['concat', 'cat', false],
  ['concat cat', 'cat', true],
  ['𐐨𐐩', '𐐩', false],
  ['开源', '模型', false],
])('%s says all that the line %s says: %s', (title, line, expected) => {
  expect(holdsWindow(title, line)).toBe(expected)
})
