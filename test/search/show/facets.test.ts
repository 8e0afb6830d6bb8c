/** Facets count what was found, add up to it, and each leads to as many articles as it says. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FacetCount, Facets, SearchRequest } from '../../../src/search/answers/result.ts'
import { search } from '../../../src/search/search.ts'
import { memoryView, type SmallArticle } from '../../helpers/memory-index.ts'
import { articles, queries, segmenter, spread } from '../small-archive.ts'

const everything = { limit: 1000, offset: 0, sort: 'relevance', facets: true } as const

const laidOut = fc
  .tuple(articles, articles)
  .chain(([kept, gone]) => fc.tuple(fc.constant(kept), spread(kept, gone)))

/** 'value: articles' in the order of the values. */
function tallied(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
    .map((value) => `${value}: ${values.filter((one) => one === value).length}`)
    .sort()
}

const told = (counts: readonly FacetCount[]) =>
  counts.map(({ value, articles }) => `${value}: ${articles}`).sort()

const sum = (counts: readonly FacetCount[]) =>
  counts.reduce((total, { articles }) => total + articles, 0)

/** The request that narrows to each count, where there is one. */
function narrowings({ sources, months, statuses, languages }: Facets) {
  const of = <Value extends string>(
    counts: readonly FacetCount<Value>[],
    narrow: (value: Value) => Partial<SearchRequest>,
  ) =>
    counts
      .filter(({ value }) => value !== '')
      .map(({ value, articles }) => ({ narrow: narrow(value), articles }))
  return [
    ...of(sources, (sourceIs) => ({ sourceIs })),
    ...of(months, (month) => ({ from: month, to: month })),
    ...of(statuses, (status) => ({ status })),
    ...of(languages, (language) => ({ language })),
  ]
}

describe('facets', () => {
  test('count the articles that were found, by source, month and status, and add up', async () => {
    await fc.assert(
      fc.asyncProperty(laidOut, queries, async ([, segments], query) => {
        const view = await memoryView(segments, segmenter)
        const { facets, hits, total } = await search(view, { query, ...everything })
        if (facets === undefined) throw new Error('no facets')
        expect(told(facets.sources)).toEqual(tallied(hits.map(({ source }) => source)))
        expect(told(facets.months)).toEqual(tallied(hits.map(({ date }) => date.slice(0, 7))))
        expect(told(facets.statuses)).toEqual(tallied(hits.map(({ status }) => status)))
        expect(told(facets.tags)).toEqual(tallied(hits.flatMap(({ tags }) => tags)))
        expect(told(facets.authors)).toEqual(tallied(hits.flatMap(({ authors }) => authors)))
        expect(sum(facets.sources) + facets.elsewhere).toBe(total)
        expect(sum(facets.languages)).toBe(total)
      }),
    )
  })

  test('lead to as many articles as they say', async () => {
    await fc.assert(
      fc.asyncProperty(laidOut, queries, async ([, segments], query) => {
        const view = await memoryView(segments, segmenter)
        const { facets, relaxed } = await search(view, { query, ...everything })
        // Narrowed, a relaxed search may be relaxed further.
        if (facets === undefined || relaxed) return
        for (const { narrow, articles } of narrowings(facets)) {
          const narrowed = await search(view, { query, ...everything, ...narrow })
          expect({ narrow, articles: narrowed.total }).toEqual({ narrow, articles })
        }
      }),
      { numRuns: 50 },
    )
  })

  test('name fifty sources, those with most articles, and count the rest together', async () => {
    const many: SmallArticle[] = Array.from({ length: 120 }, (_, number) => ({
      number,
      title: '漏洞',
      body: '漏洞',
      source: `第${number % 60}家`,
    }))
    const view = await memoryView([many.map((article) => ({ article }))], segmenter)
    const { facets } = await search(view, { query: '漏洞', ...everything })
    expect(facets?.sources).toHaveLength(50)
    expect(facets?.elsewhere).toBe(20)
  })

  test('are not there unless they are asked for', async () => {
    const view = await memoryView([], segmenter)
    const result = await search(view, { query: '漏洞', limit: 1, offset: 0, sort: 'date' })
    expect(result).not.toHaveProperty('facets')
  })
})

test('sorted by fetch, the newest fetched comes first', async () => {
  await fc.assert(
    fc.asyncProperty(laidOut, async ([, segments]) => {
      const view = await memoryView(segments, segmenter)
      const request = { query: '', limit: 1000, offset: 0, sort: 'fetched', to: '2099' } as const
      const days = (await search(view, request)).hits.map(({ fetchDate }) => fetchDate.slice(0, 10))
      expect(days).toEqual(days.toSorted().toReversed())
    }),
    { numRuns: 30 },
  )
})
