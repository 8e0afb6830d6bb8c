/** Numbers ids of articles from 0 on, in the order in which they came. An id takes 20 bytes, a tenth of what it takes in a set of strings. */

import { idHalves, idHalvesAt, idOf } from '../../index/columns/ids.ts'

const FIRST_BITS = 6
const NONE = -1
/** Odd; the high bits of the product are spread evenly. */
const SPREAD = 0x9e3779b1

/** An id is given as its high and low half, as they stand in the columns of segments. */
export class IdTable {
  /** Two a number. */
  #ids: Uint32Array
  /** Open addressing, half of the places taken at most: the number that lies there. */
  #places: Int32Array
  #bits: number
  #size = 0

  /** @param expected how many there will be at most, or so: growing takes as long as all else */
  constructor(expected = 0) {
    this.#bits = Math.max(FIRST_BITS, Math.ceil(Math.log2(expected + 1)) + 1)
    this.#ids = new Uint32Array(1 << this.#bits)
    this.#places = new Int32Array(1 << this.#bits).fill(NONE)
  }

  /** @param ids 16 hex digits each */
  static of(ids: Iterable<string>): IdTable {
    const table = new IdTable()
    for (const id of ids) table.add(...idHalves(id))
    return table
  }

  get size(): number {
    return this.#size
  }

  /** Its number, a new one where it has none. */
  add(high: number, low: number): number {
    const place = this.#placeOf(high, low)
    const known = this.#places[place] ?? NONE
    if (known !== NONE) return known
    this.#places[place] = this.#size
    this.#ids[this.#size * 2] = high
    this.#ids[this.#size * 2 + 1] = low
    this.#size++
    // The next id must find room in both arrays.
    if (this.#size * 2 === this.#places.length) this.#grow()
    return this.#size - 1
  }

  /** Its number; −1: it is not there. */
  find(high: number, low: number): number {
    return this.#places[this.#placeOf(high, low)] ?? NONE
  }

  has(high: number, low: number): boolean {
    return this.find(high, low) !== NONE
  }

  /** @param id 16 hex digits */
  hasId(id: string): boolean {
    return this.has(...idHalves(id))
  }

  halvesAt(number: number): readonly [high: number, low: number] {
    return idHalvesAt(this.#ids, number)
  }

  /** Returns 16 hex digits. */
  idAt(number: number): string {
    return idOf(this.#ids, number)
  }

  *[Symbol.iterator](): Generator<string> {
    for (let number = 0; number < this.#size; number++) yield this.idAt(number)
  }

  #placeOf(high: number, low: number): number {
    const mask = this.#places.length - 1
    // Both halves are mixed: 32-bit hashes that are numbered here leave one half constant.
    let place = Math.imul(low ^ Math.imul(high, SPREAD), SPREAD) >>> (32 - this.#bits)
    for (; ; place = (place + 1) & mask) {
      const number = this.#places[place] ?? NONE
      if (number === NONE) return place
      if (this.#ids[number * 2] === high && this.#ids[number * 2 + 1] === low) return place
    }
  }

  #grow(): void {
    this.#bits++
    const ids = new Uint32Array(1 << this.#bits)
    ids.set(this.#ids)
    this.#ids = ids
    this.#places = new Int32Array(1 << this.#bits).fill(NONE)
    for (let number = 0; number < this.#size; number++) {
      const place = this.#placeOf(...idHalvesAt(ids, number))
      this.#places[place] = number
    }
  }
}
