/** The order of keys, few and many, beside a plain stable sort. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderOfKeys } from '../../../src/index/build/sort-keys.ts'

/** Many are equal, many are alike in one half, and some are the least and the greatest. */
const key = fc.oneof(
  fc.constantFrom(0, 1, 0xffff, 0x10000, 0x10001, 0x7fffffff, 0x80000000, 0xffffffff),
  fc.nat(0xffffffff),
)

function plainOrder(keys: readonly number[], places: readonly number[]): readonly number[] {
  return [...places].sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
}

describe('keys', () => {
  test('are put in order, equal ones as they stood', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 40 }), (keys) => {
        const order = orderOfKeys(Uint32Array.from(keys))
        expect([...order]).toEqual(plainOrder(keys, [...keys.keys()]))
      }),
    )
  })

  test.each([4095, 4096, 10_000])('are put in the same order where there are %i', (count) => {
    const keys = fc.sample(key, { numRuns: count, seed: count })
    const reversed = [...keys.keys()].reverse()
    expect([...orderOfKeys(Uint32Array.from(keys))]).toEqual(plainOrder(keys, [...keys.keys()]))
    const given = Uint32Array.from(reversed)
    expect([...orderOfKeys(Uint32Array.from(keys), given)]).toEqual(plainOrder(keys, reversed))
    expect([...given]).toEqual(reversed)
  })
})
