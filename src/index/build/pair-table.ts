/**
 * Gathers which articles hold which pair. All that adding a pair looks at stands side by side in a slot of a hash table, so
 * that it costs one cache line. Articles must arrive in ascending order.
 */

import { IntList } from './growing-lists.ts'
import { groupByTerm, placed } from './posting-table.ts'

/** A slot holds key, number, article of the latest posting, and one unused entry, so that no slot straddles a cache line. */
const SLOT = 4
const NUMBER = 1
const LATEST = 2
const EMPTY = -1

/** 2^32 / golden ratio. The high bits of a product with it are spread evenly: Knuth, The Art of Computer Programming, 6.4. */
const MULTIPLIER = 0x9e3779b1

export class PairTable {
  #slots = new Int32Array((1 << 12) * SLOT).fill(EMPTY)
  #bits = 12
  /** The pair with each number. */
  readonly keys = new IntList()
  /** Each posting has the number of its pair here, and its article below. */
  readonly #numbers = new IntList()
  readonly #articles = new IntList()

  clear(): void {
    this.#slots.fill(EMPTY)
    for (const list of [this.keys, this.#numbers, this.#articles]) list.clear()
  }

  /** Notes that the article holds the pair, however often. */
  add(pair: number, article: number): void {
    const at = this.#slotOf(pair)
    const slots = this.#slots
    if (slots[at + LATEST] === article) return
    slots[at + LATEST] = article
    this.#numbers.push(slots[at + NUMBER] ?? 0)
    this.#articles.push(article)
  }

  /** Returns the articles by pair number: pair n's lie from `starts[n]` to `starts[n + 1]`. */
  grouped(): { readonly starts: Int32Array; readonly articles: Int32Array } {
    const { starts, places } = groupByTerm(this.#numbers, this.keys.length)
    return { starts, articles: placed(this.#articles, places) }
  }

  #slotOf(pair: number): number {
    const mask = (1 << this.#bits) - 1
    let slot = Math.imul(pair, MULTIPLIER) >>> (32 - this.#bits)
    for (;;) {
      const at = slot * SLOT
      const number = this.#slots[at + NUMBER] ?? EMPTY
      if (number !== EMPTY && this.#slots[at] === pair) return at
      if (number === EMPTY) return this.#insert(at, pair)
      slot = (slot + 1) & mask
    }
  }

  #insert(at: number, pair: number): number {
    this.#slots[at] = pair
    this.#slots[at + NUMBER] = this.keys.length
    this.keys.push(pair)
    if (this.keys.length * 2 <= 1 << this.#bits) return at
    this.#grow()
    return this.#slotOf(pair)
  }

  #grow(): void {
    const old = this.#slots
    this.#bits++
    this.#slots = new Int32Array((1 << this.#bits) * SLOT).fill(EMPTY)
    for (let at = 0; at < old.length; at += SLOT) {
      if (old[at + NUMBER] !== EMPTY)
        this.#slots.set(old.subarray(at, at + SLOT), this.#free(old[at] ?? 0))
    }
  }

  #free(pair: number): number {
    const mask = (1 << this.#bits) - 1
    let slot = Math.imul(pair, MULTIPLIER) >>> (32 - this.#bits)
    while (this.#slots[slot * SLOT + NUMBER] !== EMPTY) slot = (slot + 1) & mask
    return slot * SLOT
  }
}
