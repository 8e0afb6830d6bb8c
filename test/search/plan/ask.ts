/** Asks a small archive of articles that are a text each, in two segments. */

import { search } from '../../../src/search/search.ts'
import type { Segmenter } from '../../../src/text/terms/segmenter.ts'
import { memoryView } from '../../helpers/memory-index.ts'

/** Returns what has all words, best first: ids, the marked texts of each hit, and how many there are. */
export async function askBodies(segmenter: Segmenter, bodies: readonly string[], query: string) {
  const placed = bodies.map((body, number) => ({ article: { title: '甲', body, number } }))
  const view = await memoryView([placed.slice(0, 2), placed.slice(2)], segmenter)
  const request = { query, limit: 100, offset: 0, sort: 'relevance' } as const
  const { hits: all, total } = await search(view, request)
  const hits = all.slice(0, total)
  const marked = hits.map(({ snippets }) =>
    snippets.flatMap(({ text, marks }) => marks.map(([start, end]) => text.slice(start, end))),
  )
  return { ids: hits.map(({ id }) => id), marked, total }
}
