/** Titles by their beginning, beside a look at every title of random archives in random segments. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findTitles } from '../../src/suggest/titles.ts'
import { normalizeText } from '../../src/text/normalize/normalize.ts'
import {
  idOfNumber,
  memorySnapshot,
  type Placed,
  type SmallArticle,
} from '../helpers/memory-index.ts'
import { articles, segmenter, spread } from '../search/small-archive.ts'

async function titlesIn(segments: readonly (readonly Placed[])[], prefix: string, limit = 100) {
  const snapshot = await memorySnapshot(segments, segmenter)
  return findTitles(snapshot.segments, normalizeText(prefix), limit)
}

function countByHand(kept: readonly SmallArticle[], prefix: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { title } of kept) {
    const key = normalizeText(title).trim()
    if (key !== '' && key.startsWith(prefix)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

test('are all that begin so, with how many live articles have them, most articles first', async () => {
  const layouts = fc
    .tuple(articles, articles)
    .chain(([kept, gone]) => fc.tuple(fc.constant(kept), spread(kept, gone)))
  const prefix = fc.string({ unit: fc.constantFrom(...'开源码漏洞a '), minLength: 1, maxLength: 2 })
  await fc.assert(
    fc.asyncProperty(layouts, prefix, async ([kept, segments], typed) => {
      const found = await titlesIn(segments, typed)
      const counts = found.map(
        ({ title, articles: count }) => [normalizeText(title), count] as const,
      )
      expect(new Map(counts)).toEqual(countByHand(kept, typed))
      const sizes = found.map((one) => one.articles)
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    }),
    { numRuns: 100 },
  )
})

const dated = (number: number, title: string, date: string): Placed => ({
  article: { number, title, body: '', date },
})

test('of those that one article has, the newest comes first', async () => {
  const segments = [
    [dated(0, '漏洞一', '2024-05-01'), dated(1, '漏洞三', '2025-01-01')],
    [dated(2, '漏洞二', '2024-12-31')],
  ]
  const titles = (await titlesIn(segments, '漏洞')).map(({ title }) => title)
  expect(titles).toEqual(['漏洞三', '漏洞二', '漏洞一'])
  expect(await titlesIn(segments, '漏洞', 1)).toEqual([{ title: '漏洞三', articles: 1 }])
})

test('are shown as the newest article has them', async () => {
  const segments = [[dated(0, 'LOG4J 漏洞', '2024-05-01')], [dated(1, ' Log4j 漏洞', '2025-05-01')]]
  expect(await titlesIn(segments, 'log4j')).toEqual([{ title: 'Log4j 漏洞', articles: 2 }])
})

test('longer than what is kept of them are found by what is, whatever character is parted there', async () => {
  const long = `${'漏'.repeat(99)}𠮷洞`
  const segments = [[dated(0, long, '2025-05-01')]]
  expect(await titlesIn(segments, '漏'.repeat(99))).toEqual([{ title: long, articles: 1 }])
})

test('of one day, are shown as the article with the greater id has them', async () => {
  const rows = [0, 1, 2].map((number) => ({ number, id: idOfNumber(number) }))
  const greatest = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)).at(-1)?.number
  const written = ['LOG4J', 'Log4j', 'log4J']
  const segments = written.map((title, number) => [dated(number, title, '2025-05-01')])
  for (const order of [segments, segments.toReversed()])
    expect(await titlesIn(order, 'log')).toEqual([{ title: written[greatest ?? -1], articles: 3 }])
})

test('are looked at in the order of their letters, 2,000 of them', async () => {
  const padded = (number: number) => `a${String(number).padStart(4, '0')}`
  const titles = [...Array.from({ length: 2001 }, (_, number) => padded(number)), padded(2000)]
  const half = [0, 1].map((parity) =>
    titles.flatMap((title, number) =>
      number % 2 === parity ? [dated(number, title, '2025-05-01')] : [],
    ),
  )
  expect(await titlesIn(half, 'a', 5000)).toHaveLength(2000)
  // The commonest is behind them, and is found by more of its letters.
  expect(await titlesIn(half, 'a', 1)).toEqual([{ title: expect.any(String), articles: 1 }])
  expect(await titlesIn(half, 'a2', 5)).toEqual([{ title: 'a2000', articles: 2 }])
  expect(await titlesIn(half, 'a', 0)).toEqual([])
})
