/**
 * Postings being gathered in memory, no object a posting: parallel arrays in the order of arrival, sorted by term at the
 * end with a counting sort. Articles must arrive in ascending order.
 */

/** An Int32Array that grows. */
export class IntList {
  values = new Int32Array(1 << 12)
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = new Int32Array(this.length * 2)
      grown.set(this.values)
      this.values = grown
    }
    this.values[this.length++] = value
  }

  at(index: number): number {
    return this.values[index] ?? 0
  }
}

/** Postings of terms that are known by a number from 0 on. */
export class PostingTable {
  readonly terms = new IntList()
  readonly articles = new IntList()
  /** Body frequency, and title frequency above 2^20. */
  readonly frequencies = new IntList()
  /** Where each term's latest posting stands. */
  readonly #latest = new IntList()

  /** Registers the next term number. */
  addTerm(): number {
    this.#latest.push(-1)
    return this.#latest.length - 1
  }

  get termCount(): number {
    return this.#latest.length
  }

  /** Counts the term once more in the article. `step`: BODY_STEP or TITLE_STEP. */
  add(term: number, article: number, step: number): void {
    const latest = this.#latest.at(term)
    if (latest >= 0 && this.articles.at(latest) === article) {
      const packed = this.frequencies.at(latest)
      if (!isFull(packed, step)) this.frequencies.values[latest] = packed + step
      return
    }
    this.#latest.values[term] = this.terms.length
    this.terms.push(term)
    this.articles.push(article)
    this.frequencies.push(step)
  }

  /** Positions of all postings grouped by term number, in order of arrival; `starts[t]` … `starts[t + 1]` is term t's. */
  grouped(): { readonly order: Int32Array; readonly starts: Int32Array } {
    const starts = new Int32Array(this.termCount + 1)
    for (let i = 0; i < this.terms.length; i++) {
      const next = this.terms.at(i) + 1
      starts[next] = (starts[next] ?? 0) + 1
    }
    for (let t = 1; t < starts.length; t++) starts[t] = (starts[t] ?? 0) + (starts[t - 1] ?? 0)
    const place = starts.slice()
    const order = new Int32Array(this.terms.length)
    for (let i = 0; i < this.terms.length; i++) {
      const term = this.terms.at(i)
      const at = place[term] ?? 0
      order[at] = i
      place[term] = at + 1
    }
    return { order, starts }
  }
}

export const BODY_STEP = 1
export const TITLE_STEP = 1 << 20
const FREQUENCY_MASK = TITLE_STEP - 1
const MAXIMUM_IN_TITLE = 0xfff

/** One more would run over into the other field; nothing that is read comes near. */
function isFull(packed: number, step: number): boolean {
  return step === TITLE_STEP
    ? titleFrequencyOf(packed) === MAXIMUM_IN_TITLE
    : bodyFrequencyOf(packed) === FREQUENCY_MASK
}

export function bodyFrequencyOf(packed: number): number {
  return packed & FREQUENCY_MASK
}

export function titleFrequencyOf(packed: number): number {
  return packed >>> 20
}

/** Numbers for signed 32-bit keys: open addressing, linear probing, at most half full. */
export class KeyNumbers {
  #keys = new Int32Array(1 << 14)
  #numbers = new Int32Array(1 << 14).fill(-1)
  readonly keys: number[] = []

  /** The key's number; a new key gets the next one from `create`. */
  numberOf(key: number, create: () => number): number {
    const mask = this.#keys.length - 1
    let slot = (Math.imul(key, 0x9e3779b1) >>> 15) & mask
    for (;;) {
      const number = this.#numbers[slot] ?? -1
      if (number < 0) return this.#insert(slot, key, create())
      if (this.#keys[slot] === key) return number
      slot = (slot + 1) & mask
    }
  }

  #insert(slot: number, key: number, number: number): number {
    this.#keys[slot] = key
    this.#numbers[slot] = number
    this.keys.push(key)
    if (this.keys.length * 2 > this.#keys.length) this.#grow()
    return number
  }

  #grow(): void {
    const oldKeys = this.#keys
    const oldNumbers = this.#numbers
    this.#keys = new Int32Array(oldKeys.length * 2)
    this.#numbers = new Int32Array(oldKeys.length * 2).fill(-1)
    const mask = this.#keys.length - 1
    for (const [i, number] of oldNumbers.entries()) {
      if (number < 0) continue
      const key = oldKeys[i] ?? 0
      let slot = (Math.imul(key, 0x9e3779b1) >>> 15) & mask
      while ((this.#numbers[slot] ?? -1) >= 0) slot = (slot + 1) & mask
      this.#keys[slot] = key
      this.#numbers[slot] = number
    }
  }
}
