/** Scores what matched: pure, no waiting. */

import { isWithoutArticle } from '../index/segment.ts'
import { type ArticleSet, firstFrom, MUCH_LONGER } from './article-sets.ts'
import { type Ranking, TITLE_ONLY_SHARE } from './bm25f.ts'
import type { SegmentView } from './index-view.ts'
import type { ScoredTerm } from './plan.ts'
import { EMPTY_LIST, type PostingList } from './term-lists.ts'

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

/** By article of a segment the status of its fetch; 0 where that does not matter. */
export type Lowered = Uint32Array

/** Is the article's score a small share of what it would be? */
export function isLowered(lowered: Lowered | undefined, article: number): boolean {
  return isWithoutArticle(lowered?.[article])
}

/**
 * Pages without a body. Among articles that lack words one with all of them in its title is not lowered: whoever types a
 * title as it stands wants that page.
 */
export function loweredOf({ statuses }: SegmentView, whole: ArticleSet): Lowered {
  if (whole.length === 0) return statuses
  const lowered = statuses.slice()
  for (const article of whole) lowered[article] = 0
  return lowered
}

/** What the terms add up to for each match, in their order. */
export function scoreMatches(
  ranking: Ranking,
  terms: readonly ScoredTerm[],
  segment: SegmentView,
  number: number,
  matches: ArticleSet,
): Float64Array {
  const scores = new Float64Array(matches.length)
  if (matches.length === 0) return scores
  const { slots } = segment
  for (let i = 0; i < matches.length; i++) slots[matches[i] ?? 0] = i + 1
  for (const { lists, weight } of terms) {
    const list = lists[number] ?? EMPTY_LIST
    const scored = { ranking, segment, list, weight, scores }
    if (matches.length * MUCH_LONGER < list.articles.length) addToFew(scored, matches)
    else addToMany(scored)
  }
  for (let i = 0; i < matches.length; i++) slots[matches[i] ?? 0] = 0
  return scores
}

/** A term's postings in a segment, and the scores they add to. */
interface Scored {
  readonly ranking: Ranking
  readonly segment: SegmentView
  readonly list: PostingList
  readonly weight: number
  readonly scores: Float64Array
}

/**
 * Walks along the postings; `slots` says which of their articles are matches, and where. The sum stands here and in addToFew, and normOf in both:
 * one function for both made a search by words a tenth slower.
 */
function addToMany({ ranking, segment, list, weight, scores }: Scored): void {
  const { articles, bodyFrequencies, titleFrequencies } = list
  const { slots, bodyLengths, titleLengths, bodyNorm, titleNorm } = segment
  const { k1, body, title } = ranking
  for (let i = 0; i < articles.length; i++) {
    const article = articles[i] ?? 0
    const slot = slots[article] ?? 0
    if (slot === 0) continue
    const ofBody = bodyNorm.least + bodyNorm.perTerm * (bodyLengths[article] ?? 0)
    let frequency = (body.weight * (bodyFrequencies[i] ?? 0)) / ofBody
    const inTitle = titleFrequencies[i] ?? 0
    if (inTitle > 0) {
      const ofTitle = titleNorm.least + titleNorm.perTerm * (titleLengths[article] ?? 0)
      frequency += (title.weight * inTitle) / ofTitle
    }
    scores[slot - 1] = (scores[slot - 1] ?? 0) + (weight * frequency) / (k1 + frequency)
  }
}

/** Looks each match up in a list that is much longer. */
function addToFew({ ranking, segment, list, weight, scores }: Scored, matches: ArticleSet): void {
  const { articles, bodyFrequencies, titleFrequencies } = list
  const { bodyLengths, titleLengths, bodyNorm, titleNorm } = segment
  const { k1, body, title } = ranking
  let at = 0
  for (let match = 0; match < matches.length; match++) {
    const article = matches[match] ?? 0
    at = firstFrom(articles, article, at)
    if (articles[at] !== article) continue
    const ofBody = bodyNorm.least + bodyNorm.perTerm * (bodyLengths[article] ?? 0)
    let frequency = (body.weight * (bodyFrequencies[at] ?? 0)) / ofBody
    const inTitle = titleFrequencies[at] ?? 0
    if (inTitle > 0) {
      const ofTitle = titleNorm.least + titleNorm.perTerm * (titleLengths[article] ?? 0)
      frequency += (title.weight * inTitle) / ofTitle
    }
    scores[match] = (scores[match] ?? 0) + (weight * frequency) / (k1 + frequency)
  }
}

/** Leaves of the scores of lowered articles a small share. */
export function lower(scores: Float64Array, matches: ArticleSet, lowered: Lowered): void {
  for (let i = 0; i < matches.length; i++) {
    if (isLowered(lowered, matches[i] ?? 0)) scores[i] = (scores[i] ?? 0) * TITLE_ONLY_SHARE
  }
}

/** Adds to the scores of those matches that are in the set. */
export function addTo(
  scores: Float64Array,
  matches: ArticleSet,
  chosen: ArticleSet,
  amount: number,
): void {
  let match = 0
  for (let i = 0; i < chosen.length; i++) {
    const article = chosen[i] ?? 0
    match = firstFrom(matches, article, match)
    if (matches[match] === article) scores[match] = (scores[match] ?? 0) + amount
  }
}
