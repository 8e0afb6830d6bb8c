/** Takes the sums of scores out of the scratch that all searches share, and leaves it as it was. */

import type { ArticleSet } from './article-sets.ts'
import { NO_SUM } from './index-view.ts'

/** What was added up for each match; whoever adds next finds all as it was. */
export function readScores(sums: Float64Array, matches: ArticleSet): Float64Array {
  const taken = new Float64Array(matches.length)
  for (let i = 0; i < matches.length; i++) {
    const article = matches[i] ?? 0
    taken[i] = sums[article] ?? 0
    sums[article] = NO_SUM
  }
  return taken
}
