import { expect, test } from 'vitest'
import { countSuggestions, keepCounts } from '../../src/backend/completion-counts.ts'
import type { Suggestion } from '../../src/suggest/suggestion.ts'

const suggestion = (kind: Suggestion['kind'], query: string): Suggestion => {
  return { kind, text: query, query, articles: 999 }
}

test('each has what its query finds; of each kind what finds most is first', async () => {
  const totals: Readonly<Record<string, number>> = {
    苹: 2,
    果: 5,
    梨: 0,
    'source:a': 9,
    't:"b"': 1,
  }
  const counted = await countSuggestions(
    [
      suggestion('word', '苹'),
      suggestion('word', '果'),
      suggestion('word', '梨'),
      suggestion('source', 'source:a'),
      suggestion('title', 't:"b"'),
    ],
    async (query) => totals[query] ?? 0,
  )
  expect(counted.map(({ query, articles }) => [query, articles])).toEqual([
    ['果', 5],
    ['苹', 2],
    ['梨', 0],
    ['source:a', 9],
    ['t:"b"', 1],
  ])
})

test('a count is kept for its day, one that failed is not, and the oldest goes first', async () => {
  const asked: string[] = []
  const count = keepCounts(async (query, today) => {
    asked.push(`${query} ${today}`)
    if (query === 'bad' && asked.length === 1) throw new Error('damaged')
    return query.length
  })
  await expect(count('bad', 'Monday')).rejects.toThrow('damaged')
  expect(await count('bad', 'Monday')).toBe(3)
  expect(await count('bad', 'Monday')).toBe(3)
  expect(await count('bad', 'Tuesday')).toBe(3)
  expect(asked).toEqual(['bad Monday', 'bad Monday', 'bad Tuesday'])
  for (let i = 0; i < 500; i++) await count(`q${i}`, 'Tuesday')
  await count('bad', 'Tuesday')
  expect(asked.at(-1)).toBe('bad Tuesday')
  expect(asked).toHaveLength(504)
})
