/**
 * Finds earlier articles with similar sketches. Locality-sensitive hashing (Broder 1997; Leskovec, Rajaraman &
 * Ullman, chapter 3): 16 bands of two slots, texts with half of their shingles in common share a band with probability 0.99.
 * The bands stand in one table of numbers, 132 to 196 bytes an article, and the sketches in another, 64: as lists in maps, and as an
 * array each, they were most of what a build held. Nothing grows: what is left behind would be as much again.
 */

import { SKETCH_SLOTS } from '../../text/shingles.ts'

type Sketch = Uint16Array

const BAND_SLOTS = 2
const BANDS = SKETCH_SLOTS / BAND_SLOTS
/** Slots in which sketches agree, at least; 0.37 of the shingles. */
const LEAST_AGREEING = 12
/** Pages of one template share bands by the ten thousand: to walk all of them for each page would take quadratic time. */
const MOST_WALKED = 512

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
  /** The last walk that came to each row: a row is looked at once a walk. */
  readonly #walkOf: Uint32Array
  #walks = 0
  readonly #bits: number

  /** @param most articles that may be added */
  constructor(most: number) {
    this.#articles = new Int32Array(most)
    this.#slots = new Uint16Array(most * SKETCH_SLOTS)
    this.#before = new Int32Array(most * BANDS)
    this.#walkOf = new Uint32Array(most)
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

  /**
   * Returns the articles with the most similar sketches, the likeliest first; equally likely ones in the order in which they
   * came. Of a band that more articles have than MOST_WALKED, it looks at those that came last.
   * @param most articles to return
   */
  likeliest(sketch: Sketch, most: number): readonly Alike[] {
    const best: Alike[] = []
    this.#walks++
    for (let band = 0; band < BANDS; band++) this.#walkBand(sketch, band, best, most)
    return best
  }

  /** Puts what is found in its place among the best. */
  #walkBand(sketch: Sketch, band: number, best: Alike[], most: number): void {
    const key = bandKey(sketch, band)
    let entry = this.#last[this.#placeOf(key, band)] ?? NONE
    for (let left = MOST_WALKED; entry !== NONE && left > 0; entry = this.#before[entry] ?? NONE) {
      // An entry of another band fell there by chance.
      if (entry % BANDS !== band || bandKey(this.#slots, entry) !== key) continue
      left--
      const row = Math.floor(entry / BANDS)
      if (this.#walkOf[row] === this.#walks) continue
      this.#walkOf[row] = this.#walks
      const slots = agreeing(sketch, this.#slots, row * SKETCH_SLOTS)
      if (slots >= LEAST_AGREEING)
        keepBest(best, { article: this.#articles[row] ?? 0, row, agreeing: slots }, most)
    }
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

/**
 * May so many articles have one of its bands that a table would not look at all of them?
 * @param others sketches of all others that a table may hold
 */
export function isCrowded(sketch: Sketch, others: Iterable<Sketch>): boolean {
  const held = new Uint32Array(BANDS)
  for (const other of others) {
    for (let band = 0; band < BANDS; band++) {
      if (bandKey(sketch, band) !== bandKey(other, band)) continue
      const count = (held[band] ?? 0) + 1
      if (count >= MOST_WALKED) return true
      held[band] = count
    }
  }
  return false
}

/** Inserts it before all that are less like; of those there are few. */
function keepBest(best: Alike[], found: Alike, most: number): void {
  let place = best.length
  while (place > 0 && isBefore(found, best[place - 1])) place--
  if (place === most) return
  best.splice(place, 0, found)
  if (best.length > most) best.pop()
}

function isBefore(a: Alike, b: Alike | undefined): boolean {
  if (b === undefined) return false
  return a.agreeing === b.agreeing ? a.row < b.row : a.agreeing > b.agreeing
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
