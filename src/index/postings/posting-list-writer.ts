/** Writes posting lists, one after the other: see postings.ts for the layout. */

import { ByteWriter } from '../files/bytes.ts'
import type { EncodePosting } from './postings.ts'

/** Gathers the postings of one list, in ascending order of articles; `clear` begins the next. */
export class PostingListWriter {
  readonly #encode: EncodePosting
  readonly #bytes = new ByteWriter()
  #previous = -1
  /** How many postings the list has. */
  count = 0

  /** @param encode encodeWordPosting or encodePairPosting */
  constructor(encode: EncodePosting) {
    this.#encode = encode
  }

  clear(): void {
    this.#bytes.clear()
    this.#previous = -1
    this.count = 0
  }

  /** @param frequencies as in frequencies.ts; lists of pairs have none */
  add(article: number, frequencies: number): void {
    this.#encode(this.#bytes, this.#previous, article, frequencies)
    this.#previous = article
    this.count++
  }

  /** A view of the list's bytes; it is valid until the next call of `add`. */
  get written(): Uint8Array {
    return this.#bytes.written
  }
}
