/**
 * Keeps a dictionary's words and frequencies as a trie in typed arrays: a hash table from a node and a UTF-16 unit to the next
 * node. Jieba's 348,982 words make half a million nodes. A node is the place of its slot, which holds all that a step asks, so that
 * a step waits for memory once. First steps, and most of those that no word takes, do without the table.
 */

import { SouwenError } from '../../errors.ts'

/** A slot holds a node: the node before it, the unit that leads to it with the number of its word's frequency, its followers. */
const SLOT = 3
const UNIT_AND_WORD = 1
/** A bit for every 32nd unit, set if a step by such a unit leads on. */
const FOLLOWERS = 2
const EMPTY = -1

export const ROOT = -2
export const NO_STEP = -1
const FIRST_BITS = 20
const UNITS = 0x10000
const WORD_SHIFT = 16
const MOST_FREQUENCIES = 0xffff

/** Odd, so that no bit of a key is lost; the high bits of the products are spread evenly. */
const SPREAD_NODES = 0x9e3779b1
const SPREAD_KEYS = 0x85ebca6b

/** The arrays of a trie, which can be kept in a file. */
export interface TrieParts {
  readonly bits: number
  readonly nodes: number
  /** Each slot has three numbers. */
  readonly slots: Int32Array
  readonly firstSteps: Int32Array
  readonly frequencies: Float64Array
}

export class WordTrie {
  #bits: number
  #slots: Int32Array
  #nodes = 0
  /** The steps from the root, by unit. */
  #firstSteps: Int32Array = new Int32Array(UNITS).fill(NO_STEP)
  readonly #numbers = new Map<number, number>()
  readonly #frequencies = [0]

  /** @param bits the table begins with 2^bits slots, at least 4 */
  constructor(bits = FIRST_BITS) {
    this.#bits = bits
    this.#slots = emptySlots(bits)
  }

  /** @param parts become the trie's own */
  static of({ bits, nodes, slots, firstSteps, frequencies }: TrieParts): WordTrie {
    const trie = new WordTrie(0)
    trie.#bits = bits
    trie.#nodes = nodes
    trie.#slots = slots
    trie.#firstSteps = firstSteps
    for (const frequency of frequencies.subarray(1)) trie.#numberOf(frequency)
    return trie
  }

  get parts(): TrieParts {
    return {
      bits: this.#bits,
      nodes: this.#nodes,
      slots: this.#slots,
      firstSteps: this.#firstSteps,
      frequencies: Float64Array.from(this.#frequencies),
    }
  }

  /**
   * Adds the word text[start, end); one that is there already gets the new frequency. Throws SouwenError (bad-request) for one
   * different frequency too many.
   */
  add(text: string, start: number, end: number, frequency: number): void {
    let node = ROOT
    for (let at = start; at < end; at++) node = this.#stepOrNew(node, text.charCodeAt(at))
    if (node === ROOT) return
    const unit = (this.#slots[node + UNIT_AND_WORD] ?? 0) & (UNITS - 1)
    this.#slots[node + UNIT_AND_WORD] = unit | (this.#numberOf(frequency) << WORD_SHIFT)
  }

  /** Returns the node to which a unit leads from a node, valid until a word is added; NO_STEP where no word goes on like that. */
  step(node: number, unit: number): number {
    if (node === ROOT) return this.#firstSteps[unit] ?? NO_STEP
    if (((this.#slots[node + FOLLOWERS] ?? 0) & bitOf(unit)) === 0) return NO_STEP
    const at = this.#placeOf(node, unit)
    return this.#slots[at] === EMPTY ? NO_STEP : at
  }

  /** Returns the number, in `frequencies`, of the word that ends in a node; 0 where none does. */
  wordAt(node: number): number {
    return (this.#slots[node + UNIT_AND_WORD] ?? 0) >>> WORD_SHIFT
  }

  /** The different frequencies, from number 1 on. */
  get frequencies(): readonly number[] {
    return this.#frequencies
  }

  #numberOf(frequency: number): number {
    const known = this.#numbers.get(frequency)
    if (known !== undefined) return known
    const number = this.#frequencies.length
    if (number > MOST_FREQUENCIES) throw tooManyFrequencies()
    this.#numbers.set(frequency, number)
    this.#frequencies.push(frequency)
    return number
  }

  #stepOrNew(node: number, unit: number): number {
    const at = this.#placeOf(node, unit)
    if (this.#slots[at] !== EMPTY) return at
    // Half of the slots stay empty.
    if (this.#nodes * 2 > 1 << this.#bits) return this.#stepOrNew(this.#grow(node), unit)
    this.#nodes++
    this.#put(at, node, unit)
    if (node !== ROOT)
      this.#slots[node + FOLLOWERS] = (this.#slots[node + FOLLOWERS] ?? 0) | bitOf(unit)
    return at
  }

  #put(at: number, before: number, unitAndWord: number, followers = 0): void {
    this.#slots[at] = before
    this.#slots[at + UNIT_AND_WORD] = unitAndWord
    this.#slots[at + FOLLOWERS] = followers
    if (before === ROOT) this.#firstSteps[unitAndWord & (UNITS - 1)] = at
  }

  /** Finds the slot of the node that a unit leads to, or the empty slot for it. */
  #placeOf(node: number, unit: number): number {
    const slots = this.#slots
    const mask = (1 << this.#bits) - 1
    const key = Math.imul(node, SPREAD_NODES) ^ unit
    for (let slot = Math.imul(key, SPREAD_KEYS) >>> (32 - this.#bits); ; slot = (slot + 1) & mask) {
      const at = slot * SLOT
      const before = slots[at]
      if (before === EMPTY) return at
      if (before === node && ((slots[at + UNIT_AND_WORD] ?? 0) & (UNITS - 1)) === unit) return at
    }
  }

  /** Returns where a node stands now. */
  #grow(node: number): number {
    const old = this.#slots
    const moved = new Int32Array(old.length / SLOT).fill(NO_STEP)
    this.#bits++
    this.#slots = emptySlots(this.#bits)
    /** A node's place depends on that of the one before it. */
    const move = (at: number): number => {
      if (at === ROOT) return ROOT
      const known = moved[at / SLOT] ?? NO_STEP
      if (known !== NO_STEP) return known
      const before = move(old[at] ?? ROOT)
      const unitAndWord = old[at + UNIT_AND_WORD] ?? 0
      const place = this.#placeOf(before, unitAndWord & (UNITS - 1))
      this.#put(place, before, unitAndWord, old[at + FOLLOWERS])
      moved[at / SLOT] = place
      return place
    }
    for (let at = 0; at < old.length; at += SLOT) if (old[at] !== EMPTY) move(at)
    return move(node)
  }
}

function emptySlots(bits: number): Int32Array {
  return new Int32Array(SLOT << bits).fill(EMPTY)
}

/** Returns one bit of 32. */
function bitOf(unit: number): number {
  return 1 << (unit & 31)
}

function tooManyFrequencies(): SouwenError {
  return new SouwenError(
    'bad-request',
    `the dictionaries give more than ${MOST_FREQUENCIES} different frequencies; round those of the user dictionary`,
  )
}
