/** Scores what matched. Pure: nothing here waits. */

import { floatAt, integerAt } from '../../element-at.ts'
import { isWithoutArticle } from '../../index/columns/statuses.ts'
import { type ArticleSet, MUCH_LONGER, placeFrom } from '../lists/article-sets.ts'
import { type Ranking, scoreShare, TITLE_ONLY_SHARE } from '../lists/bm25f.ts'
import type { SegmentView } from '../lists/index-view.ts'
import { listOf, type PostingList } from '../lists/posting-lists.ts'
import { sumForMatches } from '../lists/score-sums.ts'
import type { ScoredTerm } from '../lists/scored-term.ts'

/** The text of an article adds these amounts to its score. */
export interface Closeness {
  readonly phrase: number
  readonly title: number
  readonly nearness: number
  readonly characters: number
}

/** A match with what it is ranked by. */
export interface Ranked {
  /** Place of the segment in the view, and of the article in the segment. */
  readonly segment: number
  readonly article: number
  readonly score: number
  /** It comes behind all that have all words. */
  readonly lacksWords: boolean
  /** The date as a number, YYYYMMDD: that of the fetch where the ranking goes by fetches. */
  readonly date: number
  /** Parts of the score; of a penalised article they count by its penalty. Absent: its text was not read. */
  readonly closeness?: Closeness
}

/** Adds up what the terms are worth for each match, in the order of the matches. */
export function scoreMatches(
  ranking: Ranking,
  terms: readonly ScoredTerm[],
  segment: SegmentView,
  number: number,
  matches: ArticleSet,
): Float64Array {
  const all = terms.map(({ lists, weight }) => {
    return { ranking, segment, list: listOf(lists, number), weight }
  })
  const [only] = all
  if (all.length === 1 && only?.list.articles === matches) return scoreOnlyTerm(only)
  return sumForMatches(segment.segment.meta.articles, matches, (sums) => {
    for (const term of all) addTerm(sums, term, matches)
  })
}

/** When there are more than this many times as many postings as matches, shares are computed for the matches only. */
const SOMEWHAT_LONGER = 4

/** The postings of a term in a segment, and its weight. */
interface TermPostings {
  readonly ranking: Ranking
  readonly segment: SegmentView
  readonly list: PostingList
  readonly weight: number
}

/** Scores the only term of a query, whose postings are the matches. */
function scoreOnlyTerm(term: TermPostings): Float64Array {
  const shares = readShares(term)
  const scores = new Float64Array(shares.length)
  for (let i = 0; i < scores.length; i++) scores[i] = term.weight * floatAt(shares, i)
  return scores
}

function addTerm(sums: Float64Array, term: TermPostings, matches: ArticleSet): void {
  const { articles, shares } = term.list
  if (matches.length * MUCH_LONGER < articles.length) addToFew(sums, term, matches)
  else if (shares || matches.length * SOMEWHAT_LONGER >= articles.length) addToEach(sums, term)
  else addWhereMatch(sums, term)
}

function addToEach(sums: Float64Array, term: TermPostings): void {
  const shares = readShares(term)
  const { articles } = term.list
  const { weight } = term
  for (let i = 0; i < articles.length; i++) {
    const article = integerAt(articles, i)
    sums[article] = floatAt(sums, article) + weight * floatAt(shares, i)
  }
}

/** Computes the share of each posting once and keeps it with the list, for the next query that asks for the term. */
function readShares({ ranking, segment, list }: TermPostings): Float32Array {
  if (list.shares !== undefined) return list.shares
  const { articles, frequencies } = list
  const shares = new Float32Array(articles.length)
  for (let i = 0; i < shares.length; i++)
    shares[i] = scoreShare(ranking, segment, integerAt(articles, i), integerAt(frequencies, i))
  list.shares = shares
  return shares
}

/** Walks along a list that is somewhat longer than the matches. */
function addWhereMatch(sums: Float64Array, { ranking, segment, list, weight }: TermPostings): void {
  const { articles, frequencies } = list
  for (let i = 0; i < articles.length; i++) {
    const article = integerAt(articles, i)
    const sum = floatAt(sums, article)
    if (Number.isNaN(sum)) continue
    sums[article] = sum + weight * scoreShare(ranking, segment, article, integerAt(frequencies, i))
  }
}

/** Looks each match up in a list that is much longer. */
function addToFew(
  sums: Float64Array,
  { ranking, segment, list, weight }: TermPostings,
  matches: ArticleSet,
): void {
  const { articles, frequencies } = list
  let at = 0
  for (let match = 0; match < matches.length; match++) {
    const article = integerAt(matches, match)
    at = placeFrom(articles, article, at)
    if (at === articles.length) return
    if (articles[at] !== article) continue
    const share = scoreShare(ranking, segment, article, integerAt(frequencies, at))
    sums[article] = floatAt(sums, article) + weight * share
  }
}

/** Leaves a small share of the scores of pages without text. */
export function penalizeEmptyPages(
  scores: Float64Array,
  matches: ArticleSet,
  { statuses }: SegmentView,
): void {
  for (let i = 0; i < matches.length; i++) {
    if (!isWithoutArticle(integerAt(statuses, integerAt(matches, i)))) continue
    scores[i] = floatAt(scores, i) * TITLE_ONLY_SHARE
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
    const article = integerAt(chosen, i)
    match = placeFrom(matches, article, match)
    if (match === matches.length) return
    if (matches[match] === article) scores[match] = floatAt(scores, match) + amount
  }
}
