/** Tells of each suggestion how many articles its query finds: completing itself only knows about how many hold the words. */

import { localDay } from '../query/days/dates.ts'
import type { Suggestion, SuggestionKind } from '../suggest/suggestion.ts'

/** So many counts are kept: each key pressed asks for some of the last one's again. */
const MOST_KEPT = 500
const KINDS: readonly SuggestionKind[] = ['word', 'source', 'title']

/** Counts what a query finds on a day, `YYYY-MM-DD`. */
export type CountTotal = (query: string, today: string) => Promise<number>

/** Keeps the last counts. A count that failed is not kept. */
export function keepCounts(count: CountTotal): CountTotal {
  const kept = new Map<string, number>()
  return async (query, today) => {
    const key = `${today} ${query}`
    const known = kept.get(key)
    if (known !== undefined) return known
    const total = await count(query, today)
    const [oldest] = kept.keys()
    if (oldest !== undefined && kept.size >= MOST_KEPT) kept.delete(oldest)
    kept.set(key, total)
    return total
  }
}

/** Puts first, of each kind, what finds most. */
export async function countSuggestions(
  suggestions: readonly Suggestion[],
  count: CountTotal,
): Promise<readonly Suggestion[]> {
  const today = localDay(new Date())
  const counted: Suggestion[] = []
  // One after the other: each reads as much of the index as a search.
  for (const one of suggestions) counted.push({ ...one, articles: await count(one.query, today) })
  return counted.sort(
    (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || b.articles - a.articles,
  )
}
