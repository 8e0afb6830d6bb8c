/**
 * Which of the articles met so far have sketches like one's own. Locality-sensitive hashing (Broder 1997; Leskovec, Rajaraman &
 * Ullman, chapter 3): 16 bands of two slots, texts with half of their shingles in common share a band with probability 0.99.
 * The bands stand in one table of numbers, 128 bytes an article: as lists in maps they were most of what a build held.
 */

import { IntList } from '../index/growing-lists.ts'
import { SKETCH_SLOTS } from '../text/shingles.ts'

type Sketch = Uint16Array

const BAND_SLOTS = 2
const BANDS = SKETCH_SLOTS / BAND_SLOTS
/** Slots in which sketches agree, at least; 0.37 of the shingles. */
const LEAST_AGREEING = 12

const NONE = -1
const FIRST_BITS = 12
/** Odd; the high bits of the product are spread evenly. */
const SPREAD_BANDS = 0x85ebca6b
const SPREAD_KEYS = 0x9e3779b1

export interface Alike<Article> {
  readonly article: Article
  /** Slots in which the sketches agree. */
  readonly agreeing: number
}

export class SketchTable<Article> {
  readonly #articles: Article[] = []
  readonly #sketches: Sketch[] = []
  /** The last band that fell into each place of the table, as article × BANDS + band; before each band the one it covers. */
  #last = new Int32Array(1 << FIRST_BITS).fill(NONE)
  #bits = FIRST_BITS
  readonly #before = new IntList()

  add(article: Article, sketch: Sketch): void {
    this.#articles.push(article)
    this.#sketches.push(sketch)
    for (let band = 0; band < BANDS; band++) this.#before.push(NONE)
    if (this.#before.length > 1 << this.#bits) this.#grow()
    else this.#link(this.#articles.length - 1)
  }

  /** In any order. */
  like(sketch: Sketch): readonly Alike<Article>[] {
    const alike: Alike<Article>[] = []
    for (const number of this.#withBandOf(sketch)) {
      const [article, other] = [this.#articles[number], this.#sketches[number]]
      if (article === undefined || other === undefined) continue
      const slots = agreeing(sketch, other)
      if (slots >= LEAST_AGREEING) alike.push({ article, agreeing: slots })
    }
    return alike
  }

  #withBandOf(sketch: Sketch): ReadonlySet<number> {
    const found = new Set<number>()
    for (let band = 0; band < BANDS; band++) {
      const key = bandKey(sketch, band)
      let entry = this.#last[this.#placeOf(key, band)] ?? NONE
      for (; entry !== NONE; entry = this.#before.at(entry)) {
        const number = Math.floor(entry / BANDS)
        const other = this.#sketches[number]
        if (other !== undefined && entry % BANDS === band && bandKey(other, band) === key)
          found.add(number)
      }
    }
    return found
  }

  #link(number: number): void {
    const sketch = this.#sketches[number]
    if (sketch === undefined) return
    for (let band = 0; band < BANDS; band++) {
      const place = this.#placeOf(bandKey(sketch, band), band)
      this.#before.values[number * BANDS + band] = this.#last[place] ?? NONE
      this.#last[place] = number * BANDS + band
    }
  }

  #grow(): void {
    this.#bits++
    this.#last = new Int32Array(1 << this.#bits).fill(NONE)
    for (const number of this.#articles.keys()) this.#link(number)
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
function bandKey(sketch: Sketch, band: number): number {
  return ((sketch[band * BAND_SLOTS] ?? 0) << 16) | (sketch[band * BAND_SLOTS + 1] ?? 0)
}

function agreeing(a: Sketch, b: Sketch): number {
  let count = 0
  for (let slot = 0; slot < SKETCH_SLOTS; slot++) if (a[slot] === b[slot]) count++
  return count
}
