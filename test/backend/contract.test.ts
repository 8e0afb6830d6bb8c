/**
 * What every back end answers, whichever way it keeps its index: another one joins by a line in BACKENDS. Answers are read off the
 * archive of contract-archive.ts, not off a back end.
 */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SearchBackend } from '../../src/backend/backend.ts'
import { openEmbedded } from '../../src/backend/embedded.ts'
import { followFolder } from '../../src/backend/following.ts'
import { nodeFolder } from '../../src/index/disk/node-folder.ts'
import { bodyOf } from '../../src/index/store/article-record.ts'
import type { SearchRequest } from '../../src/search/answers/result.ts'
import type { ArchiveFolder } from '../helpers/archive-folder.ts'
import {
  articleOf,
  buildContractArchive,
  FAILED_URL,
  FILES,
  type FileName,
} from './contract-archive.ts'

const BACKENDS: readonly (readonly [string, (archive: ArchiveFolder) => Promise<SearchBackend>])[] =
  [
    ['embedded', ({ index }) => openEmbedded(nodeFolder(index))],
    ['following', async ({ index }) => followFolder(index)],
  ]

let archive: ArchiveFolder
beforeAll(async () => {
  archive = await buildContractArchive()
})
afterAll(() => archive.end())

describe.each(BACKENDS)('%s', (_name, open) => {
  let backend: SearchBackend
  beforeAll(async () => {
    backend = await open(archive)
  })
  afterAll(() => backend.close())

  const search = (query: string, more: Partial<SearchRequest> = {}) =>
    backend.search({ query, limit: 10, offset: 0, sort: 'relevance', ...more })
  const pathsOf = async (query: string, more: Partial<SearchRequest> = {}) =>
    (await search(query, more)).hits.map(({ path }) => path)
  const idOf = async (file: FileName) => (await backend.article(file))?.id ?? ''

  test.each<readonly [string, string, readonly FileName[]]>([
    ['a Chinese word', '供应链', ['chain.md']],
    ['a word in Traditional', '供應鏈', ['chain.md']],
    ['a word in letters, in any case', 'TOMCAT', ['tomcat.md']],
    ['two words', '苹果 手机', ['apple.md', 'huawei.md']],
    ['a quoted text', '"苹果公司的产品"', ['huawei.md']],
    ['a quoted text that begins inside a word', '"必须由设备"', ['chain.md']],
    ['a word without another', '苹果 -华为', ['apple.md']],
    ['either of two', '华为 OR 供应链', ['chain.md', 'huawei.md']],
    ['a beginning', 'vuln*', ['exchange.md']],
    ['an identifier', 'CVE-2025-24813', ['tomcat.md']],
    ['a word in titles', 'title:苹果', ['apple.md']],
    ['a source', 'source:weekly', ['exchange.md', 'tomcat.md']],
    ['a host with those below it', 'site:example.com', ['apple.md', 'huawei.md']],
    ['a part of an address', 'url:/releases', ['apple.md']],
    ['days', 'date:2025-02..2025-03', ['apple.md', 'huawei.md', 'tomcat.md']],
    ['a language', 'lang:en', ['exchange.md', 'tomcat.md']],
    ['what is in no article', '龘靐', []],
    ['a removed article', '旧闻', []],
  ])('finds %s: %s', async (_what, query, files) => {
    expect((await pathsOf(query)).toSorted()).toEqual(files.toSorted())
    expect((await search(query, { limit: 0 })).total).toBe(files.length)
  })

  test('no words at all find nothing, and a failed fetch is found by its status', async () => {
    expect((await search('')).total).toBe(0)
    expect(await pathsOf('', { status: 'empty' })).toEqual(await pathsOf('is:empty'))
    expect(await pathsOf('is:empty')).toEqual(['failed.md'])
  })

  test('filters of the request narrow what a query finds', async () => {
    const query = '手机 OR vulnerability OR CVE-2025-24813'
    expect((await pathsOf(query, { source: 'security' })).toSorted()).toEqual([
      'exchange.md',
      'tomcat.md',
    ])
    expect(await pathsOf(query, { sourceIs: '海港日报' })).toEqual(['huawei.md'])
    expect(await pathsOf(query, { sourceIs: '海港' })).toEqual([])
    expect(await pathsOf(query, { from: '2025-03-30' })).toEqual(['huawei.md'])
    expect(await pathsOf(query, { to: '2024' })).toEqual(['exchange.md'])
    expect((await pathsOf(query, { language: 'zh' })).toSorted()).toEqual(['apple.md', 'huawei.md'])
  })

  test('by date, the newest is first; pages follow each other', async () => {
    const newestFirst = FILES.toSorted((a, b) => (articleOf(a).date < articleOf(b).date ? 1 : -1))
    const request = { sort: 'date', status: 'article' } as const
    const query = 'date:2024..2025'
    expect(await pathsOf(query, request)).toEqual(newestFirst)
    const pages = [0, 2, 4].map((offset) => pathsOf(query, { ...request, offset, limit: 2 }))
    expect((await Promise.all(pages)).flat()).toEqual(newestFirst)
    expect((await search(query, { ...request, offset: 4, limit: 2 })).total).toBe(FILES.length)
  })

  test('hits are what the files say, and marks stand on what was asked for', async () => {
    const { hits } = await search('供应链')
    const { title, source, url, date } = articleOf('chain.md')
    expect(hits).toMatchObject([{ path: 'chain.md', title, source, url, date, status: 'article' }])
    const [hit] = hits
    const marked = (text = '', marks: readonly (readonly [number, number])[] = []) =>
      marks.map(([start, end]) => text.slice(start, end))
    expect(marked(hit?.title, hit?.titleMarks)).toContain('供应链')
    const snippets = hit?.snippets ?? []
    expect(snippets.length).toBeGreaterThan(0)
    for (const { text, marks } of snippets) {
      expect(articleOf('chain.md').body).toContain(text.trim())
      for (const one of marked(text, marks)) expect('供应链攻击').toContain(one)
    }
    expect(await pathsOf('供应链', { withoutSnippets: true })).toEqual(['chain.md'])
  })

  test('facets add up to the total', async () => {
    const { facets, total } = await search('date:2024..2025', { facets: true })
    const sum = (counts: readonly { readonly articles: number }[] = []) =>
      counts.reduce((all, { articles }) => all + articles, 0)
    expect(total).toBe(FILES.length + 1)
    expect(sum(facets?.sources) + (facets?.elsewhere ?? 0)).toBe(total)
    for (const counts of [facets?.months, facets?.statuses, facets?.languages])
      expect(sum(counts)).toBe(total)
    expect(facets?.sources).toContainEqual({ value: 'Security Weekly', articles: 2 })
  })

  test('an explanation adds up to the score of the hit', async () => {
    const [hit] = (await search('苹果 手机')).hits
    const explanation = await backend.explain({ query: '苹果 手机' }, hit?.id ?? '')
    expect(explanation).toMatchObject({ rank: 1, total: 2 })
    expect(await backend.explain({ query: '苹果' }, '0123456789abcdef')).toBeUndefined()
  })

  test('an article is had by its id and by its path, with its text', async () => {
    for (const file of FILES) {
      const byPath = await backend.article(file)
      const { title, source, url, date, body } = articleOf(file)
      expect(byPath).toMatchObject({ path: file, title, source, url, date, status: 'article' })
      expect(byPath && bodyOf(byPath)).toBe(body)
      expect(byPath?.id).toMatch(/^[0-9a-f]{16}$/)
      expect(await backend.article(byPath?.id ?? '')).toEqual(byPath)
      expect(byPath?.versions).toHaveLength(1)
    }
  })

  test('what is not there is undefined, or none', async () => {
    for (const name of ['gone.md', 'never.md', '0123456789abcdef', '', '../chain.md']) {
      expect(await backend.article(name)).toBeUndefined()
      expect(await backend.file(name)).toBeUndefined()
      expect(await backend.related(name, 5)).toEqual([])
    }
  })

  test('the file of an article is read as it is', async () => {
    const file = await backend.file('apple.md')
    expect(file?.path).toBe('apple.md')
    expect(file?.text).toContain(articleOf('apple.md').body)
  })

  test('related articles share words with it, and are not itself', async () => {
    const related = await backend.related(await idOf('apple.md'), 3)
    expect(related.map(({ id }) => id)).toContain(await idOf('huawei.md'))
    expect(related.map(({ id }) => id)).not.toContain(await idOf('apple.md'))
    expect((await backend.related(await idOf('apple.md'), 1)).length).toBeLessThanOrEqual(1)
  })

  test('marks stand where the words of a query stand', async () => {
    const texts = ['苹果和华为', '什么都没有', '华为']
    expect(await backend.marks('华为', texts)).toEqual([[[3, 5]], [], [[0, 2]]])
  })

  test('suggestions begin as is typed', async () => {
    const { query, suggestions } = await backend.suggest({ query: '苹', limit: 5 })
    expect(query).toBe('苹')
    expect(suggestions).toContainEqual({ kind: 'word', text: '苹果', query: '苹果', articles: 2 })
    const sources = await backend.suggest({ query: 'source:sec', limit: 5 })
    expect(sources.suggestions.map(({ text }) => text)).toEqual(['Security Weekly'])
  })

  test('statistics count what is there', async () => {
    const stats = await backend.stats()
    expect(stats).toMatchObject({
      articles: FILES.length + 1,
      byStatus: { article: FILES.length, empty: 1 },
      truncated: 0,
      firstDate: '2024-11-05',
      lastDate: '2025-04-01',
    })
    expect(stats.sources.map(({ source, articles, failed }) => [source, articles, failed])).toEqual(
      expect.arrayContaining([
        ['磐石社区', 2, 0],
        ['Security Weekly', 2, 0],
        ['海港日报', 2, 1],
      ]),
    )
    expect(stats.months[0]).toEqual({ month: '2025-04', articles: 1, failed: 1 })
    expect(await backend.version()).toEqual({
      generation: stats.generation,
      builtAt: stats.builtAt,
    })
  })

  test('failed fetches are listed', async () => {
    expect(await backend.failed()).toEqual([
      { url: FAILED_URL, status: 'empty', source: '海港日报', date: '2025-04-01' },
    ])
  })

  test('a search that is stopped fails with the reason, and others go on', async () => {
    const stop = new AbortController()
    stop.abort(new Error('nobody waits'))
    const stopped = search('手机', { signal: stop.signal })
    const other = pathsOf('供应链', { signal: new AbortController().signal })
    await expect(stopped).rejects.toThrow('nobody waits')
    expect(await other).toEqual(['chain.md'])
  })

  test('many calls at once are answered as one by one', async () => {
    const queries = ['供应链', '苹果', 'vulnerability', '"苹果公司"', 'date:2025-03', '手机 -苹果']
    const oneByOne: (readonly string[])[] = []
    for (const query of queries) oneByOne.push(await pathsOf(query))
    expect(await Promise.all(queries.map((query) => pathsOf(query)))).toEqual(oneByOne)
  })
})
