/** Gathers the words and pairs of a segment's texts with the articles that hold them, and writes both dictionaries. */

import { visitLooseParts, visitLooseTerms } from '../../text/forms/loose-terms.ts'
import type { Segmenter } from '../../text/terms/segmenter.ts'
import { visitSpans } from '../../text/terms/tokenize.ts'
import { pairKey, visitPairs, visitSeams } from '../postings/pairs.ts'
import { encodePairPosting, encodeWordPosting } from '../postings/postings.ts'
import type { ContainerWriter } from '../write/container-writer.ts'
import { numberAt } from './numbers.ts'
import { PairTable } from './pair-table.ts'
import { PostingTable } from './posting-table.ts'
import { orderOfKeys } from './sort-keys.ts'
import { type OrderedWords, orderWords } from './sort-words.ts'
import { TextTable } from './text-table.ts'
import { writePostings } from './write-postings.ts'

/** The first UTF-16 unit of Han (CJK Radicals Supplement); only letters of wide scripts come after it. */
const FIRST_WIDE = 0x2e80

export interface WrittenText {
  readonly original: string
  readonly normalized: string
}

/** A segment's meta states these numbers about its words. */
export interface WordCounts {
  readonly words: number
  /** UTF-16 units of the longest Han word; 0 without one of two units. */
  readonly longestWord: number
}

/**
 * Tables of builders that have finished, which the next ones use. Tables that grow anew for each segment leave holes in the
 * thread's memory that the system does not get back.
 */
const idleTables: TermTables[] = []

export class TermTables {
  readonly #postings = new PostingTable()
  readonly #words = new TextTable()
  readonly #pairs = new PairTable()

  /** Empty tables, which `release` gives back. */
  static take(): TermTables {
    const tables = idleTables.pop() ?? new TermTables()
    for (const table of [tables.#postings, tables.#words, tables.#pairs]) table.clear()
    return tables
  }

  release(): void {
    idleTables.push(this)
  }

  /**
   * Adds the words, loose terms and pairs of a text. Returns how many words it holds; loose terms make no text longer.
   * @param step what an occurrence adds to a posting's frequency: see frequencies.ts
   */
  addText(text: WrittenText, segmenter: Segmenter, article: number, step: number): number {
    const [postings, words, pairs] = [this.#postings, this.#words, this.#pairs]
    const { original, normalized } = text
    let length = 0
    function addTerm(source: string, start: number, end: number): void {
      length++
      const number = words.numberOf(source, start, end)
      if (number === postings.termCount) postings.addTerm()
      postings.add(number, article, step)
    }
    const addOther = (term: string) => addTerm(term, 0, term.length)
    visitSpans(normalized, segmenter, (start, end) => addTerm(normalized, start, end), addOther)
    const wordsLength = length
    visitLooseTerms(normalized, addOther)
    visitLooseParts(original, addOther)
    const addPair = (pair: number) => pairs.add(pair, article)
    visitPairs(normalized, addPair)
    visitSeams(normalized, addPair)
    return wordsLength
  }

  /** Writes the dictionaries `words` and `pairs`. */
  write(container: ContainerWriter): WordCounts {
    const ordered = orderWords(this.#words)
    const postings = this.#postings.grouped()
    const words = writePostings(container, 'words', ordered, postings, encodeWordPosting)
    const longest = this.#words.longest((unit) => unit >= FIRST_WIDE)
    writePairs(container, this.#pairs)
    return { words, longestWord: longest > 1 ? longest : 0 }
  }
}

function writePairs(container: ContainerWriter, table: PairTable): void {
  const keys = Uint32Array.from(table.keys.values.subarray(0, table.keys.length))
  const ordered: OrderedWords = {
    numbers: orderOfKeys(keys),
    bytesOf: (number) => pairKey(numberAt(keys, number)),
  }
  writePostings(container, 'pairs', ordered, table.grouped(), encodePairPosting)
}
