/**
 * Finds earlier articles with similar sketches. Locality-sensitive hashing (Broder 1997; Leskovec, Rajaraman &
 * Ullman, chapter 3): 16 bands of two slots, texts with half of their shingles in common share a band with probability 0.99.
 * The bands stand in one table of numbers, 128 to 192 bytes an article, and the sketches in another, 64: as lists in maps, and as an
 * array each, they were most of what a build held. Nothing grows: what is left behind would be as much again.
 */

import { SKETCH_SLOTS } from '../../text/shingles.ts'

type Sketch = Uint16Array

const BAND_SLOTS = 2
const BANDS = SKETCH_SLOTS / BAND_SLOTS
/** Slots in which sketches agree, at least; 0.37 of the shingles. */
const LEAST_AGREEING = 12

const NONE = -1
/** Odd; the high bits of the product are spread evenly. */
const SPREAD_BANDS = 0x85ebca6b
const SPREAD_KEYS = 0x9e3779b1

export interface Alike {
  /** Its number, as it was added. */
  readonly article: number
  /** How many were added before it. */
  readonly row: number
  /** Slots in which the sketches agree. */
  readonly agreeing: number
}

export class SketchTable {
  readonly #articles: Int32Array
  #length = 0
  /** The sketches, row after row. */
  readonly #slots: Uint16Array
  /** The last band that fell into each place of the table, as row × BANDS + band; before each band the one it covers. */
  readonly #last: Int32Array
  readonly #before: Int32Array
  readonly #bits: number

  /** @param most articles that may be added */
  constructor(most: number) {
    this.#articles = new Int32Array(most)
    this.#slots = new Uint16Array(most * SKETCH_SLOTS)
    this.#before = new Int32Array(most * BANDS)
    this.#bits = Math.ceil(Math.log2(Math.max(BANDS, most * BANDS)))
    this.#last = new Int32Array(1 << this.#bits).fill(NONE)
  }

  add(article: number, sketch: Sketch): void {
    const row = this.#length++
    this.#slots.set(sketch, row * SKETCH_SLOTS)
    this.#articles[row] = article
    for (let band = 0; band < BANDS; band++) {
      const entry = row * BANDS + band
      const place = this.#placeOf(bandKey(this.#slots, entry), band)
      this.#before[entry] = this.#last[place] ?? NONE
      this.#last[place] = entry
    }
  }

  /** Returns the articles with similar sketches, in any order. */
  like(sketch: Sketch): readonly Alike[] {
    const alike: Alike[] = []
    for (const row of this.#withBandOf(sketch)) {
      const slots = agreeing(sketch, this.#slots, row * SKETCH_SLOTS)
      if (slots >= LEAST_AGREEING)
        alike.push({ article: this.#articles[row] ?? 0, row, agreeing: slots })
    }
    return alike
  }

  #withBandOf(sketch: Sketch): ReadonlySet<number> {
    const found = new Set<number>()
    for (let band = 0; band < BANDS; band++) {
      const key = bandKey(sketch, band)
      let entry = this.#last[this.#placeOf(key, band)] ?? NONE
      for (; entry !== NONE; entry = this.#before[entry] ?? NONE) {
        // The same band of another article, and not one that fell there by chance.
        if (entry % BANDS === band && bandKey(this.#slots, entry) === key)
          found.add(Math.floor(entry / BANDS))
      }
    }
    return found
  }

  #placeOf(key: number, band: number): number {
    return Math.imul(key ^ Math.imul(band, SPREAD_BANDS), SPREAD_KEYS) >>> (32 - this.#bits)
  }
}

/** Would each find the other in the table? */
export function sketchesMeet(a: Sketch | undefined, b: Sketch | undefined): boolean {
  if (a === undefined || b === undefined || agreeing(a, b) < LEAST_AGREEING) return false
  for (let band = 0; band < BANDS; band++) if (bandKey(a, band) === bandKey(b, band)) return true
  return false
}

/** Two slots side by side, as one number of 32 bits. */
function bandKey(slots: Uint16Array, band: number): number {
  return ((slots[band * BAND_SLOTS] ?? 0) << 16) | (slots[band * BAND_SLOTS + 1] ?? 0)
}

/** @param start where the other sketch begins in `slots` */
function agreeing(sketch: Sketch, slots: Uint16Array, start = 0): number {
  let count = 0
  for (let slot = 0; slot < SKETCH_SLOTS; slot++) if (sketch[slot] === slots[start + slot]) count++
  return count
}
