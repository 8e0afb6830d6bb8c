/**
 * Searches of whole pages: what they find beside the article's text, what they show of it, and how a search without an answer points
 * to them. Everything is held against a look at every article.
 */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/query/parse.ts'
import type { Condition } from '../../src/query/query.ts'
import { someText } from '../../src/query/text-nodes.ts'
import { quoted } from '../../src/query/tokens/quotes.ts'
import type { Hit, SearchFilters } from '../../src/search/answers/result.ts'
import type { IndexView } from '../../src/search/lists/index-view.ts'
import { readAsked } from '../../src/search/match/asked.ts'
import { find } from '../../src/search/match/find.ts'
import { limitPlan } from '../../src/search/plan/plan-limits.ts'
import { search } from '../../src/search/search.ts'
import { idOfNumber, memoryView, type SmallArticle } from '../helpers/memory-index.ts'
import { runs } from '../helpers/properties.ts'
import { type BruteForce, bruteForce } from './brute-force.ts'
import { articles, positiveQueries, queries, segmenter, spread } from './small-archive.ts'

const everything = { limit: 1000, offset: 0, sort: 'relevance' } as const
const archives = fc
  .tuple(articles, articles)
  .chain(([kept, gone]) => fc.tuple(fc.constant(kept), spread(kept, gone)))
const several = (one: fc.Arbitrary<string>) => fc.array(one, { minLength: 8, maxLength: 8 })

/** Filters of a request, each beside what it says as a part of a query. */
const filters: fc.Arbitrary<readonly [SearchFilters, readonly Condition[]]> = fc.constantFrom(
  [{}, []],
  [{ source: '甲' }, [{ kind: 'source', text: '甲' }]],
  [{ status: 'article' }, [{ kind: 'is', trait: 'article' }]],
  [{ from: '2025-01' }, [{ kind: 'date', from: '2025-01-01', to: '' }]],
  [
    { language: 'zh', to: '2025-01-31' },
    [
      { kind: 'language', language: 'zh' },
      { kind: 'date', from: '', to: '2025-01-31' },
    ],
  ],
)

function matching(
  oracle: BruteForce,
  kept: readonly SmallArticle[],
  query: string,
  conditions: readonly Condition[],
): readonly SmallArticle[] {
  const root = { kind: 'and' as const, children: [...parse(query).root.children, ...conditions] }
  return kept.filter((article) => oracle.matches(root, article))
}

async function exactIds(view: IndexView, query: string): Promise<readonly string[]> {
  const { exact } = await find(view, readAsked({ query }))
  const ids = await Promise.all(
    exact.flatMap((set, number) =>
      Array.from(set, async (article) => {
        const record = await view.segments[number]?.segment.articles.record(article)
        return record?.id ?? '?'
      }),
    ),
  )
  return ids.sort()
}

const snippetsOf = ({ hits }: { readonly hits: readonly Hit[] }) =>
  hits.flatMap(({ id, snippets }) => snippets.map((snippet) => ({ id, ...snippet })))

describe('a search of whole pages', () => {
  test('finds what looking through every page finds', async () => {
    await fc.assert(
      fc.asyncProperty(archives, several(positiveQueries), async ([kept, segments], asked) => {
        const view = await memoryView(segments, segmenter)
        const oracle = bruteForce(kept)
        for (const query of asked) {
          const named = `in:page ${query}`
          const { root } = parse(named)
          if (!oracle.isClear(root) || limitPlan(root).notices.length > 0) continue
          const expected = matching(oracle, kept, named, [])
          expect(await exactIds(view, named)).toEqual(
            expected.map(({ number }) => idOfNumber(number)).sort(),
          )
        }
      }),
      { numRuns: runs(30) },
    )
  })

  test('loses no article that has all that was asked for', async () => {
    await fc.assert(
      fc.asyncProperty(archives, several(positiveQueries), async ([, segments], asked) => {
        const view = await memoryView(segments, segmenter)
        for (const query of asked) {
          const found = await exactIds(view, `in:page ${query}`)
          expect(found).toEqual(expect.arrayContaining([...(await exactIds(view, query))]))
        }
      }),
      { numRuns: runs(20) },
    )
  })

  test('shows lines that were taken off only where the article has none of the words', async () => {
    await fc.assert(
      fc.asyncProperty(archives, several(positiveQueries), async ([kept, segments], asked) => {
        const view = await memoryView(segments, segmenter)
        const removedOf = new Map(
          kept.map(({ number, removed = [] }) => [idOfNumber(number), removed.join('\n')]),
        )
        for (const query of asked) {
          const plain = snippetsOf(await search(view, { ...everything, query }))
          const inPages = someText(parse(query).root, ({ field }) => field === 'page')
          if (!inPages) expect(plain.every(({ isRemoved }) => isRemoved === undefined)).toBe(true)
          const result = await search(view, { ...everything, query: `in:page ${query}` })
          for (const { id, text, marks, isRemoved, heading } of snippetsOf(result)) {
            if (isRemoved === undefined) continue
            expect(removedOf.get(id)).toContain(text)
            expect(marks.length).toBeGreaterThan(0)
            expect(heading).toBeUndefined()
          }
          for (const { snippets } of result.hits) {
            const kinds = new Set(snippets.map(({ isRemoved }) => isRemoved))
            expect(kinds.size).toBeLessThan(2)
          }
        }
      }),
      { numRuns: runs(20) },
    )
  })
})

