/**
 * Hashes of 32 bits for tables and samples. They are FNV-1a (Fowler, Noll and Vo) over UTF-16 units instead of bytes.
 * Anybody can write two texts that have the same one.
 */

export const FNV_BASIS = 0x811c9dc5
export const FNV_PRIME = 0x01000193

/** FNV-1a of a text, signed. */
export function fnv1a(text: string): number {
  let hash: number = FNV_BASIS
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME)
  return hash
}

/** FNV-1a of a text, mixed, unsigned. */
export function hash32(text: string): number {
  return mixBits(fnv1a(text))
}

/** The finaliser of MurmurHash3: each bit of the input changes half of the bits of the result, which is unsigned. */
export function mixBits(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
