/** What a search takes and gives: the shapes that the JSON API, the page and the terminal share. */

import type { QueryWarning } from '../query/query.ts'
import type { HitExplanation } from './explanation.ts'

export type { Explanation, FieldCount, HitExplanation, ScorePart, TermPart } from './explanation.ts'

export type SortOrder = 'relevance' | 'date'

export interface SearchRequest {
  readonly query: string
  /** How many hits to return, from `offset` on. */
  readonly limit: number
  readonly offset: number
  readonly sort: SortOrder
  /** Only articles whose source contains this. */
  readonly source?: string
  /** Only articles dated on or after / on or before this day: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly from?: string
  readonly to?: string
  /** The day that 今天 means in the query, `YYYY-MM-DD`; absent: the back end looks at its clock. */
  readonly today?: string
  /** Say of each hit how its score comes about. */
  readonly explain?: boolean
  /** Leave snippets out: for those who want the order alone. */
  readonly withoutSnippets?: boolean
}

/** A piece of an article's text with what to mark in it. `text.slice(start, end)` is a mark; marks are sorted and disjoint. */
export interface Snippet {
  readonly text: string
  /** [start, end) in UTF-16 units of `text`. */
  readonly marks: ReadonlyArray<readonly [number, number]>
}

export interface Hit {
  /** Stable over rebuilds: made from the article's identity. */
  readonly id: string
  readonly score: number
  readonly title: string
  readonly url: string
  readonly source: string
  readonly date: string
  readonly path: string
  readonly snippets: readonly Snippet[]
  /** Present when it was asked for. */
  readonly explanation?: HitExplanation
}

export interface SearchResult {
  readonly query: string
  /** How many articles match, exactly. */
  readonly total: number
  readonly tookMs: number
  readonly hits: readonly Hit[]
  /** Present when no article has all words, or of a whole sentence hardly one: the words that the hits may lack. */
  readonly relaxed?: readonly string[]
  /** Present when hardly any article has all words: another query, likely meant, that more articles answer in full. */
  readonly suggestion?: string
  /** Present when part of the query was read as plain words. */
  readonly warnings?: readonly QueryWarning[]
}
