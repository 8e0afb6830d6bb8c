/** Related articles share rare words, never the common ones alone, and marks stand where the query's words do. */

import { expect, test } from 'vitest'
import { markTexts } from '../../src/search/mark-article.ts'
import { findRelated } from '../../src/search/related.ts'
import { dictionarySegmenter } from '../helpers/dictionary-segmenter.ts'
import { memoryView, type SmallArticle } from '../helpers/memory-index.ts'

const segmenter = dictionarySegmenter(['潮汐', '锁定', '行星', '珊瑚', '白化', '研究', '发现'])
const filler = Array.from({ length: 60 }, (_, number) => ({
  title: `第${number}号`,
  body: '研究 发现',
}))
const rows = [
  { title: '潮汐锁定的行星', body: '研究 发现 潮汐 锁定 行星' },
  { title: '珊瑚白化', body: '研究 发现 珊瑚 白化' },
  { title: '行星的潮汐', body: '研究 发现 行星 潮汐' },
  { title: '又见珊瑚', body: '研究 珊瑚 行星' },
  ...filler,
]
const articles: readonly SmallArticle[] = rows.map((row, number) => ({ ...row, number }))
const view = () => memoryView([articles.map((article) => ({ article }))], segmenter)

async function relatedTitles(number: number): Promise<readonly string[]> {
  const opened = await view()
  const store = opened.segments[0]?.segment.articles
  const record = await store?.record(number)
  if (record === undefined) throw new Error('no such article')
  const places = await findRelated(opened, record, { segment: 0, article: number }, 5)
  return Promise.all(places.map(async ({ article }) => (await store?.record(article))?.title ?? ''))
}

test('what shares two rare words is related, what shares one or common ones is not', async () => {
  expect(await relatedTitles(0)).toEqual(['行星的潮汐'])
  expect(await relatedTitles(2)).toEqual(['潮汐锁定的行星'])
  expect(await relatedTitles(10)).toEqual([])
})

test('a query is marked in each text, whatever the script', async () => {
  const marks = await markTexts(await view(), '珊瑚', '2025-01-01', ['又見珊瑚', '行星', '珊瑚'])
  expect(marks).toEqual([[[2, 4]], [], [[0, 2]]])
})

test('without a query nothing is marked', async () => {
  expect(await markTexts(await view(), '', '2025-01-01', ['珊瑚'])).toEqual([[]])
})
