/**
 * A dictionary's words and frequencies as a trie in typed arrays: a hash table from a node and a UTF-16 unit to the next
 * node. Jieba's 348,982 words make half a million nodes, which take 0.1 s and 18 MB; a double array would be a third of
 * that and takes seconds to make. Most steps that are asked for are first ones, or such as no word takes: two small tables answer
 * those, since each look into the large one waits for memory.
 */

/** A slot holds a step: from which node, by which unit, to which node, and the number of the frequency of the word that ends there. */
const SLOT = 4
const UNIT = 1
const NODE = 2
const WORD = 3

export const ROOT = 0
export const NO_STEP = -1
const FIRST_BITS = 20

/** Odd, so that no bit of a key is lost; the high bits of the products are spread evenly. */
const SPREAD_NODES = 0x9e3779b1
const SPREAD_KEYS = 0x85ebca6b

/** All that a trie is, to be kept in a file. */
export interface TrieParts {
  readonly bits: number
  readonly nodes: number
  readonly slots: Int32Array
  readonly firstSteps: Int32Array
  readonly followers: Uint32Array
  readonly frequencies: Float64Array
}

export class WordTrie {
  #bits: number
  #slots: Int32Array
  #nodes = 1
  /** The steps from the root, by unit. */
  #firstSteps: Int32Array = new Int32Array(0x10000).fill(NO_STEP)
  /** By node: a bit for every 32nd unit, set if a step by such a unit leads on. */
  #followers: Uint32Array
  readonly #numbers = new Map<number, number>()
  readonly #frequencies = [0]

  /** @param bits the table begins with 2^bits slots */
  constructor(bits = FIRST_BITS) {
    this.#bits = bits
    this.#slots = new Int32Array(SLOT << bits)
    this.#followers = new Uint32Array(1 << bits)
  }

  /** @param parts become the trie's own */
  static of({ bits, nodes, slots, firstSteps, followers, frequencies }: TrieParts): WordTrie {
    const trie = new WordTrie(0)
    trie.#bits = bits
    trie.#nodes = nodes
    trie.#slots = slots
    trie.#firstSteps = firstSteps
    trie.#followers = followers
    for (const frequency of frequencies.subarray(1)) trie.#numberOf(frequency)
    return trie
  }

  get parts(): TrieParts {
    return {
      bits: this.#bits,
      nodes: this.#nodes,
      slots: this.#slots,
      firstSteps: this.#firstSteps,
      followers: this.#followers,
      frequencies: Float64Array.from(this.#frequencies),
    }
  }

  /** Adds the word text[start, end); one that is there already gets the new frequency. */
  add(text: string, start: number, end: number, frequency: number): void {
    let [node, at] = [ROOT, NO_STEP]
    for (let i = start; i < end; i++) {
      at = this.#stepOrNew(node, text.charCodeAt(i))
      node = this.nodeAt(at)
    }
    if (at !== NO_STEP) this.#slots[at + WORD] = this.#numberOf(frequency)
  }

  /** The step from a node by a unit, good until the next word is added; NO_STEP: no word goes on like that. */
  step(node: number, unit: number): number {
    if (node === ROOT) return this.#firstSteps[unit] ?? NO_STEP
    if (((this.#followers[node] ?? 0) & bitOf(unit)) === 0) return NO_STEP
    const at = this.#placeOf(node, unit)
    return this.#slots[at + NODE] === 0 ? NO_STEP : at
  }

  /** The node that a step leads to. */
  nodeAt(step: number): number {
    return this.#slots[step + NODE] ?? 0
  }

  /** Which of `frequencies` the word has that ends with a step; 0: no word ends there. */
  wordAt(step: number): number {
    return this.#slots[step + WORD] ?? 0
  }

  /** The different frequencies there are, from number 1 on. */
  get frequencies(): readonly number[] {
    return this.#frequencies
  }

  #numberOf(frequency: number): number {
    const known = this.#numbers.get(frequency)
    if (known !== undefined) return known
    this.#numbers.set(frequency, this.#frequencies.length)
    return this.#frequencies.push(frequency) - 1
  }

  #stepOrNew(node: number, unit: number): number {
    const at = this.#placeOf(node, unit)
    if (this.#slots[at + NODE] !== 0) return at
    // Half of the slots stay empty.
    if (this.#nodes * 2 > 1 << this.#bits) {
      this.#grow()
      return this.#stepOrNew(node, unit)
    }
    this.#slots[at] = node
    this.#slots[at + UNIT] = unit
    this.#slots[at + NODE] = this.#nodes++
    if (node === ROOT) this.#firstSteps[unit] = at
    this.#followers[node] = (this.#followers[node] ?? 0) | bitOf(unit)
    return at
  }

  /** Where the step stands, or the empty slot where it would. */
  #placeOf(node: number, unit: number): number {
    const slots = this.#slots
    const mask = (1 << this.#bits) - 1
    const key = Math.imul(node, SPREAD_NODES) ^ unit
    for (let slot = Math.imul(key, SPREAD_KEYS) >>> (32 - this.#bits); ; slot = (slot + 1) & mask) {
      const at = slot * SLOT
      if (slots[at] === node && slots[at + UNIT] === unit) return at
      if (slots[at + NODE] === 0) return at
    }
  }

  #grow(): void {
    const old = this.#slots
    this.#bits++
    this.#slots = new Int32Array(SLOT << this.#bits)
    const followers = new Uint32Array(1 << this.#bits)
    followers.set(this.#followers)
    this.#followers = followers
    for (let at = 0; at < old.length; at += SLOT) {
      if (old[at + NODE] === 0) continue
      const place = this.#placeOf(old[at] ?? 0, old[at + UNIT] ?? 0)
      this.#slots.set(old.subarray(at, at + SLOT), place)
      if (old[at] === ROOT) this.#firstSteps[old[at + UNIT] ?? 0] = place
    }
  }
}

/** One of 32. */
function bitOf(unit: number): number {
  return 1 << (unit & 31)
}
