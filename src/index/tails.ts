/**
 * Which terms of a dictionary end alike: by a hash of their last bytes, so that those with a given end are found without a walk
 * through all. Made in memory when it is first asked for: 4 bytes a term.
 */

/** Bytes at the end of a term that are told apart; shorter terms are left out, and shorter ends cannot be asked for. */
export const TAIL_BYTES = 5

const BUCKETS = 1 << 16

export interface Tails {
  /** Places in the dictionary, ascending, of all terms with this end of at least TAIL_BYTES, and of a few others. */
  placesOf(end: Uint8Array): Uint32Array
}

export interface TailsBuilder {
  /** The next term of the dictionary. */
  add(term: Uint8Array): void
  finish(): Tails
}

/** @param most terms at most */
export function tailsBuilder(most: number): TailsBuilder {
  const hashes = new Uint16Array(most)
  const isLong = new Uint8Array(most)
  let count = 0

  function add(term: Uint8Array): void {
    if (term.length >= TAIL_BYTES) {
      hashes[count] = hashOfTail(term)
      isLong[count] = 1
    }
    count++
  }

  /** A counting sort by hash. */
  function finish(): Tails {
    const ends = new Uint32Array(BUCKETS + 1)
    for (let place = 0; place < count; place++)
      if (isLong[place] === 1)
        ends[(hashes[place] ?? 0) + 1] = (ends[(hashes[place] ?? 0) + 1] ?? 0) + 1
    for (let bucket = 1; bucket <= BUCKETS; bucket++)
      ends[bucket] = (ends[bucket] ?? 0) + (ends[bucket - 1] ?? 0)
    const starts = ends.slice()
    const places = new Uint32Array(ends[BUCKETS] ?? 0)
    for (let place = 0; place < count; place++) {
      if (isLong[place] !== 1) continue
      const bucket = hashes[place] ?? 0
      const at = ends[bucket] ?? 0
      places[at] = place
      ends[bucket] = at + 1
    }
    return {
      placesOf(end) {
        const bucket = hashOfTail(end)
        return places.subarray(starts[bucket], starts[bucket + 1])
      },
    }
  }

  return { add, finish }
}

function hashOfTail(term: Uint8Array): number {
  let hash = 0
  for (let i = term.length - TAIL_BYTES; i < term.length; i++)
    hash = Math.imul(hash ^ (term[i] ?? 0), 0x9e3779b1)
  return hash >>> 16
}
