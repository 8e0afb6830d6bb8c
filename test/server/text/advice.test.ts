import { expect, test } from 'vitest'
import type { SearchState } from '../../../server/parameters/parameters.ts'
import { listAdvice } from '../../../server/text/advice.ts'

const asked = (query: string, filters: Partial<SearchState> = {}): SearchState => ({
  query,
  page: 3,
  sort: 'date',
  ...filters,
})

const advised = (state: SearchState) =>
  Object.fromEntries(listAdvice(state).map((advice) => [advice.without, advice.state.query]))

test.each([
  ['"供应链攻击"', { quotes: '供应链攻击' }],
  ['“供应链 攻击” 软件', { quotes: '供应链 攻击 软件' }],
  ['苹果 -手机 -"平板 电脑"', { exclusions: '苹果' }],
  [
    '标题：“供应链 攻击”　－npm',
    {
      quotes: 'title:供应链 title:攻击 -npm',
      exclusions: 'title:"供应链 攻击"',
      prefixes: '"供应链 攻击" -npm',
    },
  ],
  [
    '来源：奇客 （苹果 OR “华 为”）',
    { quotes: 'source:奇客 苹果 OR (华 为)', source: '苹果 OR "华 为"' },
  ],
  ['source:solidot 苹果', { source: '苹果' }],
  ['苹果 date:2025-01..2025-03', { dates: '苹果' }],
  ['title:漏洞', { prefixes: '漏洞' }],
  ['CVE-2025-24813', {}],
  ['source:solidot', {}],
])('for %s that found nothing: %j', (query, queries) => {
  expect(advised(asked(query))).toEqual(queries)
})

test('filters of the form go one by one, order stays, and the first page is shown', () => {
  const state = asked('苹果', { source: 'solidot', from: '2025', to: '2025-03' })
  expect(listAdvice(state)).toEqual([
    {
      without: 'source',
      state: { query: '苹果', page: 1, sort: 'date', from: '2025', to: '2025-03' },
    },
    { without: 'dates', state: { query: '苹果', page: 1, sort: 'date', source: 'solidot' } },
  ])
})
