/** Han characters by chance, the same for the same seed; they do not pack, so that they fill pages of index files. */
export function filling(seed: number, length: number): string {
  const characters = Array.from({ length }, (_, i) => {
    const mixed = Math.imul((seed * length + i) ^ 0x5bd1e995, 0x9e3779b1)
    return String.fromCharCode(0x4e00 + ((mixed >>> 12) % 5000))
  })
  return characters.join('')
}
