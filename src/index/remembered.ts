/** What was read last, kept for those who come back to it. */

/**
 * `read` with its last results: asked again for one of them, it is not called again. One that fails is not kept.
 * @param most results that are kept
 */
export function remembered<Key, Value>(
  most: number,
  read: (key: Key) => Promise<Value>,
): (key: Key) => Promise<Value> {
  const kept = new Map<Key, Promise<Value>>()
  return (key) => {
    const known = kept.get(key)
    if (known !== undefined) return known
    const fresh = read(key)
    kept.set(key, fresh)
    fresh.catch(() => kept.delete(key))
    const oldest = kept.keys().next()
    if (kept.size > most && !oldest.done) kept.delete(oldest.value)
    return fresh
  }
}
