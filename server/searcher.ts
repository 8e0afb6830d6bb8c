/** How routes ask the back end: once for the same question, in turn, within limits, and with a note of it in the request's trace. */

import type { Context } from 'hono'
import type { SearchBackend } from '../src/backend/backend.ts'
import type { SearchRequest, SearchResult } from '../src/search/result.ts'
import type { ServerEnvironment } from './environment.ts'
import { keepAnswers } from './kept-answers.ts'
import { createTurnstile, type TurnstileLimits } from './turnstile.ts'

export interface Searcher {
  /** Throws Refusal (503) when there are too many searches, or this one takes too long. */
  search(context: Context<ServerEnvironment>, request: SearchRequest): Promise<SearchResult>
}

/** A page of results with its snippets takes some 30 KB. */
const keptSearches = 256

export function createSearcher(backend: SearchBackend, limits?: TurnstileLimits): Searcher {
  const turnstile = createTurnstile(limits)
  const kept = keepAnswers<SearchResult>(keptSearches)
  return {
    async search(context, request) {
      const { trace } = context.var
      const key = await keyOf(backend, request)
      const result = await kept.get(key, async () => {
        await trace.time('wait', () => turnstile.enter())
        return trace.time('search', () => turnstile.run(() => backend.search(request)))
      })
      trace.found(request.query, result.total)
      return result
    },
  }
}

/** Relative dates in a query move with the day. */
async function keyOf(backend: SearchBackend, request: SearchRequest): Promise<string> {
  const { generation, builtAt } = await backend.stats()
  return JSON.stringify([generation, builtAt, new Date().toDateString(), request])
}
