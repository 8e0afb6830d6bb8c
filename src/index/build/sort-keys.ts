/** Sorts by unsigned 32-bit keys: many of them with a radix sort, half by half, in linear time. */

import { integerAt } from '../../element-at.ts'

const HALF_BITS = 16
const HALVES = 1 << HALF_BITS
/** Fewer keys are compared with each other: counting takes a table of all values of a half. */
const FEWEST_COUNTED = 4096

/**
 * Returns the places of the keys in ascending order of the keys. The sort is stable.
 * @param places the order before the sort; by default that of the keys
 */
export function orderOfKeys(
  keys: Uint32Array,
  places: Uint32Array = Uint32Array.from(keys.keys()),
): Uint32Array {
  if (places.length < FEWEST_COUNTED)
    return places.toSorted((a, b) => integerAt(keys, a) - integerAt(keys, b))
  return sortedBy(keys, sortedBy(keys, places, 0), HALF_BITS)
}

/** Sorts the places by the 16 bits of their keys from bit `shift` on. */
function sortedBy(keys: Uint32Array, places: Uint32Array, shift: number): Uint32Array {
  const halfOf = (place: number) => ((keys[place] ?? 0) >>> shift) & (HALVES - 1)
  const next = new Uint32Array(HALVES + 1)
  for (const place of places) next[halfOf(place) + 1] = (next[halfOf(place) + 1] ?? 0) + 1
  for (let half = 1; half <= HALVES; half++) next[half] = (next[half] ?? 0) + (next[half - 1] ?? 0)
  const sorted = new Uint32Array(places.length)
  for (const place of places) {
    const half = halfOf(place)
    const at = next[half] ?? 0
    sorted[at] = place
    next[half] = at + 1
  }
  return sorted
}
