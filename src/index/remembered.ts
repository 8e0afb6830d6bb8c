/** What was read last, kept for those who come back to it. */

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
  const kept = new Map<Key, Promise<Value>>()
  const weights = new Map<Key, number>()
  let total = 0

  function forget(key: Key): void {
    kept.delete(key)
    total -= weights.get(key) ?? 0
    weights.delete(key)
  }

  async function keep(key: Key, reading: Promise<Value>): Promise<void> {
    const weight = await reading.then(weigh)
    if (kept.get(key) !== reading) return
    weights.set(key, weight)
    total += weight
    for (const oldest of weights.keys()) {
      if (total <= most) return
      forget(oldest)
    }
  }

  return (key) => {
    const known = kept.get(key)
    if (known !== undefined) {
      const weight = weights.get(key)
      // Last in the order of the map: it is the youngest again.
      if (weights.delete(key) && weight !== undefined) weights.set(key, weight)
      return known
    }
    const fresh = read(key)
    kept.set(key, fresh)
    keep(key, fresh).catch(() => forget(key))
    return fresh
  }
}
