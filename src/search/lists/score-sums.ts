/** Adds up weights by article. */

import { floatAt, integerAt } from '../../element-at.ts'
import type { ArticleSet } from './article-sets.ts'

/** The sum of an article that is none of the matches. It stays NaN whatever is added to it. */
const NO_SUM = Number.NaN

/**
 * @param limit one above the greatest article that `addAll` may write to
 * @param addAll adds to `sums[article]`, which begins at 0 for matches and is NaN for all other articles
 * @returns the sum of each match, in the order of the matches
 */
export function sumForMatches(
  limit: number,
  matches: ArticleSet,
  addAll: (sums: Float64Array) => void,
): Float64Array {
  const sums = new Float64Array(limit).fill(NO_SUM)
  for (let i = 0; i < matches.length; i++) sums[integerAt(matches, i)] = 0
  addAll(sums)
  const result = new Float64Array(matches.length)
  for (let i = 0; i < matches.length; i++) result[i] = floatAt(sums, integerAt(matches, i))
  return result
}
