/**
 * Numbers the different words of a segment, or its different lines, from 0 on, in the order in which they come. The hash table is
 * over the units themselves: most words of a text stand in it already, and no string is made to look one up.
 */

import { FNV_PRIME } from '../../hash.ts'
import { IntList, UnitList } from './growing-lists.ts'
import { BYTES_A_UNIT, encodeUnits } from './utf8.ts'

/** A slot holds hash and number of a word. */
const SLOT = 2
const NUMBER = 1
const EMPTY = -1

const FIRST_BITS = 12
/** The hash begins with a random number, so that nobody can write articles whose words all fall into one slot. No word's number depends on it. */
const BASIS = (Math.random() * 2 ** 32) | 0
/** 2^32 / golden ratio. The high bits of a product with it are spread evenly: Knuth, The Art of Computer Programming, 6.4. */
const MULTIPLIER = 0x9e3779b1

export class TextTable {
  #slots = new Int32Array(SLOT << FIRST_BITS).fill(EMPTY)
  #bits = FIRST_BITS
  /** The UTF-16 units of the words lie one after the other; `#ends` says where each word ends. */
  readonly #units = new UnitList()
  readonly #ends = new IntList()

  clear(): void {
    this.#slots.fill(EMPTY)
    this.#units.clear()
    this.#ends.clear()
  }

  get size(): number {
    return this.#ends.length
  }

  /** Returns the number of the word text[start, end). A new word gets the next number. */
  numberOf(text: string, start: number, end: number): number {
    const hash = hashOf(text, start, end)
    const mask = (1 << this.#bits) - 1
    const slots = this.#slots
    for (let slot = placeOf(hash, this.#bits); ; slot = (slot + 1) & mask) {
      const number = slots[slot * SLOT + NUMBER] ?? EMPTY
      if (number === EMPTY) return this.#insert(slot, hash, text, start, end)
      if (slots[slot * SLOT] === hash && this.#is(number, text, start, end)) return number
    }
  }

  /** Length in UTF-16 units. */
  lengthOf(number: number): number {
    return this.#ends.at(number) - this.#startOf(number)
  }

  /** The text must be short, as a word or a window of a line is. */
  textOf(number: number): string {
    const units = this.#units.values.subarray(this.#startOf(number), this.#ends.at(number))
    return String.fromCharCode(...units)
  }

  /** Returns the length in UTF-16 units of the longest word whose first unit `counts`, 0 when there is none. */
  longest(counts: (firstUnit: number) => boolean): number {
    let longest = 0
    for (let number = 0; number < this.size; number++) {
      const start = this.#startOf(number)
      const length = this.lengthOf(number)
      if (length > longest && counts(this.#units.values[start] ?? 0)) longest = length
    }
    return longest
  }

  /** Returns all words one after the other as UTF-8, and the end of each. */
  encoded(): { readonly bytes: Uint8Array; readonly ends: Uint32Array } {
    const bytes = new Uint8Array(this.#units.length * BYTES_A_UNIT)
    const ends = new Uint32Array(this.size)
    let end = 0
    for (let number = 0; number < this.size; number++) {
      const [from, to] = [this.#startOf(number), this.#ends.at(number)]
      end = encodeUnits(this.#units.values, from, to, bytes, end)
      ends[number] = end
    }
    return { bytes, ends }
  }

  #startOf(number: number): number {
    return number === 0 ? 0 : this.#ends.at(number - 1)
  }

  #is(number: number, text: string, start: number, end: number): boolean {
    const from = this.#startOf(number)
    if (this.lengthOf(number) !== end - start) return false
    const { values } = this.#units
    for (let at = start; at < end; at++)
      if (values[from + at - start] !== text.charCodeAt(at)) return false
    return true
  }

  #insert(slot: number, hash: number, text: string, start: number, end: number): number {
    const number = this.size
    this.#slots[slot * SLOT] = hash
    this.#slots[slot * SLOT + NUMBER] = number
    for (let at = start; at < end; at++) this.#units.push(text.charCodeAt(at))
    this.#ends.push(this.#units.length)
    if (this.size * 2 > 1 << this.#bits) this.#grow()
    return number
  }

  #grow(): void {
    const old = this.#slots
    this.#bits++
    const mask = (1 << this.#bits) - 1
    this.#slots = new Int32Array(SLOT << this.#bits).fill(EMPTY)
    for (let at = 0; at < old.length; at += SLOT) {
      if (old[at + NUMBER] === EMPTY) continue
      let slot = placeOf(old[at] ?? 0, this.#bits)
      while (this.#slots[slot * SLOT + NUMBER] !== EMPTY) slot = (slot + 1) & mask
      this.#slots.set(old.subarray(at, at + SLOT), slot * SLOT)
    }
  }
}

/** FNV-1a (Fowler, Noll, Vo), a UTF-16 unit at a time. */
function hashOf(text: string, start: number, end: number): number {
  let hash = BASIS
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME)
  return hash | 0
}

function placeOf(hash: number, bits: number): number {
  return Math.imul(hash, MULTIPLIER) >>> (32 - bits)
}
