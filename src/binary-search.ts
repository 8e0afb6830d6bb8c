/** Binary search, for whatever lies in order: numbers, terms, blocks of a file. */

/**
 * The first place, from 0 up to `count`, that `isReached` says has been reached; `count`: none is. Once reached, always
 * reached: `partitionPoint(3, (at) => [10, 20, 30][at] >= 15)` is 1.
 */
export function partitionPoint(count: number, isReached: (place: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isReached(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** Returns the place of the value in an ascending list, or −1 if it is not there. */
export function placeIn(ascending: Uint32Array, value: number): number {
  const place = partitionPoint(ascending.length, (at) => (ascending[at] ?? 0) >= value)
  return ascending[place] === value ? place : -1
}
