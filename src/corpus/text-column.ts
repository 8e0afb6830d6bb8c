/**
 * Many short texts, such as the paths of an archive, as one piece of UTF-8: as strings they cost twice as much, and whoever
 * collects garbage looks at each of them again and again.
 */

/** Some texts of a column that follow each other. */
export interface Stretch<Column> {
  readonly of: Column
  /** Rows, the first one and the one after the last. */
  readonly start: number
  readonly end: number
}

/** UTF-8 needs no more for a UTF-16 unit. */
const MOST_BYTES = 3
const FIRST_BYTES = 1 << 16

export class TextColumn implements Iterable<string> {
  /** U+0000 after each text. */
  readonly bytes: Buffer
  /** Where each text ends. */
  readonly #ends: Uint32Array

  private constructor({ buffer, byteOffset, byteLength }: Uint8Array, ends: Uint32Array) {
    this.bytes = Buffer.from(buffer, byteOffset, byteLength)
    this.#ends = ends
  }

  /** Of texts without U+0000. */
  static of(texts: readonly string[]): TextColumn {
    const ends = new Uint32Array(texts.length)
    let bytes: Buffer = Buffer.allocUnsafe(FIRST_BYTES)
    let length = 0
    for (let row = 0; row < texts.length; row++) {
      const text = texts[row] ?? ''
      const room = length + text.length * MOST_BYTES + 1
      if (room > bytes.length) bytes = enlarged(bytes, length, room)
      length += bytes.write(text, length)
      ends[row] = length
      bytes[length++] = 0
    }
    // A copy, without what is left over.
    return new TextColumn(Buffer.from(bytes.subarray(0, length)), ends)
  }

  /** @param bytes U+0000 after each of `length` texts; kept */
  static read(bytes: Uint8Array, length: number): TextColumn {
    const ends = new Uint32Array(length)
    let row = 0
    for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) ends[row++] = at
    return new TextColumn(bytes, ends)
  }

  /** The texts of all stretches, one after the other; a column that is wanted whole is not copied. */
  static join(stretches: readonly Stretch<TextColumn>[]): TextColumn {
    const [first] = stretches
    if (first !== undefined && stretches.length === 1 && isWhole(first)) return first.of
    const parts = stretches.map(({ of, start, end }) => of.#bytesOf(start, end))
    const ends = new Uint32Array(stretches.reduce((sum, { start, end }) => sum + end - start, 0))
    let [row, length] = [0, 0]
    for (const { of, start, end } of stretches) {
      const moved = length - of.#startOf(start)
      for (let from = start; from < end; from++) ends[row++] = (of.#ends[from] ?? 0) + moved
      length += of.#startOf(end) - of.#startOf(start)
    }
    return new TextColumn(Buffer.concat(parts), ends)
  }

  get length(): number {
    return this.#ends.length
  }

  at(row: number): string {
    return this.bytes.toString('utf8', this.#startOf(row), this.#ends[row])
  }

  *[Symbol.iterator](): Generator<string> {
    for (let row = 0; row < this.length; row++) yield this.at(row)
  }

  /** Negative, 0 or positive: how the row's text stands to another column's, in the order of UTF-16 units. */
  compare(row: number, other: TextColumn, otherRow: number): number {
    if (this.#isSame(row, other, otherRow)) return 0
    return this.at(row) < other.at(otherRow) ? -1 : 1
  }

  #isSame(row: number, other: TextColumn, otherRow: number): boolean {
    const [start, otherStart] = [this.#startOf(row), other.#startOf(otherRow)]
    const length = (this.#ends[row] ?? 0) - start
    if ((other.#ends[otherRow] ?? 0) - otherStart !== length) return false
    // From the end: in paths of one folder what tells them apart stands there.
    for (let at = length - 1; at >= 0; at--)
      if (this.bytes[start + at] !== other.bytes[otherStart + at]) return false
    return true
  }

  #startOf(row: number): number {
    return row === 0 ? 0 : (this.#ends[row - 1] ?? 0) + 1
  }

  #bytesOf(start: number, end: number): Uint8Array {
    return this.bytes.subarray(this.#startOf(start), this.#startOf(end))
  }
}

function enlarged(bytes: Buffer, length: number, room: number): Buffer {
  const larger = Buffer.allocUnsafe(Math.max(bytes.length * 2, room))
  bytes.copy(larger, 0, 0, length)
  return larger
}

function isWhole({ of, start, end }: Stretch<TextColumn>): boolean {
  return start === 0 && end === of.length
}
