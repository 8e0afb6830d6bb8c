import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  countCharacters,
  isSecondHalf,
  isSpaceUnit,
  stepBackward,
  stepForward,
} from '../../../src/search/literal/characters.ts'

const text = fc.array(fc.constantFrom('a', '开', '𠮷', '😀', ' '), { maxLength: 12 })

/** Offsets where the characters begin, and the end. */
const boundsOf = (characters: readonly string[]) =>
  [...characters.keys(), characters.length].map((i) => characters.slice(0, i).join('').length)

test('steps go from character to character, and end at the limit', () => {
  fc.assert(
    fc.property(text, fc.nat(12), fc.nat(14), (characters, start, steps) => {
      const bounds = boundsOf(characters)
      const [last, from] = [characters.length, Math.min(start, characters.length)]
      const whole = characters.join('')
      const at = bounds[from] ?? 0
      const [ahead, behind] = [
        bounds[Math.min(from + steps, last)],
        bounds[Math.max(from - steps, 0)],
      ]
      expect(stepForward(whole, at, steps, whole.length)).toBe(ahead)
      expect(stepBackward(whole, at, steps, 0)).toBe(behind)
      expect(stepForward(whole, at, steps, at)).toBe(at)
      expect(stepBackward(whole, at, steps, at)).toBe(at)
    }),
  )
})

test('characters are counted as a string is spread, and second halves are where none begins', () => {
  fc.assert(
    fc.property(text, fc.nat(12), fc.nat(12), (characters, a, b) => {
      const bounds = boundsOf(characters)
      const [from, to] = [Math.min(a, b), Math.max(a, b)].map((i) => Math.min(i, characters.length))
      const whole = characters.join('')
      const [start, end] = [bounds[from ?? 0] ?? 0, bounds[to ?? 0] ?? 0]
      expect(countCharacters(whole, start, end)).toBe([...whole.slice(start, end)].length)
      const inside = [...whole].length === whole.length ? [] : bounds
      for (let at = 0; at < whole.length; at++)
        if (inside.length > 0) expect(isSecondHalf(whole, at)).toBe(!bounds.includes(at))
    }),
  )
})

test('a unit is white space as \\s says, but for U+FEFF', () => {
  const wrong = Array.from({ length: 0x10000 }, (_, unit) => unit).filter(
    (unit) => isSpaceUnit(unit) !== (/\s/.test(String.fromCharCode(unit)) && unit !== 0xfeff),
  )
  expect(wrong).toEqual([])
})
