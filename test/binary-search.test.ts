/** Binary search, beside a walk from the front. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partitionPoint, placeIn } from '../src/binary-search.ts'

const numbers = fc
  .uniqueArray(fc.nat(60), { maxLength: 40 })
  .map((all) => all.sort((a, b) => a - b))

describe('a binary search', () => {
  test('finds the first place that a walk from the front finds', () => {
    fc.assert(
      fc.property(numbers, fc.nat(61), (ascending, value) => {
        const first = ascending.findIndex((one) => one >= value)
        const found = partitionPoint(ascending.length, (at) => (ascending[at] ?? 0) >= value)
        expect(found).toBe(first < 0 ? ascending.length : first)
      }),
    )
  })

  test('finds a value where it is, and only there', () => {
    fc.assert(
      fc.property(numbers, fc.nat(61), (ascending, value) => {
        expect(placeIn(Uint32Array.from(ascending), value)).toBe(ascending.indexOf(value))
      }),
    )
  })

  test('is right about the numbers that have all 32 bits', () => {
    expect(placeIn(Uint32Array.of(1, 0x7fffffff, 0x80000000, 0xffffffff), 0xffffffff)).toBe(3)
  })
})
