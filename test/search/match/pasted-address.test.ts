/** A pasted address is looked up by what tells the addresses of articles apart. */

import { expect, test } from 'vitest'
import { articleId, articleKey } from '../../../src/corpus/read/identity.ts'
import { search } from '../../../src/search/search.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { memoryView, type SmallArticle } from '../../helpers/memory-index.ts'

const at = (number: number, url: string, body = '正文'): SmallArticle => ({
  number,
  id: articleId(articleKey({ url, path: '' })),
  url,
  title: url,
  body,
})

const articles = [
  at(0, 'https://www.example.com/news/3?page=2&utm_source=rss'),
  at(1, 'https://m.example.com/news/4'),
  at(2, 'https://example.com/news/5', 'See https://example.org/lost/page for more.'),
  at(3, 'https://mp.weixin.qq.com/s?__biz=MzA5&mid=7&idx=1&sn=x'),
  at(4, 'https://other.org/a', 'The example page was lost in the news.'),
]

async function ask(query: string, filters = {}) {
  const view = await memoryView(
    [articles.slice(0, 2), articles.slice(2)].map((part) => part.map((article) => ({ article }))),
    dictionarySegmenter(['正文']),
  )
  const result = await search(view, {
    query,
    limit: 10,
    offset: 0,
    sort: 'relevance',
    ...filters,
  })
  return {
    found: result.hits.map(({ url }) => articles.findIndex((one) => one.url === url)).sort(),
    total: result.total,
    messages: (result.warnings ?? []).map(({ message }) => message),
  }
}

test.each([
  ['https://www.example.com/news/3?page=2&utm_source=rss', 0],
  ['http://example.com/news/3/?page=2#frag', 0],
  ['example.com/news/3?fbclid=1&page=2', 0],
  ['https://example.com/news/4', 1],
  ['https://m.example.com/news/5', 2],
  ['https://mp.weixin.qq.com/s?__biz=MzA5&mid=7&idx=1&chksm=y#rd', 3],
])('%s finds its article alone', async (query, number) => {
  expect(await ask(query)).toEqual({ found: [number], total: 1, messages: [] })
})

test('where no article has it, all its words must stand, and it is said', async () => {
  const { found, messages } = await ask('https://example.org/lost/page?utm_source=x')
  expect(found).toEqual([2])
  expect((await ask('https://example.org/news/page')).found).toEqual([])
  expect(messages).toEqual([expect.stringMatching(/^no article here has this address/)])
})

test('filters hold as for any query', async () => {
  const query = 'https://example.com/news/4'
  expect((await ask(query, { from: '2024' })).found).toEqual([])
})

test('what only looks like an address is searched as before, without a word about it', async () => {
  expect(await ask('example.com/lost')).toMatchObject({ messages: [] })
})
