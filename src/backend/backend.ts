/** Where the index is kept: the seam between those who ask (command line, server) and those who answer. */

import type { Block, RemovedLine, Status, Version } from '../corpus/article.ts'
import type {
  Explanation,
  FilteredQuery,
  SearchRequest,
  SearchResult,
  Snippet,
} from '../search/answers/result.ts'
import type { Examples } from '../search/examples.ts'
import type { SuggestRequest, SuggestResult } from '../suggest/suggestion.ts'

export type { Examples, WordExamples } from '../search/examples.ts'
export type { Suggestion, SuggestRequest, SuggestResult } from '../suggest/suggestion.ts'

/** The file of the corpus that an article was read from. */
export interface ArticleFile {
  /** As found in the corpus. */
  readonly path: string
  /** Undefined: it is not there any more, or cannot be read. */
  readonly text: string | undefined
}

/** What the index holds for an article, whatever has become of its file since. */
export interface StoredArticle {
  readonly id: string
  readonly path: string
  readonly title: string
  readonly url: string
  readonly source: string
  readonly date: string
  readonly fetchDate: string
  readonly status: Status
  readonly truncated: boolean
  /** The encoding that its text, being UTF-8, had been misread in and was turned back from; '' for most. */
  readonly repaired: string
  readonly blocks: readonly Block[]
  /** Every fetch of the article, the newest first. */
  readonly versions: readonly Version[]
  /** What of its page is not searched, in order. */
  readonly removed: readonly RemovedLine[]
}

export interface SourceCount {
  readonly source: string
  readonly articles: number
  readonly failed: number
  /** The newest date of the source's articles. */
  readonly lastDate: string
  /** Articles in each of the 24 months that end with the archive's last, the oldest first. */
  readonly recent: readonly number[]
}

/** An article that another one's page names. */
export interface RelatedArticle {
  readonly id: string
  readonly title: string
  readonly source: string
  readonly date: string
}

export interface MonthCount {
  /** YYYY-MM; '' for articles without a date. */
  readonly month: string
  readonly articles: number
  readonly failed: number
}

/** A page whose fetch brought no article. */
export interface FetchFailure {
  readonly url: string
  readonly status: Status
  readonly source: string
  readonly date: string
}

export interface IndexVersion {
  readonly generation: number
  /** When the generation was written, as ISO 8601 in UTC; '' where that is not known. */
  readonly builtAt: string
}

export interface IndexStats extends IndexVersion {
  /** All articles, failed fetches included. */
  readonly articles: number
  readonly byStatus: Readonly<Partial<Record<Status, number>>>
  readonly truncated: number
  readonly terms: number
  readonly segments: number
  readonly indexBytes: number
  readonly firstDate: string
  readonly lastDate: string
  /** Most articles first. */
  readonly sources: readonly SourceCount[]
  /** The newest first. */
  readonly months: readonly MonthCount[]
}

/** A searchable, read-only view of an index. Safe to call concurrently. */
export interface SearchBackend {
  search(request: SearchRequest): Promise<SearchResult>
  /** Where a query puts an article, by relevance, and why; undefined: there is no such article. */
  explain(request: FilteredQuery, idOrPath: string): Promise<Explanation | undefined>
  /** Words, sources and titles that begin with what was typed. */
  suggest(request: SuggestRequest): Promise<SuggestResult>
  /** By id, or by path as found in the corpus (or absolute). */
  article(idOrPath: string): Promise<StoredArticle | undefined>
  /** The file of an article as it is now; undefined: there is no such article. */
  file(idOrPath: string): Promise<ArticleFile | undefined>
  /** At most `count` articles that share its rarest words, those that share most first. */
  related(id: string, count: number): Promise<readonly RelatedArticle[]>
  /** Where the words of a query stand in each of the texts: [start, end) in UTF-16 units, sorted and disjoint. */
  marks(
    query: string,
    texts: readonly string[],
    signal?: AbortSignal,
  ): Promise<readonly Snippet['marks'][]>
  /** What answers now. For who asks it of every request: the figures of a new generation are counted, article by article. */
  version(): Promise<IndexVersion>
  stats(): Promise<IndexStats>
  /** What there is to search for, for someone who does not know the archive. */
  examples(): Promise<Examples>
  /** What to fetch again: by source, the newest first. */
  failed(): Promise<readonly FetchFailure[]>
  close(): Promise<void>
}
