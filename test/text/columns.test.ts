import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsAt, countColumns, stepBackward, stepForward } from '../../src/text/columns.ts'
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

const characters = fc.array(fc.constantFrom('a', '开', '𠮷', '😀', ' ', '𝒜'), { maxLength: 12 })

test('steps go as far as the columns reach, from character to character, and end at the limit', () => {
  fc.assert(
    fc.property(characters, fc.nat(12), fc.nat(26), (some, start, columns) => {
      const whole = some.join('')
      const before = some.slice(0, start)
      const at = before.join('').length
      const fitting = (rest: readonly string[]) => {
        const widths = rest.map((one) => countColumns(one, 0, one.length))
        let [count, left] = [0, columns]
        while (count < rest.length && left >= (widths[count] ?? 0)) left -= widths[count++] ?? 0
        return rest.slice(0, count).join('').length
      }
      expect(stepForward(whole, at, columns, whole.length)).toBe(at + fitting(some.slice(start)))
      expect(stepBackward(whole, at, columns, 0)).toBe(at - fitting(before.toReversed()))
      expect(stepForward(whole, at, columns, at)).toBe(at)
      expect(stepBackward(whole, at, columns, at)).toBe(at)
    }),
  )
})
