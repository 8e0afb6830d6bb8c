/** What comes first: every match scored, the best kept, and of those the first few looked at more closely. */

import { NO_ARTICLES } from './article-sets.ts'
import { type Found, size } from './find.ts'
import type { IndexView } from './index-view.ts'
import { wantedTerms } from './match.ts'
import { totalWeight } from './nearness.ts'
import type { Prepared, ScoredTerm } from './plan.ts'
import { addTo, comparator, type Lowered, lower, type Ranked, scoreMatches, top } from './rank.ts'
import { closerLook, rerank } from './rerank.ts'
import type { SortOrder } from './result.ts'

const NONE_LOWERED: Lowered = new Uint8Array(0)

/** All that adds to a score by its postings. */
export function scoredTerms({ plan, parts }: Prepared): readonly ScoredTerm[] {
  return [...wantedTerms(plan).map(({ term }) => term), ...parts]
}

/** What an article gets whose title is what was asked for: more than any other can reach. */
export function titleBonus({ ranking }: IndexView, prepared: Prepared): number {
  const { phraseShare, nearnessShare, characterShare } = ranking
  const closest = (phraseShare + nearnessShare + characterShare) * totalWeight(prepared.words)
  return 1 + totalWeight(scoredTerms(prepared)) + closest
}

/** What an article gets that holds the words side by side. */
export function phraseBonus({ ranking }: IndexView, { words }: Prepared): number {
  return ranking.phraseShare * totalWeight(words)
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
  found: Found,
  { sort, offset, limit }: OrderOptions,
): Promise<readonly Ranked[]> {
  const scores = scoreAll(view, found)
  const { prepared, phrases, matches, lowered } = found
  const column = sort === 'fetched' ? 'fetchDates' : 'dates'
  const dates = await Promise.all(view.segments.map(({ segment }) => segment.column(column)))
  const idsOf = await Promise.all(view.segments.map(({ segment }) => segment.column('ids')))
  const looked = sort === 'relevance' ? closerLook(prepared) : 0
  const kept = Math.min(size(matches), Math.max(offset + limit, looked))
  const ranked = top(view, matches, scores, dates, { count: kept, sort, idsOf })
  if (looked <= offset) return ranked
  const closer = await rerank(
    view,
    ranked.slice(0, looked),
    { words: prepared.words, phrases },
    lowered,
  )
  return [...closer].sort(comparator({ sort, idsOf })).concat(ranked.slice(looked))
}

/** By the index alone, the matches of each segment in their order. */
function scoreAll(view: IndexView, found: Found): readonly Float64Array[] {
  const { prepared } = found
  const terms = scoredTerms(prepared)
  const [forPhrase, forTitle] = [phraseBonus(view, prepared), titleBonus(view, prepared)]
  return view.segments.map((segment, number) => {
    const matches = found.matches[number] ?? NO_ARTICLES
    const scores = scoreMatches(view.ranking, terms, segment, number, matches)
    addTo(scores, matches, found.phrase[number] ?? NO_ARTICLES, forPhrase)
    lower(scores, matches, found.lowered[number] ?? NONE_LOWERED)
    addTo(scores, matches, found.titled[number] ?? NO_ARTICLES, forTitle)
    return scores
  })
}
