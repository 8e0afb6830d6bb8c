/** A reader that keeps what it has read. */

import type { Cache } from './memory.ts'

/**
 * `read` with its results kept: asked again for one of them, it is not called again, and what is asked for while it is being
 * read is read once. A failure is told to all who wait for it and not kept.
 * @param weigh bytes of a result
 */
export function readThrough<Key, Value>(
  cache: Cache<Key, Promise<Value>>,
  read: (key: Key) => Promise<Value>,
  weigh: (value: Value) => number,
): (key: Key) => Promise<Value> {
  /** Reads that have not ended: their weight is not known yet. */
  const pending = new Map<Key, Promise<Value>>()

  async function keep(key: Key, reading: Promise<Value>): Promise<void> {
    try {
      cache.set(key, reading, weigh(await reading))
    } finally {
      pending.delete(key)
    }
  }

  return (key) => {
    const known = cache.get(key) ?? pending.get(key)
    if (known !== undefined) return known
    const reading = read(key)
    pending.set(key, reading)
    // The caller hears of a failure.
    keep(key, reading).catch(() => undefined)
    return reading
  }
}
