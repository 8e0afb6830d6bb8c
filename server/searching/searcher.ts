/**
 * Asks the back end on behalf of the routes. Equal searches run once, all of them wait for their turn within limits, a search
 * that nobody waits for is stopped, and the request's trace notes what came of it.
 */

import type { Context } from 'hono'
import type { SearchBackend } from '../../src/backend/backend.ts'
import type { Memory } from '../../src/memory/memory.ts'
import type { Marks, SearchRequest, SearchResult } from '../../src/search/answers/result.ts'
import { watchClient } from '../http/client-gone.ts'
import type { ServerEnvironment } from '../http/environment.ts'
import { type Answer, keepAnswers } from './kept-answers.ts'
import { createSearchQueue, type SearchLimits } from './search-queue.ts'

export interface Searcher {
  /** Throws RequestProblem (503) when there are too many searches, or when this one takes too long and is stopped. */
  search(context: Context<ServerEnvironment>, request: SearchRequest): Promise<SearchResult>
  /** Finds the words of a query in the texts of an article, within the limits of a search. */
  marks(
    context: Context<ServerEnvironment>,
    query: string,
    texts: readonly string[],
  ): Promise<readonly Marks[]>
}

interface KeptResult extends Answer {
  readonly result: SearchResult
}

export function createSearcher(
  backend: SearchBackend,
  memory: Memory,
  limits?: SearchLimits,
): Searcher {
  const queue = createSearchQueue(limits)
  const kept = keepAnswers<KeptResult>(memory.cache('answers'))
  return {
    async search(context, request) {
      const { trace } = context.var
      const key = await makeKey(backend, request)
      const { result } = await kept.get(
        key,
        async (stopped) => {
          await trace.time('wait', () => queue.enter(stopped))
          const searching = (signal: AbortSignal) => backend.search({ ...request, signal })
          return copyResult(await trace.time('search', () => queue.run(searching, stopped)))
        },
        watchClient(context),
      )
      trace.found(request.query, result.total)
      return result
    },
    async marks(context, query, texts) {
      if (query.trim() === '') return []
      const { trace } = context.var
      const gone = watchClient(context) ?? new AbortController().signal
      await trace.time('wait', () => queue.enter(gone))
      const marking = (signal: AbortSignal) => backend.marks(query, texts, signal)
      return trace.time('search', () => queue.run(marking, gone))
    },
  }
}

/** A result takes 2.1 to 2.3 bytes for each UTF-16 unit of its JSON, as measured on pages of 20 hits. */
const BYTES_PER_UNIT = 2.25

/** Copies the texts. Snippets are slices of whole articles, and V8 keeps an article in memory as long as a slice of it. */
function copyResult(result: SearchResult): KeptResult {
  const text = JSON.stringify(result)
  return { result: JSON.parse(text), bytes: text.length * BYTES_PER_UNIT }
}

/** The day is a part of the key, because relative dates in a query move with it. */
async function makeKey(backend: SearchBackend, request: SearchRequest): Promise<string> {
  const { generation, builtAt } = await backend.version()
  return JSON.stringify([generation, builtAt, new Date().toDateString(), request])
}
