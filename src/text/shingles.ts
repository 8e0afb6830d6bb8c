/**
 * Measures how alike two texts are, whatever their markup, punctuation and case, by their shingles: all runs of 8 letters, digits
 * and wide characters that stand one after the other. A sketch of fixed size estimates it without the texts.
 *
 * MinHash in one permutation: Li, Owen & Zhang 2012; empty slots borrow as in Shrivastava & Li 2014.
 */

import { FNV_PRIME, mixBits } from '../hash.ts'
import { visitPieces } from './terms/script-runs.ts'

/** UTF-16 units of a shingle, a power of two. */
const SHINGLE_UNITS = 8
/** 16-bit values of a sketch: two unlike texts agree in one by chance once in 65,536. */
export const SKETCH_SLOTS = 32

/** The low bits of the hash of a shingle choose the slot, the high ones are the value. */
const SLOT_BITS = 5
const EMPTY = 0xffffffff

/** FNV_PRIME ** SHINGLE_UNITS, for the unit that leaves the window. */
const LEAVING = Array.from({ length: SHINGLE_UNITS }).reduce<number>(
  (power) => Math.imul(power, FNV_PRIME),
  1,
)

/** Shorter texts are alike by chance, or because one template made them. */
const LEAST_SHINGLES = 60

/**
 * Makes the sketch of a normalised text; undefined for one of too few shingles. The share of slots in which two sketches agree
 * estimates how alike the texts are (Jaccard's index of their shingles).
 */
export function sketchOf(text: string): Uint16Array | undefined {
  const smallest = new Uint32Array(SKETCH_SLOTS).fill(EMPTY)
  let count = 0
  visitShingles(text, (hash) => {
    const slot = hash & (SKETCH_SLOTS - 1)
    const value = hash >>> SLOT_BITS
    if (value < (smallest[slot] ?? 0)) smallest[slot] = value
    count++
  })
  if (count < LEAST_SHINGLES) return undefined
  const sketch = new Uint16Array(SKETCH_SLOTS)
  for (let slot = 0; slot < SKETCH_SLOTS; slot++) sketch[slot] = folded(smallest, slot)
  return sketch
}

/** A slot without a shingle borrows from the next that has one. */
function folded(smallest: Uint32Array, slot: number): number {
  for (let steps = 0; steps < SKETCH_SLOTS; steps++) {
    const value = smallest[(slot + steps) % SKETCH_SLOTS] ?? EMPTY
    if (value !== EMPTY) return mixBits(value + Math.imul(steps, FNV_PRIME)) & 0xffff
  }
  return 0
}

/** Returns a text's shingles as hashes, ascending, each once. */
export function shinglesOf(text: string): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, text.length - SHINGLE_UNITS + 1))
  let count = 0
  visitShingles(text, (hash) => {
    hashes[count++] = hash
  })
  hashes.subarray(0, count).sort()
  let kept = 0
  for (let at = 0; at < count; at++) {
    const hash = hashes[at] ?? 0
    if (kept === 0 || hash !== hashes[kept - 1]) hashes[kept++] = hash
  }
  return hashes.slice(0, kept)
}

/** Computes Jaccard's index of two sets, and the share of the smaller one that is in the other; both are 0 when one is empty. */
export function likeness(
  a: Uint32Array,
  b: Uint32Array,
): { readonly jaccard: number; readonly containment: number } {
  if (a.length === 0 || b.length === 0) return { jaccard: 0, containment: 0 }
  const common = countCommon(a, b)
  return {
    jaccard: common / (a.length + b.length - common),
    containment: common / Math.min(a.length, b.length),
  }
}

function countCommon(a: Uint32Array, b: Uint32Array): number {
  let common = 0
  for (let [left, right] = [0, 0]; left < a.length && right < b.length; ) {
    const [one, other] = [a[left] ?? 0, b[right] ?? 0]
    if (one === other) common++
    if (one <= other) left++
    if (other <= one) right++
  }
  return common
}

/** Keeps the letters, digits and wide characters of a text. */
export function lettersOf(text: string): string {
  const runs: string[] = []
  visitPieces(text, (_, start, end) => runs.push(text.slice(start, end)))
  return runs.join('')
}

/** Rolls a hash over the text without its spaces and signs. */
function visitShingles(text: string, visit: (hash: number) => void): void {
  const window = new Uint16Array(SHINGLE_UNITS)
  let [lastHash, lastCount] = [0, 0]
  visitPieces(text, (_, start, end) => {
    // The loop has its own variables: those that closures share are written to memory at each step.
    let [hash, count] = [lastHash, lastCount]
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at)
      const place = count & (SHINGLE_UNITS - 1)
      hash = (Math.imul(hash, FNV_PRIME) + unit - Math.imul(window[place] ?? 0, LEAVING)) | 0
      window[place] = unit
      count++
      if (count >= SHINGLE_UNITS) visit(mixBits(hash))
    }
    lastHash = hash
    lastCount = count
  })
}
