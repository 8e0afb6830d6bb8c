/** Articles whose score is reduced because their pages hold no article. */

import { isWithoutArticle } from '../../index/columns/statuses.ts'
import type { ArticleSet } from '../lists/article-sets.ts'
import type { SegmentView } from '../lists/index-view.ts'

/** By article of a segment the status of its fetch; 0 where that does not matter. */
export type Penalties = Uint32Array

/** Is the article's score a small share of what it would be? */
export function isPenalised(lowered: Penalties | undefined, article: number): boolean {
  return isWithoutArticle(lowered?.[article])
}

/**
 * Pages without a body. Among articles that lack words one with all of them in its title is not lowered: whoever types a
 * title as it stands wants that page.
 */
export function readPenalties({ statuses }: SegmentView, whole: ArticleSet): Penalties {
  if (whole.length === 0) return statuses
  const lowered = statuses.slice()
  for (const article of whole) lowered[article] = 0
  return lowered
}
