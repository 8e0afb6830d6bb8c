/**
 * Posting lists as bytes. A list of words says for each article how often the term stands in its body and title; a list
 * of pairs says only which articles there are. Articles are numbered from 0 in their segment and stand in ascending order.
 *
 *   pairs: varint(gap)                          gap = article − the one before (the first: article + 1)
 *   words: varint(gap × 2 + 1)                  once in the body, not in the title: most postings
 *          varint(gap × 2), varint(body × 2 + t), and varint(title) if t = 1
 */

import type { ByteWriter } from '../files/bytes.ts'
import { DamagedContent } from '../files/damage.ts'
import { bodyFrequencyOf, ONCE_IN_BODY, packFrequencies, titleFrequencyOf } from './frequencies.ts'

/** Decoded postings. The arrays are at least `count` long and are overwritten by the next decoding. */
export interface Postings {
  count: number
  articles: Uint32Array
  /** Packed as in frequencies.ts; of words only. */
  frequencies: Uint32Array
}

export function createPostings(capacity = 1024): Postings {
  return {
    count: 0,
    articles: new Uint32Array(capacity),
    frequencies: new Uint32Array(capacity),
  }
}

/** Makes room for `count` postings. Throws DamagedContent when the bytes are too few for them: each takes at least one. */
function reserve(postings: Postings, count: number, byteLength: number): void {
  if (count > byteLength) throw new DamagedContent()
  if (postings.articles.length >= count) return
  const capacity = Math.max(count, postings.articles.length * 2)
  postings.articles = new Uint32Array(capacity)
  postings.frequencies = new Uint32Array(capacity)
}

/** Decodes a list of `count` postings. Throws DamagedContent where the bytes are another number of them. */
export type DecodePostings = (bytes: Uint8Array, count: number, into: Postings) => void

/** Decodes a list of `count` word postings. Varints are decoded in place: a call for each would take half as long again. */
export function decodeWordPostings(bytes: Uint8Array, count: number, into: Postings): void {
  reserve(into, count, bytes.length)
  const { articles, frequencies } = into
  let [position, article] = [0, -1]
  for (let i = 0; i < count; i++) {
    let byte = bytes[position++] ?? 0
    let head = byte & 0x7f
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[position++] ?? 0
      head |= (byte & 0x7f) << shift
    }
    article += head >>> 1
    articles[i] = article
    if ((head & 1) === 1) {
      frequencies[i] = ONCE_IN_BODY
      continue
    }
    byte = bytes[position++] ?? 0
    let body = byte & 0x7f
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[position++] ?? 0
      body |= (byte & 0x7f) << shift
    }
    let title = 0
    for (let shift = 0, more = (body & 1) === 1; more; shift += 7) {
      byte = bytes[position++] ?? 0
      title |= (byte & 0x7f) << shift
      more = byte >= 0x80
    }
    frequencies[i] = packFrequencies(body >>> 1, title)
  }
  if (position !== bytes.length) throw new DamagedContent()
  into.count = count
}

/** Decodes a list of `count` pair postings into the articles alone. */
export function decodePairPostings(bytes: Uint8Array, count: number, into: Postings): void {
  reserve(into, count, bytes.length)
  const { articles } = into
  let position = 0
  let article = -1
  for (let i = 0; i < count; i++) {
    let byte = bytes[position++] ?? 0
    let gap = byte & 0x7f
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[position++] ?? 0
      gap |= (byte & 0x7f) << shift
    }
    article += gap
    articles[i] = article
  }
  if (position !== bytes.length) throw new DamagedContent()
  into.count = count
}

/** Appends a word posting. @param previous the article of the posting before, −1 at the start of a list */
export function encodeWordPosting(
  writer: ByteWriter,
  previous: number,
  article: number,
  frequencies: number,
): void {
  const gap = article - previous
  if (frequencies === ONCE_IN_BODY) {
    writer.varint(gap * 2 + 1)
    return
  }
  const inTitle = titleFrequencyOf(frequencies)
  writer.varint(gap * 2)
  writer.varint(bodyFrequencyOf(frequencies) * 2 + (inTitle > 0 ? 1 : 0))
  if (inTitle > 0) writer.varint(inTitle)
}

/** Appends one posting to a list. */
export type EncodePosting = (
  writer: ByteWriter,
  previous: number,
  article: number,
  frequencies: number,
) => void

/** Appends a pair posting. @param previous the article of the posting before, −1 at the start of a list */
export function encodePairPosting(writer: ByteWriter, previous: number, article: number): void {
  writer.varint(article - previous)
}
