/** Measures counting all that was found by source and month: the same searches with facets and without, in turn. */

import type { SearchBackend } from '../../src/backend/backend.ts'
import type { Figure } from '../bars.ts'
import type { Words } from '../queries.ts'
import { percentile } from '../statistics.ts'
import { PAGE } from './warm-search.ts'

/** Each query counts with its best of this many runs, with facets and without. */
const RUNS = 3

export async function facetFigures(
  backend: SearchBackend,
  queries: readonly Words[],
  signal: AbortSignal,
): Promise<readonly Figure[]> {
  const [bare, counted]: readonly [number[], number[]] = [[], []]
  for (const words of queries) {
    // An article with any of the words is counted, which is the most there is to count.
    const best = await bestOfBoth(backend, words.join(' OR '))
    bare.push(best.bare)
    counted.push(best.counted)
    signal.throwIfAborted()
  }
  const [without, withFacets] = [percentile(bare, 95), percentile(counted, 95)]
  return [
    {
      name: 'facets, p95 beside without',
      value: withFacets / without,
      unit: '×',
      atMost: 2,
      note: `${withFacets.toFixed(2)} and ${without.toFixed(2)} ms: ${PAGE} results of any of the words, no snippets, ${queries.length} queries, in turn`,
    },
  ]
}

async function bestOfBoth(backend: SearchBackend, query: string) {
  const best = { bare: Number.POSITIVE_INFINITY, counted: Number.POSITIVE_INFINITY }
  for (let round = 0; round < RUNS; round++) {
    best.bare = Math.min(best.bare, await milliseconds(backend, query, false))
    best.counted = Math.min(best.counted, await milliseconds(backend, query, true))
  }
  return best
}

async function milliseconds(backend: SearchBackend, query: string, facets: boolean) {
  const start = performance.now()
  await backend.search({
    query,
    limit: PAGE,
    offset: 0,
    sort: 'relevance',
    withoutSnippets: true,
    facets,
  })
  return performance.now() - start
}
