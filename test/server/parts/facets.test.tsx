import { describe, expect, test } from 'vitest'
import { FacetsView } from '../../../server/parts/facets.tsx'
import type { Facets } from '../../../src/search/answers/result.ts'
import { linksOf, textOf } from '../html.ts'
import { createFacets, createState, messages } from '../samples.ts'

const render = (given: Partial<Facets>, state = createState({ page: 4 })) =>
  String(<FacetsView messages={messages} state={state} facets={createFacets(given)} />)

const countOf = (value: string, articles: number) => ({ value, articles })

describe('sources', () => {
  const sources = [countOf('安全台', 1_200), countOf('', 30), countOf('a & b', 2)]

  test('lead to the first page of exactly that source; articles without one lead nowhere', () => {
    const html = render({ sources })
    expect(linksOf(html)).toEqual([
      '/?q=%E6%A8%A1%E5%9E%8B&sourceIs=%E5%AE%89%E5%85%A8%E5%8F%B0',
      '/?q=%E6%A8%A1%E5%9E%8B&sourceIs=a+%26+b',
    ])
    expect(textOf(html)).toContain('安全台1,200no source30a & b2')
  })

  test('past the eighth are folded up with those that have no name here', () => {
    const many = Array.from({ length: 10 }, (_, i) => countOf(`s${i}`, 1))
    const html = render({ sources: many, elsewhere: 77 })
    const [shown = '', folded = ''] = html.split('<details>')
    expect(linksOf(`${shown}</section></aside>`)).toHaveLength(8)
    expect(textOf(`<section>${folded}`)).toContain('3 mores81s91other sources77')
  })

  test('keep the other filters', () => {
    const state = createState({ status: 'blocked', sort: 'date' })
    expect(linksOf(render({ sources }, state))[0]).toBe(
      '/?q=%E6%A8%A1%E5%9E%8B&sort=date&sourceIs=%E5%AE%89%E5%85%A8%E5%8F%B0&status=blocked',
    )
  })
})

describe('time', () => {
  test('within a year is shown by months, the newest first', () => {
    const html = render({ months: [countOf('2025-01', 1), countOf('2025-03', 2)] })
    expect(linksOf(html)).toEqual([
      '/?q=%E6%A8%A1%E5%9E%8B&from=2025-03&to=2025-03',
      '/?q=%E6%A8%A1%E5%9E%8B&from=2025-01&to=2025-01',
    ])
  })

  test('over several years is shown by years, what has no date last and without a link', () => {
    const years = [countOf('', 5), countOf('2024', 1), countOf('2025', 2)]
    const html = render({ years })
    expect(linksOf(html).map((link) => link.slice(-14))).toEqual([
      'm=2025&to=2025',
      'm=2024&to=2024',
    ])
    expect(textOf(html)).toContain('2025220241no date5')
  })
})

describe('time beside a filter of days', () => {
  const months = [countOf('2025-01', 1), countOf('2025-02', 2), countOf('2025-03', 2)]

  test('is narrowed, never widened', () => {
    const state = createState({ from: '2025-01-20', to: '2025-03' })
    expect(linksOf(render({ months }, state)).map((link) => link.split('&from=')[1])).toEqual([
      '2025-03&to=2025-03',
      '2025-02&to=2025-02',
      '2025-01-20&to=2025-01',
    ])
  })

  test('a year of articles without a month leads nowhere among months', () => {
    const html = render({ months: [countOf('2025', 4), ...months] })
    expect(linksOf(html)).toHaveLength(3)
    expect(textOf(html)).toContain('20254')
  })
})

test.each([
  ['模型', '模型 tag:海'],
  ['', 'tag:海'],
  ['a OR b', 'a OR b tag:海'],
  ['a AND b', 'a AND b tag:海'],
  ['"open', '"open tag:海'],
])('a tag narrows all of the query %j', (query, narrowed) => {
  const html = render({ tags: [countOf('海', 2), countOf('盐', 1)] }, createState({ query }))
  const [first = ''] = linksOf(html)
  expect(new URLSearchParams(first.slice(2)).get('q')).toBe(narrowed)
})

test('languages and statuses have names, and lead to their articles', () => {
  const html = render({
    languages: [countOf('zh', 9), countOf('en', 1)] as Facets['languages'],
    statuses: [countOf('article', 9), countOf('script-only', 1)] as Facets['statuses'],
  })
  expect(textOf(html)).toContain('LanguageChinese9English1Fetchwith text9needs scripts1')
  expect(linksOf(html).map((link) => link.slice(link.indexOf('&')))).toEqual([
    '&language=zh',
    '&language=en',
    '&status=article',
    '&status=script-only',
  ])
})

test('a single entry narrows nothing and is not shown', () => {
  const one = [countOf('2025-01', 9)]
  const html = render({ sources: [countOf('a', 9)], months: one })
  expect(linksOf(html)).toEqual([])
  expect(textOf(html)).toBe('')
})
