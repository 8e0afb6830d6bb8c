/** Counts how many articles hold several texts, from the postings alone: words that often stand together. */

import { Bitmap } from '../index/columns/bitmap.ts'
import type { LiveSegment } from '../index/generation/snapshot.ts'
import { pairKey, pairOf } from '../index/postings/pairs.ts'
import {
  createPostings,
  type DecodePostings,
  decodePairPostings,
  decodeWordPostings,
} from '../index/postings/postings.ts'
import type { TermDictionary, TermEntry } from '../index/terms/terms.ts'

/**
 * How many articles hold all of a normalised text: words in letters as words of the index, Chinese by its pairs of
 * neighbouring characters, which is nearly to the letter.
 */
export type CountArticles = (text: string) => Promise<number>

const PIECE = /\p{Script=Han}+|[^\p{Script=Han}\s]+/gu
const HAN = /\p{Script=Han}/u

export function articleCounter(segments: readonly LiveSegment[]): CountArticles {
  return async (text) => {
    let count = 0
    for (const segment of segments) count += await countIn(segment, text)
    return count
  }
}

/** A term or a pair that is looked for. */
interface Sought {
  readonly dictionary: TermDictionary
  readonly decode: DecodePostings
  readonly key: Uint8Array
}

interface Listed extends Sought {
  readonly entry: TermEntry
}

async function countIn(live: LiveSegment, text: string): Promise<number> {
  const lists: Listed[] = []
  for (const sought of soughtIn(live, text)) {
    const entry = await sought.dictionary.find(sought.key)
    if (entry === undefined) return 0
    lists.push({ ...sought, entry })
  }
  if (lists.length === 0) return 0
  lists.sort((a, b) => a.entry.documentFrequency - b.entry.documentFrequency)
  const postings = createPostings()
  const { articles: size } = live.segment.meta
  let within: Bitmap | undefined
  let count = 0
  for (const { dictionary, decode, entry } of lists) {
    decode(await dictionary.postings(entry), entry.documentFrequency, postings)
    const held = new Bitmap(size)
    count = 0
    for (const article of postings.articles.subarray(0, postings.count)) {
      const counts = within === undefined ? !live.deleted.has(article) : within.has(article)
      if (!counts) continue
      held.add(article)
      count++
    }
    within = held
  }
  return count
}

function soughtIn({ segment }: LiveSegment, text: string): readonly Sought[] {
  const encoder = new TextEncoder()
  return (text.match(PIECE) ?? []).flatMap((piece): Sought[] => {
    if (piece.length === 1 || !HAN.test(piece)) {
      const key = encoder.encode(piece)
      return [{ dictionary: segment.words, decode: decodeWordPostings, key }]
    }
    return Array.from({ length: piece.length - 1 }, (_, i) => ({
      dictionary: segment.pairs,
      decode: decodePairPostings,
      key: pairKey(pairOf(piece.charCodeAt(i), piece.charCodeAt(i + 1))),
    }))
  })
}
