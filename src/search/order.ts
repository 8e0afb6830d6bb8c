/** What comes first: every match scored, the best kept, and of those the first few looked at more closely. */

import { NO_ARTICLES } from './article-sets.ts'
import { type Found, size } from './find.ts'
import type { IndexView } from './index-view.ts'
import { wantedTerms } from './match.ts'
import type { Prepared, ScoredTerm } from './plan.ts'
import { addTo, comparator, type Lowered, type Ranked, scoreMatches, top } from './rank.ts'
import { closerLook, rerank } from './rerank.ts'
import type { SortOrder } from './result.ts'

const NONE_LOWERED: Lowered = new Uint8Array(0)

/** All that adds to a score by its postings. */
export function scoredTerms({ plan, parts }: Prepared): readonly ScoredTerm[] {
  return [...wantedTerms(plan).map(({ term }) => term), ...parts]
}

/** What an article gets whose title is what was asked for: more than any other can reach. */
export function titleBonus({ ranking }: IndexView, prepared: Prepared): number {
  const weightOf = (all: readonly { readonly weight: number }[]) =>
    all.reduce((sum, { weight }) => sum + weight, 0)
  const { nearnessShare, characterShare } = ranking
  const closest = (nearnessShare + characterShare) * weightOf(prepared.words)
  return 1 + weightOf(scoredTerms(prepared)) + closest
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
  { prepared, matches, titled, lowered }: Found,
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
  const first = titleBonus(view, prepared)
  for (const [number, set] of scores.entries())
    addTo(set, matches[number] ?? NO_ARTICLES, titled[number] ?? NO_ARTICLES, first)
  const column = sort === 'fetched' ? 'fetchDates' : 'dates'
  const dates = await Promise.all(view.segments.map(({ segment }) => segment.column(column)))
  const idsOf = await Promise.all(view.segments.map(({ segment }) => segment.column('ids')))
  const looked = sort === 'relevance' ? closerLook(prepared) : 0
  const kept = Math.min(size(matches), Math.max(offset + limit, looked))
  const ranked = top(view, matches, scores, dates, { count: kept, sort, idsOf })
  if (looked <= offset) return ranked
  const closer = await rerank(view, ranked.slice(0, looked), prepared.words, lowered)
  return [...closer].sort(comparator({ sort, idsOf })).concat(ranked.slice(looked))
}
