/** What comes first: every match scored, the best kept, and of those the first few looked at more closely. */

import { NO_ARTICLES } from './article-sets.ts'
import { type Found, size } from './find.ts'
import type { IndexView } from './index-view.ts'
import { wantedTerms } from './match.ts'
import type { Prepared, ScoredTerm } from './plan.ts'
import { comparator, type Lowered, type Ranked, scoreMatches, top } from './rank.ts'
import { closerLook, rerank } from './rerank.ts'
import type { SortOrder } from './result.ts'

const NONE_LOWERED: Lowered = new Uint8Array(0)

/** All that adds to a score by its postings. */
export function scoredTerms({ plan, parts }: Prepared): readonly ScoredTerm[] {
  return [...wantedTerms(plan).map(({ term }) => term), ...parts]
}

export interface OrderOptions {
  readonly sort: SortOrder
  /** Those from `offset` on are wanted, `limit` of them. */
  readonly offset: number
  readonly limit: number
}

/** All up to the last wanted one in order, or a few more. */
export async function order(
  view: IndexView,
  { prepared, matches, lowered }: Found,
  { sort, offset, limit }: OrderOptions,
): Promise<readonly Ranked[]> {
  const terms = scoredTerms(prepared)
  const scores = view.segments.map((segment, number) =>
    scoreMatches(
      view.ranking,
      terms,
      segment,
      number,
      matches[number] ?? NO_ARTICLES,
      lowered[number] ?? NONE_LOWERED,
    ),
  )
  const dates = await Promise.all(view.segments.map(({ segment }) => segment.column('dates')))
  const idsOf = await Promise.all(view.segments.map(({ segment }) => segment.column('ids')))
  const looked = sort === 'relevance' ? closerLook(prepared) : 0
  const kept = Math.min(size(matches), Math.max(offset + limit, looked))
  const ranked = top(view, matches, scores, dates, { count: kept, sort, idsOf })
  if (looked <= offset) return ranked
  const closer = await rerank(view, ranked.slice(0, looked), prepared.words, lowered)
  return [...closer].sort(comparator({ sort, idsOf })).concat(ranked.slice(looked))
}
