/** Unites the articles of very many terms of one dictionary. Lists that lie near each other are read at once, and no list is kept. */

import type { MarkPostings } from '../../index/postings/mark-postings.ts'
import type { TermDictionary, TermEntry } from '../../index/terms/terms.ts'
import { type ArticleSet, readBitmap } from './article-sets.ts'
import type { SegmentView } from './index-view.ts'

/** Lists are read together that have at most so many bytes between them. */
const NEAR_BYTES = 4_096
/** A read takes at most so many bytes, but for a single list that is longer. */
const MOST_BYTES = 1 << 20

/**
 * Unites the live articles of all the terms' lists.
 * @param entries in the order of the dictionary
 */
export async function mergeArticles(
  segment: SegmentView,
  dictionary: TermDictionary,
  entries: readonly TermEntry[],
  mark: MarkPostings,
): Promise<ArticleSet> {
  const limit = segment.segment.meta.articles
  const bitmap = new Uint32Array((limit + 31) >>> 5)
  let total = 0
  for (const { offset, byteLength, inside } of groupNearLists(entries)) {
    const bytes = await dictionary.postings({ documentFrequency: 0, offset, byteLength })
    for (const entry of inside) {
      const start = entry.offset - offset
      mark(bytes, start, start + entry.byteLength, entry.documentFrequency, bitmap)
      total += entry.documentFrequency
    }
  }
  const found = readBitmap(bitmap, Math.min(limit, total))
  return segment.deletedCount === 0
    ? found
    : found.filter((article) => !segment.deleted.has(article))
}

/** Bytes of the section that hold the lists of the entries inside. */
interface ByteRange {
  readonly offset: number
  byteLength: number
  readonly inside: TermEntry[]
}

function groupNearLists(entries: readonly TermEntry[]): readonly ByteRange[] {
  const ranges: ByteRange[] = []
  for (const entry of entries) {
    const last = ranges.at(-1)
    const end = entry.offset + entry.byteLength
    const isNear =
      last !== undefined &&
      entry.offset - (last.offset + last.byteLength) <= NEAR_BYTES &&
      end - last.offset <= MOST_BYTES
    if (isNear) {
      last.byteLength = end - last.offset
      last.inside.push(entry)
    } else {
      ranges.push({ offset: entry.offset, byteLength: entry.byteLength, inside: [entry] })
    }
  }
  return ranges
}
