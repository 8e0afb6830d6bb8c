/**
 * Postings that took reading texts, as long as there is room; those that were not asked for longest go first. Only what is found to its
 * end is kept: one search may be stopped, and others that look for the same go on.
 */

import type { PostingList } from './term-lists.ts'

export interface KeptLists {
  get(key: string): PostingList | undefined
  keep(key: string, list: PostingList): void
}

/** Postings of all segments, of 12 bytes each at most. */
const KEPT_POSTINGS = 1 << 16
/** What a list costs beside its postings, as postings. */
const LIST_WEIGHT = 32
/** A list that needs a larger share of the room would take the place of too many others. */
const LARGEST_SHARE = 1 / 4

/** @param share of all articles, as of what is kept */
export function keptLists(share: number): KeptLists {
  const most = KEPT_POSTINGS * share
  const kept = new Map<string, PostingList>()
  let total = 0

  function forget(key: string): void {
    const list = kept.get(key)
    if (kept.delete(key) && list !== undefined) total -= weightOf(list)
  }

  return {
    get(key) {
      const list = kept.get(key)
      // Last in the order of the map: it is the youngest again.
      if (list !== undefined && kept.delete(key)) kept.set(key, list)
      return list
    },
    keep(key, list) {
      if (weightOf(list) > most * LARGEST_SHARE) return
      forget(key)
      kept.set(key, list)
      total += weightOf(list)
      for (const oldest of kept.keys()) {
        if (total <= most) return
        forget(oldest)
      }
    },
  }
}

function weightOf({ articles }: PostingList): number {
  return articles.length + LIST_WEIGHT
}
