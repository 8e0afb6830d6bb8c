/** Measures searches in an open index: ranking, and a page of ten results with their snippets. */

import type { SearchBackend } from '../../src/backend/backend.ts'
import type { Figure } from '../bars.ts'
import type { Words } from '../queries.ts'
import { percentile } from '../statistics.ts'

/** Results a query. */
export const PAGE = 10

export interface WarmSearches {
  readonly milliseconds: readonly number[]
  /** Queries that found an article with all words. */
  readonly answered: number
}

/** Asks every query once. What warms up (compiled code, columns) has to be warm already: ask other queries first. */
export async function askAll(
  backend: SearchBackend,
  queries: readonly Words[],
  signal: AbortSignal,
): Promise<WarmSearches> {
  const milliseconds: number[] = []
  let answered = 0
  for (const words of queries) {
    const query = words.join(' ')
    const start = performance.now()
    const result = await backend.search({ query, limit: PAGE, offset: 0, sort: 'relevance' })
    milliseconds.push(performance.now() - start)
    if (result.total > 0) answered++
    signal.throwIfAborted()
  }
  return { milliseconds, answered }
}

export function warmFigures({ milliseconds, answered }: WarmSearches): readonly Figure[] {
  const note = `${milliseconds.length} title-word queries, ${answered} answered with all words`
  return [
    { name: 'warm search p50', value: percentile(milliseconds, 50), unit: 'ms', note },
    {
      name: 'warm search p95',
      value: percentile(milliseconds, 95),
      unit: 'ms',
      atMost: 10,
      note: `${PAGE} results each, with snippets`,
    },
  ]
}

/** Measures the snippets of a page by the same search with them and without, one right after the other. */
export async function snippetFigure(
  backend: SearchBackend,
  queries: readonly Words[],
  signal: AbortSignal,
): Promise<Figure> {
  const differences: number[] = []
  for (const words of queries) {
    const request = { query: words.join(' '), limit: PAGE, offset: 0, sort: 'relevance' } as const
    const timed = async (withoutSnippets: boolean) => {
      const start = performance.now()
      await backend.search({ ...request, withoutSnippets })
      return performance.now() - start
    }
    const [bare, whole] = [await timed(true), await timed(false)]
    differences.push(Math.max(0, whole - bare))
    signal.throwIfAborted()
  }
  return {
    name: 'snippets of a page p95',
    value: percentile(differences, 95),
    unit: 'ms',
    atMost: 5,
    note: `of ${PAGE} results, of the same queries`,
  }
}