test('a snippet is of the article where it has one of the words, else of the lines that were taken off', async () => {
  const rows = [
    { title: '甲', body: '开源正文', removed: ['开源 首页', '漏洞 订阅'] },
    { title: '漏洞', body: '正文', removed: ['开源 首页'] },
    { title: '乙', body: '正文', removed: ['首页', '开源 首页'] },
  ]
  const view = await memoryView(
    [rows.map((one, number) => ({ article: { ...one, number } }))],
    segmenter,
  )
  const shown = async (query: string, number: number) => {
    const { hits } = await search(view, { ...everything, query })
    const { snippets } = hits.find(({ id }) => id === idOfNumber(number)) ?? { snippets: [] }
    return snippets.map(({ text, isRemoved }) => [text, isRemoved ?? false])
  }
  expect(await shown('in:page 开源', 0)).toEqual([['开源正文', false]])
  expect(await shown('in:page 开源 漏洞', 0)).toEqual([['开源正文', false]])
  expect(await shown('in:page 漏洞', 0)).toEqual([['开源 首页\n漏洞 订阅', true]])
  expect(await shown('in:page 漏洞', 1)).toEqual([['正文', false]])
  expect(await shown('in:page 开源', 2)).toEqual([['首页\n开源 首页', true]])
  expect(await shown('页面:开源 漏洞 OR 正文', 2)).toEqual([['正文', false]])
  const { hits } = await search(view, {
    ...everything,
    query: 'in:page 漏洞',
    withoutSnippets: true,
  })
  expect(hits.flatMap(({ snippets }) => snippets)).toEqual([])
})

describe('a search without an answer', () => {
  test('points to whole pages where these have one, and says how many', async () => {
    let pointed = 0
    await fc.assert(
      fc.asyncProperty(
        archives,
        several(queries),
        filters,
        async ([kept, segments], asked, [request, conditions]) => {
          const view = await memoryView(segments, segmenter)
          const oracle = bruteForce(kept)
          const lines = kept.flatMap(({ removed = [] }) => removed).slice(0, 6)
          for (const query of [...asked, ...lines.map(quoted)]) {
            const { root } = parse(query)
            const named = `in:page ${query}`
            if (!oracle.isClear(root) || !oracle.isClear(parse(named).root)) continue
            const { inPage } = await search(view, { ...everything, ...request, query })
            const hasText = someText(root, () => true)
            const looksInPages = someText(root, ({ field }) => field === 'page')
            const expected =
              hasText &&
              !looksInPages &&
              matching(oracle, kept, query, conditions).length === 0 &&
              matching(oracle, kept, named, conditions).length > 0
            expect(inPage !== undefined, query).toBe(expected)
            if (inPage === undefined) continue
            pointed++
            const { total } = await search(view, {
              ...everything,
              ...request,
              query: inPage.query,
            })
            expect(inPage).toEqual({ query: named, total })
          }
        },
      ),
      { numRuns: runs(30) },
    )
    // The archives are such that many searches come to this.
    expect(pointed).toBeGreaterThan(10)
  })

  const row = (number: number, more: Partial<SmallArticle>) => ({
    article: { number, title: `t${number}`, body: '开源', ...more },
  })
  const view = () =>
    memoryView(
      [
        [row(0, { removed: ['漏洞 首页'], source: '甲报', date: '2025-01-01' })],
        [
          { ...row(1, { removed: ['漏洞'], source: '甲报' }), deleted: true },
          row(2, { removed: ['订阅漏洞周报'], source: '乙报' }),
          row(3, { removed: ['bug'], source: '乙报' }),
        ],
      ],
      segmenter,
    )
  const inPageOf = async (query: string, more: SearchFilters = {}) =>
    (await search(await view(), { ...everything, ...more, query })).inPage

  test.each<[string, SearchFilters, number | undefined]>([
    ['漏洞', {}, 2],
    ['漏洞', { source: '甲' }, 1],
    ['漏洞', { source: '丙' }, undefined],
    ['漏洞 source:乙', {}, 1],
    ['漏洞', { from: '2025' }, 1],
    ['开源 漏洞', {}, 2],
    ['漏洞 -bug', {}, 2],
    ['漏洞 bug', {}, undefined],
    ['漏洞 OR bug', {}, 3],
    ['title:漏洞', {}, undefined],
    ['in:page 漏洞', {}, undefined],
    ['bu', {}, undefined],
    ['bu*', {}, 1],
    ['"洞周"', {}, 1],
    ['开源', {}, undefined],
    ['source:丙', {}, undefined],
    ['', {}, undefined],
  ])('%s with %j: %s in whole pages', async (query, more, total) => {
    const expected = total === undefined ? undefined : { query: `in:page ${query}`, total }
    expect(await inPageOf(query, more)).toEqual(expected)
  })

  test('finds the line of a word that is only a part of a word of the title', async () => {
    const article = { number: 0, title: 'concatenate', body: '开源', removed: ['cat', 'ten'] }
    const one = await memoryView([[{ article }]], segmenter)
    for (const query of ['in:page cat', 'in:page te*'])
      expect((await search(one, { ...everything, query })).total, query).toBe(1)
  })
})
