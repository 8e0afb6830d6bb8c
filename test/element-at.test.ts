import { expect, test } from 'vitest'
import { elementAt, floatAt, integerAt } from '../src/element-at.ts'

test('an element that is there is read', () => {
  expect(elementAt(['a', 'b'], 1)).toBe('b')
  expect(integerAt(Uint32Array.of(7, 0), 1)).toBe(0)
  expect(floatAt(Float32Array.of(0.5), 0)).toBe(0.5)
})

test.each([-1, 2, 0.5, Number.NaN])('an index of %s outside of a list of two throws', (index) => {
  expect(() => elementAt(['a', 'b'], index)).toThrow(RangeError)
  expect(() => integerAt(new Uint32Array(2), index)).toThrow(`no element ${index} in a list of 2`)
  expect(() => floatAt(new Float64Array(2), index)).toThrow(RangeError)
})
