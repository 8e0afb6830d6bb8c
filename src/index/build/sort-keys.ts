/** Sorting by unsigned numbers of 32 bits, in time linear in how many there are: a radix sort by their halves. */

const HALF_BITS = 16
const HALVES = 1 << HALF_BITS

/** The places of the keys in ascending order of the keys; equal ones stay in the order of `places`, by default as they are. */
export function orderOfKeys(
  keys: Uint32Array,
  places: Uint32Array = Uint32Array.from(keys.keys()),
): Uint32Array {
  return sortedBy(keys, sortedBy(keys, places, 0), HALF_BITS)
}

/** The places by 16 bits of their keys, from bit `shift` on. */
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
