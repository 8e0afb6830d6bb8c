/**
 * Finds the terms of a dictionary that end alike by a hash of their last bytes, without a walk through all. The table is made in
 * memory and takes about 5 bytes for each term.
 */

/** So many bytes at the end of a term are hashed. Shorter terms are left out, and shorter ends cannot be asked for. */
export const SUFFIX_BYTES = 5
/** A byte of hash is kept of so many bytes before those: thousands of words end in -ation. */
const MORE_BYTES = 3

const BUCKETS = 1 << 16
const MULTIPLIER = 0x9e3779b1

export interface TermSuffixes {
  /** Places in the dictionary, ascending, of all terms with this end of at least TAIL_BYTES, and of a few others. */
  placesOf(end: Uint8Array): Uint32Array
}

export interface SuffixesBuilder {
  /** Adds the next term of the dictionary. */
  add(term: Uint8Array): void
  finish(): TermSuffixes
}

/** @param most terms at most */
export function createSuffixesBuilder(most: number): SuffixesBuilder {
  const hashes = new Uint16Array(most)
  const checks = new Uint8Array(most)
  const isLong = new Uint8Array(most)
  let count = 0

  function add(term: Uint8Array): void {
    if (term.length >= SUFFIX_BYTES) {
      hashes[count] = hashOf(term, term.length - SUFFIX_BYTES, term.length) >>> 16
      checks[count] = checkOf(term)
      isLong[count] = 1
    }
    count++
  }

  /** Groups the terms by hash with a counting sort. */
  function finish(): TermSuffixes {
    const starts = new Uint32Array(BUCKETS + 1)
    const bucketAfter = (place: number) => (hashes[place] ?? 0) + 1
    for (let place = 0; place < count; place++)
      if (isLong[place] === 1) starts[bucketAfter(place)] = (starts[bucketAfter(place)] ?? 0) + 1
    for (let bucket = 1; bucket <= BUCKETS; bucket++)
      starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0)
    const next = starts.slice()
    const places = new Uint32Array(starts[BUCKETS] ?? 0)
    for (let place = 0; place < count; place++) {
      if (isLong[place] !== 1) continue
      const at = next[bucketAfter(place) - 1] ?? 0
      places[at] = place
      next[bucketAfter(place) - 1] = at + 1
    }
    return { placesOf: (end) => placesOf({ places, starts, checks }, end) }
  }

  return { add, finish }
}

interface Table {
  /** Places of terms, grouped by bucket and ascending in each. */
  readonly places: Uint32Array
  /** Each bucket begins at one of these places in `places`; one more entry ends the last. */
  readonly starts: Uint32Array
  /** The byte of hash of each place. */
  readonly checks: Uint8Array
}

function placesOf({ places, starts, checks }: Table, end: Uint8Array): Uint32Array {
  const bucket = hashOf(end, end.length - SUFFIX_BYTES, end.length) >>> 16
  const found = places.subarray(starts[bucket], starts[bucket + 1])
  if (end.length < SUFFIX_BYTES + MORE_BYTES) return found
  const check = checkOf(end)
  return found.filter((place) => checks[place] === check)
}

function checkOf(term: Uint8Array): number {
  const end = term.length - SUFFIX_BYTES
  return end < MORE_BYTES ? 0 : hashOf(term, end - MORE_BYTES, end) >>> 24
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), MULTIPLIER)
  return hash
}
