/** Scores what matched: pure, no waiting. */

import { type ArticleSet, MUCH_LONGER, placeFrom } from '../lists/article-sets.ts'
import { type Ranking, scoreShare, TITLE_ONLY_SHARE } from '../lists/bm25f.ts'
import { NO_SUM, type SegmentView } from '../lists/index-view.ts'
import { EMPTY_LIST, type PostingList } from '../lists/posting-lists.ts'
import { readScores } from '../lists/score-sums.ts'
import type { ScoredTerm } from '../lists/scored-term.ts'
import type { Penalties } from '../match/penalties.ts'
import { isPenalised } from '../match/penalties.ts'

/** What a look at an article's text adds to its score. */
export interface Closeness {
  readonly phrase: number
  readonly nearness: number
  readonly characters: number
}

/** A match in its place. */
export interface Ranked {
  /** Place of the segment in the view, and of the article in the segment. */
  readonly segment: number
  readonly article: number
  readonly score: number
  /** Of the fetch where that is asked for. */
  readonly date: number
  /** Absent: its text was not looked at. Part of the score, which is lower where the article is lowered. */
  readonly closeness?: Closeness
}

/** What the terms add up to for each match, in their order. */
export function scoreMatches(
  ranking: Ranking,
  terms: readonly ScoredTerm[],
  segment: SegmentView,
  number: number,
  matches: ArticleSet,
): Float64Array {
  const all = terms.map(({ lists, weight }) => {
    return { ranking, segment, list: lists[number] ?? EMPTY_LIST, weight }
  })
  const [only] = all
  if (all.length === 1 && only?.list.articles === matches) return scoreOnlyTerm(only)
  const { sums } = segment
  for (let i = 0; i < matches.length; i++) sums[matches[i] ?? 0] = 0
  for (const scored of all) {
    const { articles, shares } = scored.list
    if (matches.length * MUCH_LONGER < articles.length) addToFew(scored, matches)
    else if (shares || matches.length * SOMEWHAT_LONGER >= articles.length) addToEach(scored)
    else addWhereMatch(scored)
  }
  return readScores(sums, matches)
}

/** So many times as many postings as matches: what each is worth is reckoned only where it counts. */
const SOMEWHAT_LONGER = 4

/** A term's postings in a segment, and what it weighs. */
interface TermPostings {
  readonly ranking: Ranking
  readonly segment: SegmentView
  readonly list: PostingList
  readonly weight: number
}

/** Where all matches are the postings of the one term that is asked for. */
function scoreOnlyTerm(scored: TermPostings): Float64Array {
  const shares = readShares(scored)
  const scores = new Float64Array(shares.length)
  for (let i = 0; i < scores.length; i++) scores[i] = scored.weight * (shares[i] ?? 0)
  return scores
}

function addToEach(scored: TermPostings): void {
  const shares = readShares(scored)
  const { articles } = scored.list
  const { weight, segment } = scored
  const { sums } = segment
  for (let i = 0; i < articles.length; i++) {
    const article = articles[i] ?? 0
    sums[article] = (sums[article] ?? 0) + weight * (shares[i] ?? 0)
  }
}

/** What each posting is worth, which is kept with the list: the next query that asks for the term has it. */
function readShares({ ranking, segment, list }: TermPostings): Float32Array {
  if (list.shares !== undefined) return list.shares
  const { articles, frequencies } = list
  const shares = new Float32Array(articles.length)
  for (let i = 0; i < shares.length; i++)
    shares[i] = scoreShare(ranking, segment, articles[i] ?? 0, frequencies[i] ?? 0)
  list.shares = shares
  return shares
}

/** Walks along the postings of a longer list. */
function addWhereMatch({ ranking, segment, list, weight }: TermPostings): void {
  const { articles, frequencies } = list
  const { sums } = segment
  for (let i = 0; i < articles.length; i++) {
    const article = articles[i] ?? 0
    const sum = sums[article] ?? NO_SUM
    if (Number.isNaN(sum)) continue
    sums[article] = sum + weight * scoreShare(ranking, segment, article, frequencies[i] ?? 0)
  }
}

/** Looks each match up in a list that is much longer. */
function addToFew({ ranking, segment, list, weight }: TermPostings, matches: ArticleSet): void {
  const { articles, frequencies } = list
  const { sums } = segment
  let at = 0
  for (let match = 0; match < matches.length; match++) {
    const article = matches[match] ?? 0
    at = placeFrom(articles, article, at)
    if (articles[at] !== article) continue
    const share = scoreShare(ranking, segment, article, frequencies[at] ?? 0)
    sums[article] = (sums[article] ?? 0) + weight * share
  }
}

/** Leaves of the scores of lowered articles a small share. */
export function applyPenalties(
  scores: Float64Array,
  matches: ArticleSet,
  lowered: Penalties,
): void {
  for (let i = 0; i < matches.length; i++) {
    if (isPenalised(lowered, matches[i] ?? 0)) scores[i] = (scores[i] ?? 0) * TITLE_ONLY_SHARE
  }
}

/** Adds to the scores of those matches that are in the set. */
export function addBonus(
  scores: Float64Array,
  matches: ArticleSet,
  chosen: ArticleSet,
  amount: number,
): void {
  let match = 0
  for (let i = 0; i < chosen.length; i++) {
    const article = chosen[i] ?? 0
    match = placeFrom(matches, article, match)
    if (matches[match] === article) scores[match] = (scores[match] ?? 0) + amount
  }
}
