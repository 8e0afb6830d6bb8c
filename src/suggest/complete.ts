/** Completes what is being typed: words, sources and titles of the archive that begin so. */

import type { SuggestionEntry } from '../index/generation/suggestions.ts'
import { print } from '../query/print.ts'
import type { QueryNode } from '../query/query.ts'
import { normalizeText } from '../text/normalize/normalize.ts'
import type { CountArticles } from './co-occurrence.ts'
import type { Lexicon } from './lexicon.ts'
import { type Typed, typedOf } from './split-input.ts'
import type { Suggestion, SuggestRequest } from './suggestion.ts'
import { wordSuggestions } from './words.ts'

/** A title of the archive that begins as is typed, and how many articles have it. */
export interface TitleCount {
  readonly title: string
  readonly articles: number
}

/** Finds at most `limit` titles that begin with the normalised text. */
export type FindTitles = (prefix: string, limit: number) => Promise<readonly TitleCount[]>

/** Words and sources among ten suggestions where there are titles as well. */
const WORDS_OF_TEN = 6
const SOURCES_OF_TEN = 2
/** A longer input was pasted, not typed; in UTF-16 units. */
const LONGEST_TYPED = 200
/** Nobody can choose among all titles that begin with one letter or character. */
const SHORTEST_TITLE = 2

/** The questions that completing asks of the index. */
export interface Archive {
  readonly findTitles: FindTitles
  readonly countArticles: CountArticles
}

export async function complete(
  lexicon: Lexicon,
  { findTitles, countArticles }: Archive,
  { query, limit }: SuggestRequest,
): Promise<readonly Suggestion[]> {
  if (query.length > LONGEST_TYPED) return []
  const typed = typedOf(query)
  const words = typed.isSource ? [] : await wordSuggestions(lexicon, countArticles, typed, limit)
  const sources = lexicon.sources(typed.isSource ? typed.word : typed.whole).slice(0, limit)
  return share(
    limit,
    words,
    sources.map((source) => sourceSuggestion(typed, source)),
    (await titlesFor(typed, words, findTitles, limit)).map(titleSuggestion),
  )
}

/** Those that begin as is typed; for pinyin, those that begin with the word it most likely stands for. */
async function titlesFor(
  { whole }: Typed,
  [likeliest]: readonly Suggestion[],
  findTitles: FindTitles,
  limit: number,
): Promise<readonly TitleCount[]> {
  if (whole.length < SHORTEST_TITLE) return []
  const titles = await findTitles(whole, limit)
  if (titles.length > 0 || likeliest === undefined) return titles
  return findTitles(normalizeText(likeliest.text), limit)
}

/** Words, sources and titles in this order, none of which takes all the room from the others. */
function share(
  limit: number,
  words: readonly Suggestion[],
  sources: readonly Suggestion[],
  titles: readonly Suggestion[],
): readonly Suggestion[] {
  const someWords = words.slice(0, Math.ceil((limit * WORDS_OF_TEN) / 10))
  const someSources = sources.slice(0, Math.ceil((limit * SOURCES_OF_TEN) / 10))
  const someTitles = titles.slice(0, Math.max(0, limit - someWords.length - someSources.length))
  const room = limit - someWords.length - someSources.length - someTitles.length
  const moreWords = words.slice(someWords.length, someWords.length + room)
  const moreSources = sources.slice(
    someSources.length,
    someSources.length + room - moreWords.length,
  )
  return [...someWords, ...moreWords, ...someSources, ...moreSources, ...someTitles].slice(0, limit)
}

function sourceSuggestion(
  { before, isSource }: Typed,
  { text, articles }: SuggestionEntry,
): Suggestion {
  const query = printed({ kind: 'source', text })
  return { kind: 'source', text, query: isSource ? before + query : query, articles }
}

function titleSuggestion({ title, articles }: TitleCount): Suggestion {
  const query = printed({ kind: 'phrase', text: title, field: 'title' })
  return { kind: 'title', text: title, query, articles }
}

function printed(node: QueryNode): string {
  return print({ root: { kind: 'and', children: [node] }, warnings: [] })
}
