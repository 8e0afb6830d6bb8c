/** Ids of articles: 16 hex digits in texts, two halves of 32 bits in columns. */

/** The high and the low 32 bits of a 64-bit id in hex. */
export function idHalves(id: string): readonly [number, number] {
  return [Number.parseInt(id.slice(0, 8), 16), Number.parseInt(id.slice(8, 16), 16)]
}

/** An article's id from its column, as 16 hex digits. */
export function idOf(ids: Uint32Array, article: number): string {
  const half = (value: number | undefined) => (value ?? 0).toString(16).padStart(8, '0')
  return half(ids[article * 2]) + half(ids[article * 2 + 1])
}
