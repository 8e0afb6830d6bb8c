/** Marks the articles of posting lists in a bitmap, without lists of them in between: see postings.ts for the layout. */

import { DamagedContent } from '../files/damage.ts'

/**
 * Marks the articles of a list of `count` postings that lies in [start, end) of the bytes. Bit 0 of the first word is article 0;
 * articles beyond the bitmap are left out. Throws DamagedContent where the bytes are another number of postings.
 */
export type MarkPostings = (
  bytes: Uint8Array,
  start: number,
  end: number,
  count: number,
  bitmap: Uint32Array,
) => void

/** Marks pair postings. */
export const markPairPostings: MarkPostings = (bytes, start, end, count, bitmap) => {
  let position = start
  let article = -1
  for (let i = 0; i < count; i++) {
    let byte = bytes[position++] ?? 0
    let gap = byte & 0x7f
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[position++] ?? 0
      gap |= (byte & 0x7f) << shift
    }
    article += gap
    bitmap[article >>> 5] = (bitmap[article >>> 5] ?? 0) | (1 << article)
  }
  if (position !== end) throw new DamagedContent()
}

/** Marks word postings. */
export const markWordPostings: MarkPostings = (bytes, start, end, count, bitmap) => {
  let position = start
  let article = -1
  for (let i = 0; i < count; i++) {
    let byte = bytes[position++] ?? 0
    let head = byte & 0x7f
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[position++] ?? 0
      head |= (byte & 0x7f) << shift
    }
    article += head >>> 1
    bitmap[article >>> 5] = (bitmap[article >>> 5] ?? 0) | (1 << article)
    if ((head & 1) === 1) continue
    const inBody = position
    while ((bytes[position++] ?? 0) >= 0x80);
    if (((bytes[inBody] ?? 0) & 1) === 1) while ((bytes[position++] ?? 0) >= 0x80);
  }
  if (position !== end) throw new DamagedContent()
}
