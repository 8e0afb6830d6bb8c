/** Values as long as there is room for them. */

export interface KeptByWeight<Key, Value> {
  get(key: Key): Value | undefined
  keep(key: Key, value: Value, weight: number): void
}

/**
 * What was asked for longest ago goes first.
 * @param most weight of all that is kept
 */
export function keptByWeight<Key, Value>(most: number): KeptByWeight<Key, Value> {
  const kept = new Map<Key, { readonly value: Value; readonly weight: number }>()
  let total = 0

  function forget(key: Key): void {
    total -= kept.get(key)?.weight ?? 0
    kept.delete(key)
  }

  return {
    get(key) {
      const found = kept.get(key)
      // Last in the order of the map: it is the youngest again.
      if (found !== undefined && kept.delete(key)) kept.set(key, found)
      return found?.value
    },
    keep(key, value, weight) {
      forget(key)
      kept.set(key, { value, weight })
      total += weight
      for (const oldest of kept.keys()) {
        if (total <= most) return
        forget(oldest)
      }
    },
  }
}
