import { expect, test } from 'vitest'
import { readFilters } from '../../../src/search/match/asked.ts'

const request = { query: '', limit: 10, offset: 0, sort: 'relevance' } as const

test('a request without filters has none', () => {
  expect(readFilters({ ...request, source: '', from: '' })).toEqual([])
})

test('each filter of a request is a part of a query', () => {
  expect(
    readFilters({ ...request, source: '甲', sourceIs: '乙', status: 'empty', language: 'en' }),
  ).toEqual([
    { kind: 'source', text: '甲' },
    { kind: 'source', text: '乙', exact: true },
    { kind: 'is', trait: 'empty' },
    { kind: 'language', language: 'en' },
  ])
})

test('a month reaches from its first day to its last', () => {
  const [filter] = readFilters({ ...request, from: '2024-02', to: '2024-02' })
  expect(filter).toEqual({ kind: 'date', from: '2024-02-01', to: '2024-02-29' })
})

test('what is no date is refused with what to write', () => {
  expect(() => readFilters({ ...request, to: '2024-13' })).toThrow(
    /"2024-13" is no date; write .*上周三/,
  )
})

test('days are understood as in queries, from the day of the request', () => {
  const named = { ...request, from: '上周三', to: '昨天', today: '2025-03-15' }
  expect(readFilters(named)).toEqual([{ kind: 'date', from: '2025-03-05', to: '2025-03-14' }])
  expect(() => readFilters({ ...request, from: '昨天' })).toThrow(/no date/)
})
