import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsAt, countColumns } from '../../src/text/columns.ts'
import { anyText } from './arbitraries.ts'

test.each([
  ['s', 1],
  ['搜', 2],
  ['，', 2],
  ['ア', 2],
  ['ｱ', 1],
  ['글', 2],
  ['𠮷', 2],
  ['🔍', 2],
  ['𝒜', 1],
  ['\ud842', 1],
  ['a搜𠮷b', 6],
])('%j takes %i columns', (text, columns) => {
  expect(countColumns(text, 0, text.length)).toBe(columns)
})

test('the columns of the parts of a text add up, and each character has some', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), (text, place) => {
      const at = text.length === 0 ? 0 : place % text.length
      const all = countColumns(text, 0, text.length)
      expect(countColumns(text, 0, at) + countColumns(text, at, text.length)).toBe(all)
      expect(all).toBeGreaterThanOrEqual([...text].length)
      for (let i = 0; i < text.length; i++) expect(columnsAt(text, i)).toBeLessThanOrEqual(2)
    }),
  )
})
