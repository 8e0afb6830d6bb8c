/** What comes first: every match scored, the best kept, and of those the first few looked at more closely. */

import type { ColumnName } from '../../index/segment/segment.ts'
import type { SortOrder } from '../answers/result.ts'
import { NO_ARTICLES } from '../lists/article-sets.ts'
import type { IndexView } from '../lists/index-view.ts'
import type { ScoredTerm } from '../lists/scored-term.ts'
import { type Found, size } from '../match/find.ts'
import type { Lowered } from '../match/penalties.ts'
import type { Prepared } from '../plan/plan.ts'
import { wantedTerms } from '../plan/plan-terms.ts'
import { totalWeight } from './nearness.ts'
import { closerLook, rerank } from './rerank.ts'
import { addTo, lower, type Ranked, scoreMatches } from './score.ts'
import { comparator, top } from './top-heap.ts'

const NONE_LOWERED: Lowered = new Uint32Array(0)

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
  const { prepared, phrases, lowered } = found
  const looked = sort === 'relevance' ? closerLook(prepared) : 0
  const ranked = await bestByIndex(view, found, sort, Math.max(offset + limit, looked))
  if (looked <= offset) return ranked
  const sought = { words: prepared.words, phrases }
  const closer = await rerank(view, ranked.slice(0, looked), sought, lowered)
  const idsOf = await columnOf(view, 'ids')
  return [...closer].sort(comparator({ sort, idsOf })).concat(ranked.slice(looked))
}

/** The best `count` of all matches, in order, as far as the index tells: no text is read. */
export async function bestByIndex(
  view: IndexView,
  found: Found,
  sort: SortOrder,
  count: number,
): Promise<readonly Ranked[]> {
  const [dates, idsOf] = await Promise.all([
    columnOf(view, sort === 'fetched' ? 'fetchDates' : 'dates'),
    columnOf(view, 'ids'),
  ])
  const options = { count: Math.min(size(found.matches), count), sort, idsOf }
  return top(view, found.matches, scoreAll(view, found), dates, options)
}

function columnOf({ segments }: IndexView, name: ColumnName): Promise<readonly Uint32Array[]> {
  return Promise.all(segments.map(({ segment }) => segment.column(name)))
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
