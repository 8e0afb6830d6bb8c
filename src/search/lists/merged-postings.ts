/** The articles of very many terms of one dictionary: lists that lie near each other are read at once, and nothing else is kept. */

import { createPostings, type Postings } from '../../index/postings/postings.ts'
import type { TermDictionary, TermEntry } from '../../index/terms/terms.ts'
import { type ArticleSet, readBitmap } from './article-sets.ts'
import type { SegmentView } from './index-view.ts'

/** Lists with no more between them are read together. */
const NEAR_BYTES = 4_096
const MOST_BYTES = 1 << 20

/**
 * The live articles that any of the terms' lists names.
 * @param entries in the order of the dictionary
 */
export async function mergeArticles(
  segment: SegmentView,
  dictionary: TermDictionary,
  entries: readonly TermEntry[],
  decode: (bytes: Uint8Array, count: number, into: Postings) => void,
): Promise<ArticleSet> {
  const limit = segment.segment.meta.articles
  const marks = new Int32Array((limit + 31) >>> 5)
  const postings = createPostings()
  let total = 0
  for (const { offset, byteLength, inside } of groupNearLists(entries)) {
    const bytes = await dictionary.postings({ documentFrequency: 0, offset, byteLength })
    for (const entry of inside) {
      const start = entry.offset - offset
      decode(bytes.subarray(start, start + entry.byteLength), entry.documentFrequency, postings)
      mark(marks, postings)
      total += postings.count
    }
  }
  const found = readBitmap(marks, Math.min(limit, total))
  return segment.deletedCount === 0
    ? found
    : found.filter((article) => !segment.deleted.has(article))
}

function mark(marks: Int32Array, { articles, count }: Postings): void {
  for (let i = 0; i < count; i++) {
    const article = articles[i] ?? 0
    marks[article >>> 5] = (marks[article >>> 5] ?? 0) | (1 << article)
  }
}

/** Lists side by side, as bytes of their section. */
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
