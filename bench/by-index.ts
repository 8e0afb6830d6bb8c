/**
 * A search at the cut where other engines are measured: from the words to the numbers of the best articles with the exact total, by the
 * index alone. No article is read, so words that stand near each other and texts that say the query do not count yet.
 */

import { nodeFolder } from '../src/index/node-folder.ts'
import { openSnapshot } from '../src/index/snapshot.ts'
import { find, size } from '../src/search/find.ts'
import { type IndexView, viewIndex } from '../src/search/index-view.ts'
import { bestByIndex } from '../src/search/order.ts'
import { PAGE } from './warm-search.ts'

export interface ByIndex {
  /** The exact total of a query whose best are found on the way. */
  search(query: string): Promise<number>
  /** How many articles hold a term, as the posting lists have it; deleted ones count. */
  documentFrequency(term: string): Promise<number>
  close(): Promise<void>
}

export async function openByIndex(index: string): Promise<ByIndex> {
  const snapshot = await openSnapshot(nodeFolder(index))
  const view = await viewIndex(snapshot)
  return {
    search: (query) => searchByIndex(view, query),
    async documentFrequency(term) {
      const bytes = new TextEncoder().encode(term)
      const entries = await Promise.all(
        view.segments.map(({ segment }) => segment.words.find(bytes)),
      )
      return entries.reduce((sum, entry) => sum + (entry?.documentFrequency ?? 0), 0)
    },
    close: () => snapshot.close(),
  }
}

async function searchByIndex(view: IndexView, query: string): Promise<number> {
  const request = { query, limit: PAGE, offset: 0, sort: 'relevance' } as const
  const found = await find(view, request)
  await bestByIndex(view, found, request.sort, PAGE)
  return size(found.matches)
}
