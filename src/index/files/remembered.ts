/** What was read last, kept for those who come back to it. */

import { keptByWeight } from './kept-by-weight.ts'

/**
 * `read` with its last results: asked again for one of them, it is not called again. One that fails is not kept.
 * What was asked for longest ago goes first.
 * @param most weight of the results that are kept; where nothing else is said, each weighs 1
 */
export function remembered<Key, Value>(
  most: number,
  read: (key: Key) => Promise<Value>,
  weigh: (value: Value) => number = () => 1,
): (key: Key) => Promise<Value> {
  const kept = keptByWeight<Key, Promise<Value>>(most)
  /** Not read to the end yet: nobody knows what it weighs. */
  const begun = new Map<Key, Promise<Value>>()

  async function keep(key: Key, reading: Promise<Value>): Promise<void> {
    try {
      kept.keep(key, reading, weigh(await reading))
    } finally {
      begun.delete(key)
    }
  }

  return (key) => {
    const known = kept.get(key) ?? begun.get(key)
    if (known !== undefined) return known
    const fresh = read(key)
    begun.set(key, fresh)
    // Whoever asked hears of an error.
    keep(key, fresh).catch(() => undefined)
    return fresh
  }
}
