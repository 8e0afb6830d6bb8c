/**
 * Holds what a process keeps so as not to read or work it out again, within one budget. Each kind of thing has a fixed share of
 * the budget; within a share, what was used longest ago goes first, whichever cache it is in.
 */

import { LRUCache } from 'lru-cache'

/** Bytes that may be kept where nothing else is said. */
export const DEFAULT_MEMORY = 44 << 20

/** Parts of the budget, in 64ths. */
const SHARES = {
  /** Postings of words, decoded. */
  words: 33,
  /** Articles that hold a pair of characters, decoded. */
  pairs: 5,
  /** Postings of quoted texts, found by reading articles. */
  literals: 1,
  /** Checked blocks of index files. */
  blocks: 11,
  /** Dictionaries that stored texts are inflated with. */
  dictionaries: 3,
  /** Stored articles, inflated. */
  records: 2,
  /** Furniture of articles, inflated. */
  furniture: 1,
  /** Answers of the server to searches. */
  answers: 8,
} as const

const ALL_SHARES = 64

export type ShareName = keyof typeof SHARES

export interface Cache<Key, Value> {
  get(key: Key): Value | undefined
  /** @param bytes what keeping the value takes; more than a quarter of the share, and it is not kept */
  set(key: Key, value: Value, bytes: number): void
}

/** The state of one share. */
export interface Usage {
  readonly name: ShareName
  readonly bytes: number
  readonly budget: number
}

/** The budget of a process. */
export interface Memory {
  /** A new cache, empty; all caches of one name share its part of the budget. */
  cache<Key, Value>(name: ShareName): Cache<Key, Value>
  /** The part of the budget in bytes. */
  budgetOf(name: ShareName): number
  /** Registers something other than a cache that keeps to the share; `bytes` tells how much it keeps. */
  count(name: ShareName, bytes: () => number): void
  usage(): readonly Usage[]
}

/** One value too large a part of its share would push out too many others. */
const LARGEST_PART = 1 / 4

/**
 * An entry takes this many bytes beside its value: two entries of maps, places in lists, the entry, its function and a promise.
 */
export const ENTRY_BYTES = 224 + 128

/** A typed array takes this many bytes beside its own: two objects, and the bookkeeping of its memory. */
export const ARRAY_BYTES = 400

interface Entry {
  /** Takes it out of its cache. */
  drop(): void
}

type Share = LRUCache<Entry, Entry>

/** @param bytes budget for all that is kept */
export function createMemory(bytes = DEFAULT_MEMORY): Memory {
  const shares = new Map<ShareName, Share>()
  const counters = new Map<ShareName, () => number>()

  function budgetOf(name: ShareName): number {
    return Math.floor((bytes * SHARES[name]) / ALL_SHARES)
  }

  function shareOf(name: ShareName): Share {
    const known = shares.get(name)
    if (known !== undefined) return known
    const share = createShare(budgetOf(name))
    shares.set(name, share)
    return share
  }

  function bytesIn(name: ShareName): number {
    return counters.get(name)?.() ?? shares.get(name)?.calculatedSize ?? 0
  }

  return {
    cache: (name) => cacheIn(shareOf(name)),
    budgetOf,
    count: (name, counted) => counters.set(name, counted),
    usage: () => shareNames.map((name) => ({ name, bytes: bytesIn(name), budget: budgetOf(name) })),
  }
}

const shareNames = Object.keys(SHARES) as readonly ShareName[]

/** A share of less than a byte keeps nothing; the library takes no budget below 1. */
function createShare(budget: number): Share {
  return new LRUCache({
    maxSize: Math.max(1, budget),
    maxEntrySize: Math.max(1, Math.floor(budget * LARGEST_PART)),
    dispose: (entry) => entry.drop(),
  })
}

function cacheIn<Key, Value>(share: Share): Cache<Key, Value> {
  const entries = new Map<Key, Entry & { readonly value: Value }>()
  return {
    get(key) {
      const entry = entries.get(key)
      if (entry !== undefined) share.get(entry)
      return entry?.value
    },
    set(key, value, bytes) {
      const before = entries.get(key)
      if (before !== undefined) share.delete(before)
      const entry = { value, drop: () => entries.delete(key) }
      share.set(entry, entry, { size: ENTRY_BYTES + Math.ceil(bytes) })
      if (share.has(entry)) entries.set(key, entry)
    },
  }
}
