/** The columns of a segment: what every article has in fixed width. index/README.md says what each of them holds. */

/** Bytes for each article, in the order in which the columns lie in the file; the numbers in them have 4 bytes or 1. */
const COLUMN_BYTES = {
  /** YYYYMMDD: see dates.ts. */
  dates: 4,
  fetchDates: 4,
  /** A place in the segment's list of sources. */
  sources: 4,
  /** A place in the segment's list of host names. */
  hosts: 4,
  /** How many terms the title holds. */
  titleLengths: 4,
  bodyLengths: 4,
  /** See title-hash.ts. */
  titleHashes: 4,
  /** Two numbers: see ids.ts. */
  ids: 8,
  /** See title-hash.ts. */
  longTitles: 4,
  /** A hash of who publishes at the article's address. */
  publishers: 4,
  /** See statuses.ts. */
  statuses: 1,
  /** A place in LANGUAGES. */
  languages: 1,
  /** 1 when the text had been misread and was turned back. */
  repairs: 1,
  /** The flags of SPELLING for title and body. */
  spellings: 1,
} as const

export type ColumnName = keyof typeof COLUMN_BYTES

export const COLUMNS = Object.keys(COLUMN_BYTES) as readonly ColumnName[]

/** How many numbers an article has in the column. */
export function columnWidth(name: ColumnName): 1 | 2 {
  return COLUMN_BYTES[name] === 8 ? 2 : 1
}

/** The column as its section holds it. Numbers are little-endian, as on every machine that Node runs on. */
export function encodeColumn(name: ColumnName, numbers: Uint32Array): Uint8Array {
  if (COLUMN_BYTES[name] === 1) return Uint8Array.from(numbers)
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}

/** The inverse of `encodeColumn`; the numbers may share the memory of the bytes. Throws RangeError for another number of articles. */
export function decodeColumn(
  name: ColumnName,
  bytes: Uint8Array<ArrayBuffer>,
  articles: number,
): Uint32Array {
  if (bytes.length !== articles * COLUMN_BYTES[name])
    throw new RangeError(`${name}: ${bytes.length} bytes for ${articles} articles`)
  return COLUMN_BYTES[name] === 1
    ? new Uint32Array(bytes)
    : new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
}
