/** How alike two short texts are, by the pairs of characters that they have in common. */

/** Every two neighbouring UTF-16 units, each pair once, as one number. */
export function unitPairs(text: string): ReadonlySet<number> {
  const pairs = new Set<number>()
  for (let at = 0; at + 2 <= text.length; at++)
    pairs.add((text.charCodeAt(at) << 16) | text.charCodeAt(at + 1))
  return pairs
}

/** Dice's coefficient: twice the size of the intersection, divided by the sum of the sizes. It is 0 for two empty sets. */
export function diceCoefficient(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let common = 0
  for (const pair of a) if (b.has(pair)) common++
  return (2 * common) / Math.max(1, a.size + b.size)
}
