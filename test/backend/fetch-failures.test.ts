/** Fetches that brought no article, beside a look at every article that was put in. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listFetchFailures } from '../../src/backend/fetch-failures.ts'
import { URLS_PER_BLOCK } from '../../src/index/store/url-blocks.ts'
import { memorySnapshot, type Placed, type SmallArticle } from '../helpers/memory-index.ts'
import { articles, segmenter, spread } from '../search/small-archive.ts'

const listed = async (segments: readonly (readonly Placed[])[]) =>
  listFetchFailures(await memorySnapshot(segments, segmenter))

const failed = (number: number, more: Partial<SmallArticle>): Placed => ({
  article: { number, title: '', body: '', failed: true, ...more },
})

test('are all that failed and were not removed, whatever segments they are in', async () => {
  const layouts = fc
    .tuple(articles, articles)
    .chain(([kept, gone]) => fc.tuple(fc.constant(kept), spread(kept, gone)))
  await fc.assert(
    fc.asyncProperty(layouts, async ([kept, segments]) => {
      const expected = kept
        .filter((article) => article.failed)
        .map(({ url, source, date }) => `${source} ${date} ${url} empty`)
      const found = (await listed(segments)).map(
        ({ url, source, date, status }) => `${source} ${date} ${url} ${status}`,
      )
      expect(found.toSorted()).toEqual(expected.toSorted())
    }),
    { numRuns: 60 },
  )
})

test('come by source, the newest of a source first, those of a day by their address', async () => {
  const rows = [
    failed(0, { source: '乙报', date: '2025-03-01', url: 'https://b.cn/1' }),
    failed(1, { source: '甲报', date: '2025-03-01', url: 'https://a.cn/2' }),
    failed(2, { source: '乙报', date: '2025-03-02', url: 'https://b.cn/3' }),
    failed(3, { source: '甲报', date: '2025-03-01', url: 'https://a.cn/1' }),
    failed(4, { source: '乙报', url: 'https://b.cn/0' }),
  ]
  const urls = (await listed([rows.slice(0, 2), rows.slice(2)])).map(({ url }) => url)
  expect(urls).toEqual(
    ['b.cn/3', 'b.cn/1', 'b.cn/0', 'a.cn/1', 'a.cn/2'].map((url) => `https://${url}`),
  )
})

test('are listed once each where addresses fill more than one block', async () => {
  const numbers = Array.from({ length: URLS_PER_BLOCK + 2 }, (_, number) => number)
  const around = [0, URLS_PER_BLOCK - 1, URLS_PER_BLOCK, URLS_PER_BLOCK + 1]
  const rows = numbers.map((number) => ({
    article: {
      number,
      title: '',
      body: '',
      url: `https://a.cn/${String(number).padStart(5, '0')}`,
      failed: around.includes(number),
    },
  }))
  expect((await listed([rows])).map(({ url }) => url)).toEqual(
    around.map((number) => `https://a.cn/${String(number).padStart(5, '0')}`),
  )
})
