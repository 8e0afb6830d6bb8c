/** Articles whose score is reduced because their pages hold no article. */

import { integerAt } from '../../element-at.ts'
import { isWithoutArticle } from '../../index/columns/statuses.ts'
import type { ArticleSet } from '../lists/article-sets.ts'
import type { SegmentView } from '../lists/index-view.ts'

/** The status of each article's fetch, as in the column of a segment; 0 where it does not matter. */
export type Penalties = Uint32Array

/** Tells whether only a small share of the article's score is left. */
export function isPenalised(penalties: Penalties, article: number): boolean {
  return isWithoutArticle(integerAt(penalties, article))
}

/**
 * Penalises pages without a body. Where matches may lack words, a page that has all of them in its title is spared: whoever types
 * a title as it stands wants that page.
 * @param spared articles that have all words; empty where no match lacks any
 */
export function readPenalties({ statuses }: SegmentView, spared: ArticleSet): Penalties {
  if (spared.length === 0) return statuses
  const penalties = statuses.slice()
  for (const article of spared) penalties[article] = 0
  return penalties
}
