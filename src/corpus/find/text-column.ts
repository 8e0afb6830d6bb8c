/**
 * Holds many short texts, such as the paths of an archive, as one piece of UTF-8. Strings take twice the memory, and the
 * garbage collector visits each of them again and again.
 */

/** Some texts of a column that follow each other. */
export interface RowRange<Column> {
  readonly column: Column
  /** Rows, the first one and the one after the last. */
  readonly start: number
  readonly end: number
}

/** Puts rows together to ranges as they come, most next to the one before. */
export function collectRanges<Column>(): {
  readonly ranges: readonly RowRange<Column>[]
  add(column: Column, row: number): void
} {
  const ranges: { readonly column: Column; readonly start: number; end: number }[] = []
  return {
    ranges,
    add(column, row) {
      const last = ranges.at(-1)
      if (last?.column === column && last.end === row) last.end++
      else ranges.push({ column, start: row, end: row + 1 })
    },
  }
}

/** Ranges of all rows of a column except the given ones. */
export function rangesWithout<Column>(
  column: Column,
  length: number,
  rows: ReadonlySet<number>,
): readonly RowRange<Column>[] {
  const { ranges, add } = collectRanges<Column>()
  for (let row = 0; row < length; row++) if (!rows.has(row)) add(column, row)
  return ranges
}

/** Encoding one text at a time takes four times as long. */
const ENCODED_TOGETHER = 1024

export class TextColumn implements Iterable<string> {
  /** U+0000 after each text. */
  readonly bytes: Buffer
  /** Each text ends at one of these places. */
  readonly #ends: Uint32Array

  private constructor(bytes: Buffer, ends: Uint32Array) {
    this.bytes = bytes
    this.#ends = ends
  }

  /** Packs texts, none of which may hold U+0000. */
  static of(texts: readonly string[]): TextColumn {
    const parts: Buffer[] = []
    for (let row = 0; row < texts.length; row += ENCODED_TOGETHER) {
      const some = texts.slice(row, row + ENCODED_TOGETHER)
      parts.push(Buffer.from(`${some.join('\0')}\0`))
    }
    return TextColumn.read(Buffer.concat(parts), texts.length)
  }

  /** @param bytes U+0000 after each of `length` texts; kept */
  static read({ buffer, byteOffset, byteLength }: Uint8Array, length: number): TextColumn {
    const bytes = Buffer.from(buffer, byteOffset, byteLength)
    const ends = new Uint32Array(length)
    let end = -1
    for (let row = 0; row < length; row++) {
      end = bytes.indexOf(0, end + 1)
      ends[row] = end
    }
    return new TextColumn(bytes, ends)
  }

  /** The texts of all ranges, one after the other; a column that is wanted whole is not copied. */
  static join(ranges: readonly RowRange<TextColumn>[]): TextColumn {
    const [first] = ranges
    if (first !== undefined && ranges.length === 1 && isWhole(first)) return first.column
    const parts = ranges.map(({ column, start, end }) => column.#bytesOf(start, end))
    const ends = new Uint32Array(ranges.reduce((sum, { start, end }) => sum + end - start, 0))
    let [row, length] = [0, 0]
    for (const { column, start, end } of ranges) {
      const moved = length - column.#startOf(start)
      for (let from = start; from < end; from++) ends[row++] = (column.#ends[from] ?? 0) + moved
      length += column.#startOf(end) - column.#startOf(start)
    }
    return new TextColumn(Buffer.concat(parts), ends)
  }

  get length(): number {
    return this.#ends.length
  }

  /** Are these the bytes of whole texts that follow each other from that row on? */
  hasAt(row: number, bytes: Buffer): boolean {
    const start = this.#startOf(row)
    return bytes.equals(this.bytes.subarray(start, start + bytes.length))
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
    // The comparison runs from the end, where paths of one folder differ.
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

function isWhole({ column, start, end }: RowRange<TextColumn>): boolean {
  return start === 0 && end === column.length
}
