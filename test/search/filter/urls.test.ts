import { describe, expect, test } from 'vitest'
import { search } from '../../../src/search/search.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { idOfNumber, memoryView } from '../../helpers/memory-index.ts'

const URLS = [
  'https://GitHub.com/openssl/openssl',
  'http://example.org/?from=github.com',
  'https://例子.cn/文章/１.html',
  '',
  'https://gist.github.org/',
  'https://example.org/github.com/github.com',
]

async function numbersFor(query: string): Promise<readonly number[]> {
  const placed = URLS.map((url, number) => ({ article: { number, title: '题', body: '文', url } }))
  const view = await memoryView([placed.slice(0, 4), placed.slice(4)], dictionarySegmenter([]))
  const { hits } = await search(view, { query, limit: 9, offset: 0, sort: 'relevance', all: true })
  const numbers = new Map([...URLS.keys()].map((number) => [idOfNumber(number), number]))
  return hits.map(({ id }) => numbers.get(id) ?? -1).sort()
}

describe('url: finds the addresses with the text in them', () => {
  test.each([
    ['url:github.com', [0, 1, 5]],
    ['url:GITHUB.COM/openssl', [0]],
    ['url:https://github.com', [0]],
    ['url:例子.cn', [2]],
    ['url:文章/1.html', [2]],
    ['url:example.org/github', [5]],
    ['url:github.net', []],
  ])('%s', async (query, expected) => {
    expect(await numbersFor(query)).toEqual(expected)
  })
})
