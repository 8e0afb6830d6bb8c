/** Defines the options and results of a search, which the JSON API, the page and the terminal share. */

import type { Status } from '../../corpus/article.ts'
import type { QueryWarning } from '../../query/query.ts'
import type { Language } from '../../text/language.ts'
import type { HitExplanation } from './explanation.ts'

export type { Explanation, FieldCount, HitExplanation, ScorePart, TermPart } from './explanation.ts'

/** `fetched`: the newest fetch first. */
export type SortOrder = 'relevance' | 'date' | 'fetched'

/** The conditions on an article that stand beside the query. */
export interface SearchFilters {
  /** Only articles whose source contains this. */
  readonly source?: string
  /** Only articles of exactly this source. */
  readonly sourceIs?: string
  readonly status?: Status
  readonly language?: Language
  /** Only articles dated on or after / on or before this day, month or year, in any form that `date:` understands but a range. */
  readonly from?: string
  readonly to?: string
}

export interface FilteredQuery extends SearchFilters {
  readonly query: string
  /** The day that 今天 means in the query and the filters, `YYYY-MM-DD`; absent: the back end looks at its clock. */
  readonly today?: string
}

export interface SearchRequest extends FilteredQuery {
  /** How many hits to return, from `offset` on. */
  readonly limit: number
  readonly offset: number
  readonly sort: SortOrder
  /** Count all that was found by source, month, status and language. */
  readonly facets?: boolean
  /** Say of each hit how its score comes about. */
  readonly explain?: boolean
  /** Show every copy of a text that was published several times, not the first that matches. */
  readonly all?: boolean
  /** Leave snippets out: for those who want the order alone. */
  readonly withoutSnippets?: boolean
  /** How many columns the snippets of a hit take together, about: 搜 takes two, s one. Absent: as many as suit a page. */
  readonly snippetColumns?: number
  /** Stops the search when it is aborted: it fails with the signal's reason. Searches with one also give way to each other. */
  readonly signal?: AbortSignal
}

/** Another article that is the same text: a reprint, a feed that copies. */
export interface Duplicate {
  readonly id: string
  readonly source: string
  readonly url: string
  readonly date: string
}

/** [start, end) in UTF-16 units of a text, sorted and disjoint. */
export type Marks = ReadonlyArray<readonly [number, number]>

/** A piece of an article's text with what to mark in it: `text.slice(start, end)` is a mark. */
export interface MarkedText {
  readonly text: string
  readonly marks: Marks
}

/** A passage of the text. Lines are parted by `\n`, the cells of a table by `\t`. */
export interface Snippet extends MarkedText {
  /** The passage begins inside a sentence. */
  readonly cutBefore?: true
  /** The passage ends inside a sentence. */
  readonly cutAfter?: true
  /** The passage is a piece of a program: its lines and blanks are to be shown as they are. */
  readonly isCode?: true
  /** The passage was taken off the page, and is no part of the article: only a search with `in:page` shows it. */
  readonly isRemoved?: true
  /** The passage stands under this heading; it is left out if the snippet before stands under the same one. */
  readonly heading?: MarkedText
}

export interface Hit {
  /** Stable over rebuilds: made from the article's identity. */
  readonly id: string
  readonly score: number
  readonly title: string
  /** These ranges of the title are to be marked. */
  readonly titleMarks: Marks
  readonly url: string
  readonly source: string
  readonly date: string
  readonly path: string
  /** The date is written as in the article's front matter, or is ''. */
  readonly fetchDate: string
  /** All but `article`: nothing but its title was there to be searched. */
  readonly status: Status
  readonly truncated: boolean
  /** The encoding that it had been misread in and was turned back from; '' for most. */
  readonly repaired: string
  readonly authors: readonly string[]
  readonly tags: readonly string[]
  readonly snippets: readonly Snippet[]
  /** Present when it lacks some of the words: these. Such hits come behind all that have all words. */
  readonly lacks?: readonly string[]
  /** Present when there are copies of it in the index, and not all were asked for: the earliest first, at most 50. */
  readonly duplicates?: readonly Duplicate[]
  /** Present when it was asked for. */
  readonly explanation?: HitExplanation
}

export interface FacetCount<Value extends string = string> {
  readonly value: Value
  readonly articles: number
}

/**
 * Each count is the total of the same search for that value alone or, where no article has all words, its `partial`. So a text
 * with copies counts once in each value that one of its copies has, and the counts may add up to more than the total.
 */
export interface Facets {
  /** Most articles first; at most 50. */
  readonly sources: readonly FacetCount[]
  /** Articles of all other sources together. */
  readonly elsewhere: number
  /** The oldest first: `2025-03`, `2025` where no month is known, '' where no date is. */
  readonly months: readonly FacetCount[]
  /** The oldest first; '' where no date is. */
  readonly years: readonly FacetCount[]
  /** Most articles first, as the next. */
  readonly statuses: readonly FacetCount<Status>[]
  readonly languages: readonly FacetCount<Language>[]
  /** There are at most 50 of each, counted as `author:` and `tag:` find them. An article may have several, or none. */
  readonly authors: readonly FacetCount[]
  readonly tags: readonly FacetCount[]
}

/** The same search over whole pages. */
export interface InPage {
  /** The query that does it. */
  readonly query: string
  /** How many articles it finds. */
  readonly total: number
}

export interface SearchResult {
  readonly query: string
  /** How many articles have all that was asked for, exactly. */
  readonly total: number
  /** How many others lack some of the words, and come behind them; absent: none. */
  readonly partial?: number
  readonly tookMs: number
  readonly hits: readonly Hit[]
  /** Present when they were asked for. */
  readonly facets?: Facets
  /** Present when hardly any article has all words: another query, likely meant, that more articles answer in full. */
  readonly suggestion?: string
  /** Present when no article has all that was asked for, and pages have it in lines that were taken off. */
  readonly inPage?: InPage
  /** Present when part of the query was read as plain words. */
  readonly warnings?: readonly QueryWarning[]
}
