/** Each number of a facet is what a search finds that is narrowed to it, whatever is a copy of what. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FacetCount, Facets, SearchRequest } from '../../../src/search/answers/result.ts'
import { createDuplicateTable } from '../../../src/search/lists/collapse.ts'
import type { IndexView } from '../../../src/search/lists/index-view.ts'
import { search } from '../../../src/search/search.ts'
import { memoryView, type Placed, type SmallArticle } from '../../helpers/memory-index.ts'
import { articles, queries, segmenter, spread } from '../small-archive.ts'

const everything = { limit: 1000, offset: 0, sort: 'relevance', facets: true } as const

const laidOut = fc
  .tuple(articles, articles)
  .chain(([kept, gone]) => fc.tuple(fc.constant(kept), spread(kept, gone)))

/** An archive, and a number for each place: live articles of one number are copies of each other. */
const withCopies = laidOut.chain(([, segments]) =>
  fc.tuple(
    fc.constant(segments),
    fc.array(fc.nat(5), { minLength: segments.flat().length, maxLength: segments.flat().length }),
  ),
)

async function viewWithCopies(
  segments: readonly (readonly Placed[])[],
  numbers: readonly number[],
): Promise<IndexView> {
  const view = await memoryView(segments, segmenter)
  const places = segments.flatMap((placed, segment) =>
    placed.map(({ deleted }, article) => ({ segment, article, deleted })),
  )
  const groups = [...new Set(numbers)]
    .map((number) => places.filter((one, at) => numbers[at] === number && !one.deleted))
    .filter((group) => group.length > 1)
  const rows = groups.flatMap((group, number) =>
    group.flatMap(({ segment, article }) => [segment, article, number]),
  )
  const duplicates = createDuplicateTable(
    Uint32Array.from(rows),
    segments.map((placed) => placed.length),
  )
  return { ...view, duplicates }
}

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
function narrowings({ sources, months, years, statuses, languages, authors, tags }: Facets) {
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
    ...of(years, (year) => ({ from: year, to: year })),
    ...of(statuses, (status) => ({ status })),
    ...of(languages, (language) => ({ language })),
    ...of(authors, (author) => ({ query: `author:"${author}"` })),
    ...of(tags, (tag) => ({ query: `tag:"${tag}"` })),
  ]
}

describe('facets', () => {
  test('count the articles that were found, by source, month and status, and add up', async () => {
    await fc.assert(
      fc.asyncProperty(laidOut, queries, async ([, segments], query) => {
        const view = await memoryView(segments, segmenter)
        const result = await search(view, { query, ...everything })
        const { facets } = result
        // They count the articles with all words or, where there are none, the others.
        const counted = result.total || (result.partial ?? 0)
        const hits = result.hits.slice(0, counted)
        if (facets === undefined) throw new Error('no facets')
        expect(told(facets.sources)).toEqual(tallied(hits.map(({ source }) => source)))
        expect(told(facets.months)).toEqual(tallied(hits.map(({ date }) => date.slice(0, 7))))
        expect(told(facets.years)).toEqual(tallied(hits.map(({ date }) => date.slice(0, 4))))
        expect(told(facets.statuses)).toEqual(tallied(hits.map(({ status }) => status)))
        expect(sum(facets.sources) + facets.elsewhere).toBe(counted)
        expect(sum(facets.languages)).toBe(counted)
      }),
    )
  })

  test('lead to as many articles as they say, copies folded or each by itself', async () => {
    await fc.assert(
      fc.asyncProperty(withCopies, queries, fc.boolean(), async (archive, query, all) => {
        const view = await viewWithCopies(...archive)
        const request = { ...everything, query, all }
        const { facets } = await search(view, request)
        if (facets === undefined) return
        for (const { narrow, articles } of narrowings(facets)) {
          const narrower = narrow.query === undefined ? query : `(${query}) ${narrow.query}`
          const narrowed = await search(view, { ...request, ...narrow, query: narrower })
          const found = narrowed.total || (narrowed.partial ?? 0)
          expect({ narrow, articles: found }).toEqual({ narrow, articles })
        }
      }),
      { numRuns: 100 },
    )
  })

  test('name fifty sources, those with most articles, and count the rest together', async () => {
    const many: SmallArticle[] = Array.from({ length: 120 }, (_, number) => ({
      number,
      title: '漏洞',
      body: '漏洞',
      source: `第${number % 60}家`,
    }))
    const segments = [many.map((article) => ({ article }))]
    const view = await memoryView(segments, segmenter)
    const { facets } = await search(view, { query: '漏洞', ...everything })
    expect(facets?.sources).toHaveLength(50)
    expect(facets?.elsewhere).toBe(20)
    // The second half copies the first, article by article.
    const copies = await viewWithCopies(
      segments,
      many.map(({ number }) => number % 60),
    )
    const folded = (await search(copies, { query: '漏洞', ...everything })).facets
    expect(folded?.sources[0]?.articles).toBe(1)
    expect(folded?.elsewhere).toBe(10)
  })

  test('count a text once in each source and year that a copy of it has', async () => {
    const rows = [
      { source: '甲', date: '2024-12-31' },
      { source: '乙', date: '2025-01-01' },
      { source: '乙', date: '2025-02-01' },
      { source: '丙', date: '2025-02-02' },
    ].map((row, number) => ({ article: { number, title: '漏洞', body: '漏洞', ...row } }))
    const view = await viewWithCopies([rows], [0, 0, 0, 1])
    const { facets, total } = await search(view, { query: '漏洞', ...everything })
    expect(total).toBe(2)
    expect(told(facets?.sources ?? [])).toEqual(['丙: 1', '乙: 1', '甲: 1'])
    expect(told(facets?.months ?? [])).toEqual(['2024-12: 1', '2025-01: 1', '2025-02: 2'])
    expect(told(facets?.years ?? [])).toEqual(['2024: 1', '2025: 2'])
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
