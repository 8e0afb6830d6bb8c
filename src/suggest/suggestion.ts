/** The request for suggestions and the answer to it, as the JSON API and the terminal share them. */

export interface SuggestRequest {
  /** The input so far. */
  readonly query: string
  /** How many suggestions to return at most. */
  readonly limit: number
}

export type SuggestionKind = 'word' | 'source' | 'title'

export interface Suggestion {
  readonly kind: SuggestionKind
  /** The text to show. A word stands behind what was typed before it. */
  readonly text: string
  /** The query to search for: the words, or the source or the title as a field. */
  readonly query: string
  /** How many articles a search for the query finds. */
  readonly articles: number
}

export interface SuggestResult {
  readonly query: string
  readonly tookMs: number
  /** Words, then sources, then titles; of each, what occurs most often first. */
  readonly suggestions: readonly Suggestion[]
}
