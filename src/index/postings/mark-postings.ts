/** Marks the articles of posting lists in a bitmap, without lists of them in between: see postings.ts for the layout. */

import { DamagedContent } from '../files/damage.ts'

/** Bit 0 of the first word is article 0. Articles beyond the bitmap are left out. */
export type MarkPostings = (bytes: Uint8Array, count: number, bitmap: Uint32Array) => void

/** Marks the articles of a list of `count` pair postings. Throws DamagedContent where the bytes are another number of them. */
export function markPairPostings(bytes: Uint8Array, count: number, bitmap: Uint32Array): void {
  let [position, article] = [0, -1]
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
  if (position !== bytes.length) throw new DamagedContent()
}

/** Marks the articles of a list of `count` word postings. Throws DamagedContent where the bytes are another number of them. */
export function markWordPostings(bytes: Uint8Array, count: number, bitmap: Uint32Array): void {
  let [position, article] = [0, -1]
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
  if (position !== bytes.length) throw new DamagedContent()
}
