/** A set of articles that a text is narrowed down by, and how many there are before they are read. */

import { pairKey } from '../../index/postings/pairs.ts'
import type { ArticleSet } from '../lists/article-sets.ts'
import type { SegmentView } from '../lists/index-view.ts'
import { readPairArticles } from '../lists/posting-lists.ts'

export interface Lookup {
  /** Counts by the dictionary alone. */
  readonly frequency: () => Promise<number>
  readonly read: () => Promise<ArticleSet>
}

export function lookUpPair(segment: SegmentView, pair: number): Lookup {
  return {
    frequency: async () =>
      (await segment.segment.pairs.find(pairKey(pair)))?.documentFrequency ?? 0,
    read: () => readPairArticles(segment, pair),
  }
}

/** Looks up what many lists hold together, which is done last. */
export function lookUpMany(read: () => Promise<ArticleSet>): Lookup {
  return { frequency: async () => Number.MAX_SAFE_INTEGER, read }
}
