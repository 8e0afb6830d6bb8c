/** Addresses that pages link to are read back as what they were made of. */

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  linkToArticle,
  linkToFile,
  linkToLanguage,
  linkToQuery,
  linkToSearch,
} from '../../../server/parameters/addresses.ts'
import { filterNames } from '../../../server/parameters/filter-links.ts'
import {
  parseArticleQuery,
  parseFeedRequest,
  parseLanguageChoice,
  parseSearchRequest,
  parseSearchState,
  type SearchState,
} from '../../../server/parameters/parameters.ts'
import { STATUSES } from '../../../src/corpus/article.ts'
import { LANGUAGES } from '../../../src/text/language.ts'
import { type Archive, serveSample } from '../archive.ts'
import { hostileText } from '../hostile.ts'

const ORIGIN = 'http://localhost:3000'
const parametersOf = (address: string) => new URL(address, ORIGIN).searchParams

/** Text as an address can hold it: no halves of pairs. */
const text = hostileText.map((each) => each.slice(0, 200).toWellFormed())
/** What a filter keeps of a field. */
const trimmed = text.map((each) => each.trim()).filter((each) => each !== '')
const day = fc.constantFrom('2024', '2024-02', '2024-02-29')

const filters = {
  source: trimmed,
  sourceIs: trimmed,
  status: fc.constantFrom(...STATUSES),
  language: fc.constantFrom(...LANGUAGES),
  from: day,
  to: day,
}

const states: fc.Arbitrary<SearchState> = fc.record(
  {
    query: text,
    page: fc.integer({ min: 1, max: 1000 }),
    sort: fc.constantFrom('relevance', 'date', 'fetched'),
    ...filters,
  },
  { requiredKeys: ['query', 'page', 'sort'] },
)

describe('the address of a search', () => {
  test('holds its whole state, with every filter, whatever stands in them', () => {
    expect(Object.keys(filters)).toEqual([...filterNames])
    fc.assert(
      fc.property(states, (state) => {
        expect(parseSearchState(parametersOf(linkToSearch(state)))).toEqual(state)
      }),
    )
  })

  test('is that of a feed and of the API, too, but for the page', () => {
    fc.assert(
      fc.property(states, ({ page: _, ...asked }) => {
        const parameters = parametersOf(linkToSearch({ ...asked, page: 1 }))
        const request = { ...asked, limit: 10, offset: 0 }
        expect(parseSearchRequest(parameters)).toEqual(request)
        parameters.delete('sort')
        expect(parseFeedRequest(parameters)).toEqual({ ...request, limit: 50, sort: 'fetched' })
      }),
    )
  })

  test('of a query has nothing but the query', () => {
    fc.assert(
      fc.property(text, (query) => {
        const parameters = parametersOf(linkToQuery(query))
        expect([...parameters]).toEqual([['q', query]])
      }),
    )
  })
})

describe('the address of an article', () => {
  let archive: Archive
  let id: string
  beforeAll(async () => {
    archive = await serveSample({})
    const reply = await archive.app.request('/api/search?q=的&limit=1')
    const { hits } = (await reply.json()) as { readonly hits: readonly { readonly id: string }[] }
    id = hits[0]?.id ?? ''
  })
  afterAll(() => archive.end())

  test('holds the query that led to it', () => {
    fc.assert(
      fc.property(text, (query) => {
        const address = linkToArticle('0123456789abcdef', query)
        expect(new URL(address, ORIGIN).pathname).toBe('/articles/0123456789abcdef')
        expect(parseArticleQuery(parametersOf(address))).toBe(query)
      }),
    )
    expect(linkToArticle('0123456789abcdef', '')).toBe('/articles/0123456789abcdef')
  })

  test('answers, and that of its file', async () => {
    expect((await archive.app.request(linkToArticle(id, '"引号" & <b>'))).status).toBe(200)
    expect((await archive.app.request(linkToFile(id))).status).toBe(200)
  })

  test('never leaves its place, whatever the id', () => {
    fc.assert(
      fc.property(text, (odd) => {
        for (const address of [linkToArticle(odd, ''), linkToFile(odd)]) {
          const { origin, pathname } = new URL(address, ORIGIN)
          // Dots alone are folders for every reader of addresses.
          if (/^\.{1,2}$/.test(odd)) continue
          expect(origin).toBe(ORIGIN)
          expect(decodeURIComponent(pathname.split('/')[2] ?? '')).toBe(odd)
        }
      }),
    )
  })
})

describe('the switch of languages', () => {
  const own = fc
    .tuple(fc.constantFrom('/', '/sources', '/articles/0123456789abcdef', '/help'), states)
    .map(([path, state]) => path + new URL(linkToSearch(state), ORIGIN).search)

  test('comes back to the page that it stands on', () => {
    fc.assert(
      fc.property(own, (here) => {
        expect(parseLanguageChoice(parametersOf(linkToLanguage('zh-Hant', here)))).toEqual({
          to: 'zh-Hant',
          back: here,
        })
      }),
    )
  })

  test('leads to no other site, whatever its address says', () => {
    const sign = fc.constantFrom('/', '\\', '.', '%2f', '%5c', '@', ':', '\t', '\n', ' ', '#', '?')
    const piece = fc.oneof(
      sign,
      sign,
      fc.constantFrom('evil.example', 'http', 'javascript', 'x'),
      text,
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const back = pieces.join('')
        const parameters = new URLSearchParams({ to: 'en', back })
        const goal = parseLanguageChoice(parameters).back
        expect(goal).toMatch(/^\//)
        expect(new URL(goal, `${ORIGIN}/somewhere`).origin).toBe(ORIGIN)
        // A header cannot hold them.
        expect(goal).not.toMatch(/[\r\n\0]/)
      }),
      {
        numRuns: 1000,
        examples: [[['/.//evil.example']], [['/x/..//evil.example']], [['//evil.example/a']]],
      },
    )
  })
})
