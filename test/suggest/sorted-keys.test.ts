/** Looking up beginnings in order, beside looking at every key. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sortedKeys } from '../../src/suggest/sorted-keys.ts'

const key = fc.string({
  unit: fc.constantFrom('a', 'b', 'lou', '漏', '😀', '\uffff'),
  maxLength: 4,
})
const entries = fc.array(fc.array(key, { maxLength: 3 }), { maxLength: 20 })

/** By a look at every key. */
function placesWhere(all: readonly (readonly string[])[], holds: (key: string) => boolean) {
  return all.flatMap((keys, place) => keys.filter(holds).map(() => place))
}

const ascending = (places: readonly number[]) => [...places].sort((a, b) => a - b)

describe('keys in order', () => {
  test('give every entry that has a key that begins so, and every one that has the key', () => {
    fc.assert(
      fc.property(entries, key, (all, text) => {
        const keys = sortedKeys(all, (entry) => entry)
        expect(ascending(keys.beginningWith(text))).toEqual(
          placesWhere(all, (one) => one.startsWith(text)),
        )
        expect(ascending(keys.at(text))).toEqual(placesWhere(all, (one) => one === text))
      }),
    )
  })

  test('give the places of one key in the order of the list', () => {
    const keys = sortedKeys(['loudong', 'ld', 'loudong', 'loushi'], (one) => [one])
    expect(keys.at('loudong')).toEqual([0, 2])
    expect(keys.beginningWith('lou')).toEqual([0, 2, 3])
  })
})
