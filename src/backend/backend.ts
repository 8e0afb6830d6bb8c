/** The seam between those that ask (command line, server) and the back ends that answer, wherever these keep their index. */

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
  /** The path below the corpus folder, with `/` between its parts. */
  readonly path: string
  /** Undefined: it is not there any more, or cannot be read. */
  readonly text: string | undefined
}

/** An article as the index holds it, whatever has become of its file since. */
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
  readonly authors: readonly string[]
  readonly tags: readonly string[]
  /** Its other fields, under their names as written. */
  readonly meta: Readonly<Record<string, string>>
  readonly blocks: readonly Block[]
  /** Every fetch of the article, the newest first. */
  readonly versions: readonly Version[]
  /** The lines of its page that are not searched, in order. */
  readonly removed: readonly RemovedLine[]
}

/** A text with copies counts once in each source, as a search for the source finds it. */
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

/** A text with copies counts once in each month that one of them has. */
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
  /** Tells which rank a query gives an article by relevance, and why; undefined: there is no such article. */
  explain(request: FilteredQuery, idOrPath: string): Promise<Explanation | undefined>
  /** Words, sources and titles that begin with what was typed. */
  suggest(request: SuggestRequest): Promise<SuggestResult>
  /** Finds an article by its id, or by its path below the corpus folder (or absolute). */
  article(idOrPath: string): Promise<StoredArticle | undefined>
  /** The file of an article as it is now; undefined: there is no such article. */
  file(idOrPath: string): Promise<ArticleFile | undefined>
  /** Finds at most `count` articles that share its rarest words, those that share most first. */
  related(id: string, count: number): Promise<readonly RelatedArticle[]>
  /** Finds the words of a query in each of the texts: ranges [start, end) in UTF-16 units, sorted and disjoint. */
  marks(
    query: string,
    texts: readonly string[],
    signal?: AbortSignal,
  ): Promise<readonly Snippet['marks'][]>
  /** Names the generation that answers now. It is cheap, unlike `stats`, which counts a new generation article by article. */
  version(): Promise<IndexVersion>
  stats(): Promise<IndexStats>
  /** Suggests searches to someone who does not know the archive. */
  examples(): Promise<Examples>
  /** Lists the pages to fetch again, by source, the newest first. */
  failed(): Promise<readonly FetchFailure[]>
  close(): Promise<void>
}
