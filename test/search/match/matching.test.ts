import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../../src/query/parse.ts'
import type { QueryWarning } from '../../../src/query/query.ts'
import type { Hit } from '../../../src/search/answers/result.ts'
import { search } from '../../../src/search/search.ts'
import { idOfNumber, memoryView, type SmallArticle } from '../../helpers/memory-index.ts'
import { runs } from '../../helpers/properties.ts'
import { bruteForce, isTitled } from '../brute-force.ts'
import { articles, queries, segmenter, spread, wordQueries } from '../small-archive.ts'

const everything = { limit: 1000, offset: 0, sort: 'relevance' } as const

const TWINS: Readonly<Record<string, string>> = {
  开: '開',
  码: '碼',
  洞: '洞\ufe00',
  a: 'Ａ',
  b: 'B',
}
const disguised = (query: string) =>
  Array.from(query, (character) => TWINS[character] ?? character).join('')

const laidOut = fc
  .tuple(articles, articles)
  .chain(([kept, gone]) => fc.tuple(fc.constant(kept), spread(kept, gone)))

const idsOf = (hits: readonly Hit[]) => hits.map(({ id }) => id).sort()
const namesOf = (articles: readonly SmallArticle[]) =>
  articles.map(({ number }) => idOfNumber(number)).sort()

/** What lacks words comes last; what is as good as another is put before it when it is newer. */
function byScoreDateAndId(a: Hit, b: Hit): number {
  const byWords = Number(a.lacks !== undefined) - Number(b.lacks !== undefined)
  return byWords || b.score - a.score || compare(b.date, a.date) || compare(a.id, b.id)
}

/** What a hit got for being what was asked for by its title. */
function titleBonusOf({ explanation }: Hit): number {
  const parts = explanation?.parts ?? []
  return parts.find(({ kind }) => kind === 'exact-title')?.amount ?? 0
}

const compare = (a: string, b: string) => Number(a > b) - Number(a < b)

describe('a search', () => {
  test('finds what looking through every article finds, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(
        laidOut,
        fc.array(queries, { minLength: 8, maxLength: 8 }),
        async ([kept, segments], asked) => {
          const view = await memoryView(segments, segmenter)
          const oracle = bruteForce(kept)
          for (const query of asked) {
            const { root } = parse(query)
            if (!oracle.isClear(root)) continue
            const expected = kept.filter((article) => oracle.matches(root, article))
            const result = await search(view, { query, ...everything })
            // Of more texts in quotes than are looked for, some are searched otherwise.
            if (result.warnings?.some(({ kind }) => kind === 'limited')) continue
            const complete = result.hits.filter(({ lacks }) => lacks === undefined)
            const partial = result.hits.slice(complete.length)
            expect(result.total).toBe(complete.length)
            expect(result.partial ?? 0).toBe(partial.length)
            // An article may have the query for its title and yet be cut into other words.
            const titled = kept.filter(
              ({ title, number }) =>
                isTitled(query, title) && complete.some(({ id }) => id === idOfNumber(number)),
            )
            expect(idsOf(complete)).toEqual(namesOf([...new Set([...expected, ...titled])]))
            const rest = kept.filter(
              (article) => oracle.matchesPartly(root, article) && !titled.includes(article),
            )
            expect(idsOf(partial)).toEqual(namesOf(rest))
            for (const article of rest) {
              const hit = partial.find(({ id }) => id === idOfNumber(article.number))
              expect(hit?.lacks?.toSorted()).toEqual(oracle.lacks(root, article).toSorted())
            }
          }
        },
      ),
      { numRuns: runs(40) },
    )
  })

  test('scores as the formula says, and puts the best first', async () => {
    await fc.assert(
      fc.asyncProperty(
        laidOut,
        fc.array(wordQueries, { minLength: 5, maxLength: 5 }),
        async ([kept, segments], asked) => {
          const view = await memoryView(segments, segmenter)
          const oracle = bruteForce(kept)
          for (const query of asked) {
            const { root } = parse(query)
            if (!oracle.isClear(root)) continue
            const request = { query, explain: true, ...everything }
            const { hits } = await search(view, request)
            const scores = new Map(
              kept.map((article) => [idOfNumber(article.number), oracle.score(query, article)]),
            )
            for (const hit of hits)
              expect(hit.score - titleBonusOf(hit)).toBeCloseTo(scores.get(hit.id) ?? -1, 5)
            const titled = hits.map(
              ({ title, status }) => isTitled(query, title) && status === 'article',
            )
            expect(hits.map((hit) => titleBonusOf(hit) > 0)).toEqual(titled)
            // Whatever else is in them, they come first.
            expect(titled).toEqual([...titled].sort((a, b) => Number(b) - Number(a)))
            expect(hits).toEqual([...hits].sort(byScoreDateAndId))
          }
        },
      ),
      { numRuns: runs(40) },
    )
  })

  test('answers alike however the articles are spread over segments', async () => {
    const twice = fc
      .tuple(articles, articles)
      .chain(([kept, gone]) => fc.tuple(spread(kept, []), spread(kept, gone)))
    await fc.assert(
      fc.asyncProperty(
        twice,
        fc.array(queries, { minLength: 5, maxLength: 5 }),
        async ([one, other], asked) => {
          const [left, right] = [
            await memoryView(one, segmenter),
            await memoryView(other, segmenter),
          ]
          for (const query of asked) {
            for (const sort of ['relevance', 'date'] as const) {
              const request = { ...everything, query, sort }
              expect(await search(left, request)).toEqual(await search(right, request))
            }
          }
        },
      ),
      { numRuns: runs(25) },
    )
  })

  test('answers alike in Traditional characters, full width and capitals', async () => {
    await fc.assert(
      fc.asyncProperty(laidOut, queries, async ([, segments], query) => {
        const view = await memoryView(segments, segmenter)
        const { inPage, warnings = [], ...answer } = await search(view, { query, ...everything })
        const typed = disguised(query)
        const { warnings: others = [], ...other } = await search(view, {
          query: typed,
          ...everything,
        })
        const named = inPage && { inPage: { ...inPage, query: `in:page ${typed}` } }
        expect(other).toEqual({ ...answer, query: typed, ...named })
        // A disguise may be longer, so that what is warned of stands elsewhere.
        const unplaced = (one: QueryWarning) => ({ ...one, position: 0 })
        expect(others.map(unplaced)).toEqual(warnings.map(unplaced))
      }),
      { numRuns: runs(20) },
    )
  })

  test('page by page shows what it shows at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        laidOut,
        queries,
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom('relevance' as const, 'date' as const),
        async ([, segments], query, limit, sort) => {
          const view = await memoryView(segments, segmenter)
          const { hits, total, partial = 0 } = await search(view, { ...everything, query, sort })
          const pages = []
          for (let offset = 0; offset <= total + partial; offset += limit)
            pages.push(...(await search(view, { query, sort, limit, offset })).hits)
          expect(pages).toEqual(hits)
          for (const part of [hits.slice(0, total), hits.slice(total)]) {
            const dates = part.map(({ date }) => date)
            if (sort === 'date') expect(dates).toEqual([...dates].sort().reverse())
          }
          expect(hits.length).toBe(total + partial)
        },
      ),
      { numRuns: runs(20) },
    )
  })
})
