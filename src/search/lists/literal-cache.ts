/**
 * Postings that took reading texts, as long as there is room; those that were not asked for longest go first. Only what is found to its
 * end is kept: one search may be stopped, and others that look for the same go on.
 */

import { keptByWeight } from '../../index/files/kept-by-weight.ts'
import { type PostingList, weightOf } from './posting-lists.ts'

export interface KeptLists {
  get(key: string): PostingList | undefined
  keep(key: string, list: PostingList): void
}

/** Postings of all segments, of 12 bytes each at most. */
const KEPT_POSTINGS = 1 << 16
/** A list that needs a larger share of the room would take the place of too many others. */
const LARGEST_SHARE = 1 / 4

/** @param share of all articles, as of what is kept */
export function keptLists(share: number): KeptLists {
  const most = KEPT_POSTINGS * share
  const kept = keptByWeight<string, PostingList>(most)
  return {
    get: kept.get,
    keep(key, list) {
      const weight = weightOf(list.articles)
      if (weight <= most * LARGEST_SHARE) kept.keep(key, list, weight)
    },
  }
}
