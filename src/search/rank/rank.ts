/** What comes first: every match scored, the best kept, and of those the first few looked at more closely. */

import type { ColumnName } from '../../index/columns/columns.ts'
import type { SortOrder } from '../answers/result.ts'
import { NO_ARTICLES } from '../lists/article-sets.ts'
import type { IndexView } from '../lists/index-view.ts'
import type { ScoredTerm } from '../lists/scored-term.ts'
import { countArticles, type Found } from '../match/find.ts'
import type { Penalties } from '../match/penalties.ts'
import type { Prepared } from '../plan/plan.ts'
import { listWantedTerms } from '../plan/plan-terms.ts'
import { sumWeights } from './nearness.ts'
import { countToRead, rerankByNearness } from './rerank-by-nearness.ts'
import { addBonus, applyPenalties, type Ranked, scoreMatches } from './score.ts'
import { compareBy, selectTop } from './top-heap.ts'

const NO_PENALTIES: Penalties = new Uint32Array(0)

/** All that adds to a score by its postings. */
export function listScoredTerms({ plan, parts }: Prepared): readonly ScoredTerm[] {
  return [...listWantedTerms(plan).map(({ term }) => term), ...parts]
}

/** What an article gets whose title is what was asked for: more than any other can reach. */
export function titleBonus({ ranking }: IndexView, prepared: Prepared): number {
  const { phraseShare, nearnessShare, characterShare } = ranking
  const closest = (phraseShare + nearnessShare + characterShare) * sumWeights(prepared.words)
  return 1 + sumWeights(listScoredTerms(prepared)) + closest
}

/** What an article gets that holds the words side by side. */
export function phraseBonus({ ranking }: IndexView, { words }: Prepared): number {
  return ranking.phraseShare * sumWeights(words)
}

export interface RankOptions {
  readonly sort: SortOrder
  /** Those from `offset` on are wanted, `limit` of them. */
  readonly offset: number
  readonly limit: number
}

/** All up to the last wanted one in order, or a few more. */
export async function rankMatches(
  view: IndexView,
  found: Found,
  { sort, offset, limit }: RankOptions,
): Promise<readonly Ranked[]> {
  const { prepared, phrasesToVerify, penalties } = found
  const looked = sort === 'relevance' ? countToRead(prepared) : 0
  const ranked = await rankByIndex(view, found, sort, Math.max(offset + limit, looked))
  if (looked <= offset) return ranked
  const sought = { words: prepared.words, phrasesToVerify }
  const closer = await rerankByNearness(view, ranked.slice(0, looked), sought, penalties)
  const idsOf = await readColumn(view, 'ids')
  return [...closer].sort(compareBy({ sort, idsOf })).concat(ranked.slice(looked))
}

/** The best `count` of all matches, in order, as far as the index tells: no text is read. */
export async function rankByIndex(
  view: IndexView,
  found: Found,
  sort: SortOrder,
  count: number,
): Promise<readonly Ranked[]> {
  const [dates, idsOf] = await Promise.all([
    readColumn(view, sort === 'fetched' ? 'fetchDates' : 'dates'),
    readColumn(view, 'ids'),
  ])
  const options = { count: Math.min(countArticles(found.matches), count), sort, idsOf }
  return selectTop(view, found.matches, scoreSegments(view, found), dates, options)
}

function readColumn({ segments }: IndexView, name: ColumnName): Promise<readonly Uint32Array[]> {
  return Promise.all(segments.map(({ segment }) => segment.column(name)))
}

/** By the index alone, the matches of each segment in their order. */
function scoreSegments(view: IndexView, found: Found): readonly Float64Array[] {
  const { prepared } = found
  const terms = listScoredTerms(prepared)
  const [forPhrase, forTitle] = [phraseBonus(view, prepared), titleBonus(view, prepared)]
  return view.segments.map((segment, number) => {
    const matches = found.matches[number] ?? NO_ARTICLES
    const scores = scoreMatches(view.ranking, terms, segment, number, matches)
    addBonus(scores, matches, found.phraseMatches[number] ?? NO_ARTICLES, forPhrase)
    applyPenalties(scores, matches, found.penalties[number] ?? NO_PENALTIES)
    addBonus(scores, matches, found.titleMatches[number] ?? NO_ARTICLES, forTitle)
    return scores
  })
}
