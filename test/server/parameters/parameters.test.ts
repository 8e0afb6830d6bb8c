import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linkToSearch } from '../../../server/parameters/addresses.ts'
import {
  parseSearchRequest,
  parseSearchState,
  type SearchState,
  toSearchRequest,
} from '../../../server/parameters/parameters.ts'
import { describeProblem } from '../../../server/problems/problem.ts'

const parse = (query: string) => parseSearchRequest(new URLSearchParams(query))

function problemWith(query: string) {
  try {
    return parse(query)
  } catch (error) {
    return describeProblem(error)
  }
}

describe('parameters of a search', () => {
  test('only q is needed', () => {
    expect(parse('q=开源模型')).toEqual({
      query: '开源模型',
      limit: 10,
      offset: 0,
      sort: 'relevance',
    })
  })

  test('all of them reach the request', () => {
    expect(
      parse('q=苹果&limit=100&offset=9900&sort=date&source=solidot&from=2024&to=2025-03'),
    ).toEqual({
      query: '苹果',
      limit: 100,
      offset: 9900,
      sort: 'date',
      source: 'solidot',
      from: '2024',
      to: '2025-03',
    })
  })

  test('an empty field of a form is no filter', () => {
    expect(parse('q=苹果&source=&from=&to=')).toEqual(parse('q=苹果'))
  })

  test.each([
    ['', 'q'],
    ['limit=10', 'q'],
    [`q=${'长'.repeat(1001)}`, 'q'],
    ['q=a&q=b', 'q'],
    ['q=a&limit=0', 'limit'],
    ['q=a&limit=101', 'limit'],
    ['q=a&limit=', 'limit'],
    ['q=a&limit=1.5', 'limit'],
    ['q=a&limit=0x10', 'limit'],
    ['q=a&limit=1e1', 'limit'],
    ['q=a&limit=１０', 'limit'],
    ['q=a&offset=-1', 'offset'],
    ['q=a&offset=9991', 'offset'],
    ['q=a&offset=99999999999999999999', 'offset'],
    ['q=a&sort=title', 'sort'],
    ['q=a&sort=', 'sort'],
    ['q=a&from=2025-2-33', 'from'],
    ['q=a&from=someday', 'from'],
    ['q=a&to=2025-02-29', 'to'],
    ['q=a&to=2025-00', 'to'],
    ['q=a&page=2', 'page'],
    ['q=a&Limit=5', 'Limit'],
    ['q=a&__proto__=5', '__proto__'],
  ])('%s is refused by the name of the parameter', (query, parameter) => {
    expect(problemWith(query)).toMatchObject({
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: expect.stringContaining(parameter),
      parameter,
    })
  })

  test('a query of 1,000 UTF-16 units is still taken', () => {
    expect(parse(`q=${'𠮷'.repeat(500)}`).query).toHaveLength(1000)
  })
})

test.each([
  ['2025', true],
  ['2025-12', true],
  ['2024-02-29', true],
  ['2025-02-29', false],
  ['2025-04-31', false],
  ['2025-13', false],
  ['2025-1', true],
  ['20250309', true],
  ['2025年3月9日', true],
  ['上周三', true],
  ['last Wednesday', true],
  ['2025-01..2025-03', false],
  ['>2025', false],
  ['下周三', false],
  ['25', false],
  ['2025-01-01-01', false],
  ['2025/01/01', true],
])('%s is a real date: %s', (value, real) => {
  const parameters = new URLSearchParams({ from: value })
  if (real) expect(parseSearchState(parameters).from).toBe(value)
  else expect(() => parseSearchState(parameters)).toThrow(/^from: /)
})

describe('the address of the search page', () => {
  const date = fc.constantFrom('2024', '2024-02', '2024-02-29')
  const states: fc.Arbitrary<SearchState> = fc.record(
    {
      query: fc.string({ unit: 'grapheme', maxLength: 40 }),
      page: fc.integer({ min: 1, max: 1000 }),
      sort: fc.constantFrom('relevance', 'date'),
      source: fc.constantFrom('solidot', '安全台', 'a & b=c#d'),
      from: date,
      to: date,
    },
    { requiredKeys: ['query', 'page', 'sort'] },
  )

  test('holds the whole state', () => {
    fc.assert(
      fc.property(states, (state) => {
        const { searchParams } = new URL(linkToSearch(state), 'http://localhost')
        expect(parseSearchState(searchParams)).toEqual(state)
      }),
    )
  })

  test('leaves out what is the default', () => {
    expect(linkToSearch({ query: 'a b', page: 1, sort: 'relevance' })).toBe('/?q=a+b')
  })

  test('reaches no deeper than the API does', () => {
    const request = toSearchRequest(parseSearchState(new URLSearchParams('q=a&page=1000')))
    expect(request).toEqual({
      query: 'a',
      limit: 10,
      offset: 9990,
      sort: 'relevance',
      facets: true,
    })
    expect(() => parseSearchState(new URLSearchParams('q=a&page=1001'))).toThrow(/^page: /)
  })
})
