/** Ranks the matches: scores all by the index, keeps the best, and reads the texts of the first few. */

import type { ColumnName } from '../../index/columns/columns.ts'
import type { SortOrder } from '../answers/result.ts'
import { setOf } from '../lists/article-sets.ts'
import type { IndexView } from '../lists/index-view.ts'
import type { ScoredTerm } from '../lists/scored-term.ts'
import { countArticles, type SegmentSets } from '../lists/segment-sets.ts'
import type { Found } from '../match/find.ts'
import type { Prepared } from '../plan/plan.ts'
import { listWantedTerms } from '../plan/plan-terms.ts'
import { sumWeights } from './nearness.ts'
import { countToRead, rerankByNearness } from './rerank-by-nearness.ts'
import { addBonus, penalizeEmptyPages, type Ranked, scoreMatches } from './score.ts'
import { compareBy, selectTop } from './top-heap.ts'

/** Lists all terms whose postings add to scores. */
export function listScoredTerms({ plan, parts }: Prepared): readonly ScoredTerm[] {
  return [...listWantedTerms(plan).map(({ term }) => term), ...parts]
}

/** Computes the bonus of an article whose title was asked for: more than any other article can reach. */
export function titleBonus({ ranking }: IndexView, prepared: Prepared): number {
  const { phraseShare, titleShare, nearnessShare, characterShare } = ranking
  const shares = phraseShare + 2 * titleShare + nearnessShare + characterShare
  const closest = shares * sumWeights(prepared.words)
  return 1 + sumWeights(listScoredTerms(prepared)) + closest
}

/** Computes the bonus of an article that holds the words side by side. */
export function phraseBonus({ ranking }: IndexView, { words }: Prepared): number {
  return ranking.phraseShare * sumWeights(words)
}

export interface RankOptions {
  readonly sort: SortOrder
  /** How many of the first articles are passed over, and how many after them are wanted. */
  readonly offset: number
  readonly limit: number
}

/** Ranks all articles up to the last wanted one, and maybe a few more. The ranking begins with the first article. */
export async function rankMatches(
  view: IndexView,
  found: Found,
  { sort, offset, limit }: RankOptions,
): Promise<readonly Ranked[]> {
  const { words } = found.prepared
  const looked = sort === 'relevance' ? countToRead(words) : 0
  const ranked = await rankByIndex(view, found, sort, Math.max(offset + limit, looked))
  if (looked <= offset) return ranked
  const sought = { words, phrasesToVerify: found.phrasesToVerify, typed: found.typedPhrases }
  const closer = await rerankByNearness(view, ranked.slice(0, looked), sought)
  const idsOf = await readColumn(view, 'ids')
  return [...closer].sort(compareBy({ sort, idsOf })).concat(ranked.slice(looked))
}

/** Ranks the best `count` matches by the index alone: no text is read. Those that lack words come behind all others. */
export async function rankByIndex(
  view: IndexView,
  found: Found,
  sort: SortOrder,
  count: number,
): Promise<readonly Ranked[]> {
  const complete = await rankSets(view, found, found.complete, { sort, count, lacksWords: false })
  const left = count - complete.length
  if (left === 0) return complete
  return complete.concat(
    await rankSets(view, found, found.partial, { sort, count: left, lacksWords: true }),
  )
}

interface SetOptions {
  readonly sort: SortOrder
  readonly count: number
  readonly lacksWords: boolean
}

async function rankSets(
  view: IndexView,
  found: Found,
  sets: SegmentSets,
  { sort, count, lacksWords }: SetOptions,
): Promise<readonly Ranked[]> {
  const [dates, idsOf] = await Promise.all([
    readColumn(view, sort === 'fetched' ? 'fetchDates' : 'dates'),
    readColumn(view, 'ids'),
  ])
  const options = { count: Math.min(countArticles(sets), count), sort, idsOf, lacksWords }
  return selectTop(view, sets, scoreSegments(view, found, sets), dates, options)
}

function readColumn({ segments }: IndexView, name: ColumnName): Promise<readonly Uint32Array[]> {
  return Promise.all(segments.map(({ segment }) => segment.column(name)))
}

/** Scores the articles of each segment, in their order. */
function scoreSegments(view: IndexView, found: Found, sets: SegmentSets): readonly Float64Array[] {
  const { prepared } = found
  const terms = listScoredTerms(prepared)
  const [forPhrase, forTitle] = [phraseBonus(view, prepared), titleBonus(view, prepared)]
  return view.segments.map((segment, number) => {
    const matches = setOf(sets, number)
    const scores = scoreMatches(view.ranking, terms, segment, number, matches)
    addBonus(scores, matches, setOf(found.phraseMatches, number), forPhrase)
    penalizeEmptyPages(scores, matches, segment)
    addBonus(scores, matches, setOf(found.titleMatches, number), forTitle)
    return scores
  })
}
