import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSecondHalf, isSpaceUnit } from '../../../src/search/literal/characters.ts'

const text = fc.array(fc.constantFrom('a', '开', '𠮷', '😀', ' '), { maxLength: 12 })

/** Offsets where the characters begin, and the end. */
const boundsOf = (characters: readonly string[]) =>
  [...characters.keys(), characters.length].map((i) => characters.slice(0, i).join('').length)

test('second halves are where no character begins', () => {
  fc.assert(
    fc.property(text, (characters) => {
      const bounds = boundsOf(characters)
      const whole = characters.join('')
      for (let at = 0; at < whole.length; at++)
        expect(isSecondHalf(whole, at)).toBe(!bounds.includes(at))
    }),
  )
})

test('a unit is white space as \\s says, but for U+FEFF', () => {
  const wrong = Array.from({ length: 0x10000 }, (_, unit) => unit).filter(
    (unit) => isSpaceUnit(unit) !== (/\s/.test(String.fromCharCode(unit)) && unit !== 0xfeff),
  )
  expect(wrong).toEqual([])
})
