/** How routes ask the back end: in turn, within limits, and with a note of it in the request's trace. */

import type { Context } from 'hono'
import type { SearchBackend } from '../src/backend/backend.ts'
import type { SearchRequest, SearchResult } from '../src/search/result.ts'
import type { ServerEnvironment } from './environment.ts'
import { createTurnstile, type TurnstileLimits } from './turnstile.ts'

export interface Searcher {
  /** Throws Refusal (503) when there are too many searches, or this one takes too long. */
  search(context: Context<ServerEnvironment>, request: SearchRequest): Promise<SearchResult>
}

export function createSearcher(backend: SearchBackend, limits?: TurnstileLimits): Searcher {
  const turnstile = createTurnstile(limits)
  return {
    async search(context, request) {
      const { trace } = context.var
      await trace.time('wait', () => turnstile.enter())
      const result = await trace.time('search', () => turnstile.run(() => backend.search(request)))
      trace.found(request.query, result.total)
      return result
    },
  }
}
