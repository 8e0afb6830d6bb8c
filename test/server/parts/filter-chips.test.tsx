import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filterNames } from '../../../server/parameters/filter-links.ts'
import { parseSearchState, type SearchState } from '../../../server/parameters/parameters.ts'
import { FilterChips } from '../../../server/parts/filter-chips.tsx'
import { linksOf, tagsOf, textOf } from '../html.ts'
import { createState, messages } from '../samples.ts'

const render = (state: SearchState) => String(<FilterChips messages={messages} state={state} />)

/** A search with any of the filters. */
const states: fc.Arbitrary<SearchState> = fc.record(
  {
    query: fc.constantFrom('', '模型', 'a & b'),
    page: fc.constant(1),
    sort: fc.constantFrom('relevance', 'date'),
    source: fc.constantFrom('安全台', 'a=b&c'),
    sourceIs: fc.constantFrom('solidot', '“引号”'),
    status: fc.constantFrom('blocked', 'article'),
    language: fc.constantFrom('zh', 'other'),
    from: fc.constantFrom('2024', '2024-02-29'),
    to: fc.constantFrom('2025', '2025-03'),
  },
  { requiredKeys: ['query', 'page', 'sort'] },
)

describe('the chips', () => {
  test('say what each filter wants', () => {
    const html = render(
      createState({
        source: '台',
        sourceIs: '安全台',
        status: 'script-only',
        language: 'ja',
        from: '2024',
        to: '2025-03',
      }),
    )
    expect(textOf(html)).toBe(
      'source has “台”×source: 安全台×needs scripts×Japanese×from 2024×until 2025-03×',
    )
    expect(tagsOf(html).filter(({ name }) => name === 'a')[3]?.attributes['aria-label']).toBe(
      'Remove the filter: Japanese',
    )
  })

  test('are not there without filters', () => {
    expect(render(createState())).toBe('')
  })

  test('each take one filter off and leave all else', () => {
    fc.assert(
      fc.property(states, (state) => {
        const there = filterNames.filter((name) => state[name] !== undefined)
        const left = linksOf(render(state)).map((link) =>
          parseSearchState(new URL(link, 'http://a').searchParams),
        )
        expect(left).toEqual(
          there.map((removed) => {
            const entries = Object.entries(state).filter(([name]) => name !== removed)
            return Object.fromEntries(entries)
          }),
        )
      }),
    )
  })

  test('lead to the first page', () => {
    const [link] = linksOf(render(createState({ page: 9, from: '2024' })))
    expect(link).toBe('/?q=%E6%A8%A1%E5%9E%8B')
  })
})
