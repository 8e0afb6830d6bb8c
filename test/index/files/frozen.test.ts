/**
 * The index in test/fixtures that an earlier state of this program wrote (scripts/make-index-fixture.ts), in today's format: it is
 * read, and answers what a reader of the articles in test/fixtures/articles/after would answer.
 */

import { cpSync, readdirSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SearchBackend } from '../../../src/backend/backend.ts'
import { buildIndex, openIndex, verifyIndex } from '../../../src/engine.ts'
import { FORMAT_VERSION } from '../../../src/index/files/container.ts'
import { archiveFolder } from '../../helpers/archive-folder.ts'

const FIXTURES = join(import.meta.dirname, '../../fixtures')
const INDEX = join(FIXTURES, `index-format-${FORMAT_VERSION}`)

let backend: SearchBackend
beforeAll(async () => {
  backend = await openIndex(INDEX)
})
afterAll(() => backend.close())

const ask = (query: string, more: { readonly all?: boolean; readonly facets?: boolean } = {}) =>
  backend.search({ query, limit: 20, offset: 0, sort: 'relevance', ...more })

test('it is whole, in two segments with deletions and duplicates', async () => {
  const kinds = readdirSync(INDEX).map((name) => name.replace(/-\d+$/, ''))
  expect(kinds.filter((kind) => kind === 'segment')).toHaveLength(2)
  expect(kinds).toEqual(expect.arrayContaining(['deletions', 'duplicates']))
  expect(await verifyIndex(INDEX)).toMatchObject({ generation: 2, articles: 8, faults: [] })
})

describe('it finds', () => {
  test.each<readonly [query: string, paths: readonly string[]]>([
    ['漏洞', ['leak.md']],
    ['开源 升级', ['leak.md']],
    ['CVE-2025-31337', ['leak.md']],
    ['cve-2025*', ['leak.md']],
    ['source:镜像站', ['leak-copy.md']],
    ['source:示例新闻', ['leak.md', 'match.md', 'model.md', 'search.md']],
    ['量化', ['model.md']],
    ['延迟 OR 足球', ['match.md', 'model.md']],
    ['"补时阶段打进"', ['match.md']],
    ['title:足球', ['match.md']],
    ['文章', ['search.md']],
    ['lists', ['english.md']],
    ['lang:en', ['english.md']],
    ['date:2025-04..', ['english.md', 'search.md']],
    ['date:2025-03-01..2025-03-04 -漏洞', ['match.md', 'model.md']],
    ['台风', ['misread.md']],
    ['颱風', ['misread.md']],
    ['供应链攻击', ['failed.md']],
    ['is:empty', ['failed.md']],
  ])('for %s what holds it', async (query, paths) => {
    const { total, hits } = await ask(query)
    const complete = hits.filter(({ lacks }) => lacks === undefined)
    expect(complete.map(({ path }) => path).sort()).toEqual(paths)
    expect(total).toBe(paths.length)
  })

  test.each([
    ['苹果', 'the article was removed'],
    ['剪枝', 'the article says something else now'],
    ['"联系我们"', 'it stands on every page of its site'],
    ['"版权所有"', 'it stands on every page of its site'],
    ['"轻点两下取消赞"', 'it is what a fetch that failed leaves'],
  ])('nothing for %s: %s', async (query) => {
    expect((await ask(query)).total).toBe(0)
  })
})

test('one text at two addresses is one result, the earlier, unless all are asked for', async () => {
  const { hits } = await ask('漏洞')
  expect(hits[0]?.duplicates).toMatchObject([
    { source: '镜像站', url: 'https://mirror.example.org/a/77', date: '2025-03-05' },
  ])
  const all = await ask('漏洞', { all: true })
  expect(all.hits.map(({ path }) => path).sort()).toEqual(['leak-copy.md', 'leak.md'])
})

test('facets count each text once', async () => {
  const { total, facets } = await ask('date:2025', { facets: true })
  expect(total).toBe(7)
  expect(facets?.months).toEqual([
    { value: '2025-03', articles: 5 },
    { value: '2025-04', articles: 2 },
  ])
  expect(facets?.sources[0]).toEqual({ value: '示例新闻', articles: 4 })
  expect(facets?.statuses).toEqual([
    { value: 'article', articles: 6 },
    { value: 'empty', articles: 1 },
  ])
})

test('an article is what it says now, apart from its page', async () => {
  const model = await backend.article('model.md')
  expect(model).toMatchObject({
    title: '大模型推理加速实践',
    url: 'https://news.example.com/3',
    source: '示例新闻',
    date: '2025-03-03',
    fetchDate: '2025-03-03T08:00:00.000000',
    status: 'article',
    repaired: '',
    blocks: [
      {
        kind: 'paragraph',
        text: '工程师把推理服务的延迟降低了一半，办法是缓存中间结果，并把请求合并成批次处理。',
      },
      {
        kind: 'paragraph',
        text: '后来他们改用量化，权重只占八个比特，速度又快了两成，显存也够放下更长的上下文。',
      },
    ],
  })
  expect(model?.removed.map(({ text }) => text)).toContain(
    '首页 国内 国际 财经 体育 关于我们 联系我们',
  )
})

test('a page that had been misread reads as it was written', async () => {
  const misread = await backend.article('misread.md')
  expect(misread?.blocks.map(({ text }) => text)).toEqual([
    '气象台发布台风蓝色预警，沿海渔船须在今晚八时之前回港避风。',
    '预计明天夜间台风登陆，东部各县有大到暴雨，山区注意防范滑坡。',
  ])
  expect(misread?.repaired).not.toBe('')
})

test('it is brought up to date with what has changed since, and nothing else is read', async () => {
  const archive = archiveFolder()
  cpSync(INDEX, archive.index, { recursive: true })
  cpSync(join(FIXTURES, 'articles/after'), archive.corpus, { recursive: true })
  for (const name of readdirSync(archive.corpus)) {
    const path = join(archive.corpus, name)
    expect(statSync(path).size).toBeGreaterThan(0)
    const isNew = ['model.md', 'search.md', 'english.md'].includes(name)
    const written = new Date(isNew ? '2025-05-02T00:00:00Z' : '2025-05-01T00:00:00Z')
    utimesSync(path, written, written)
  }
  archive.remove('match.md')
  const summary = await buildIndex({
    corpus: archive.corpus,
    index: archive.index,
    threads: 0,
    replace: true,
  })
  expect(summary).toMatchObject({ articles: 7, added: 0, updated: 0, removed: 1, unchanged: 7 })
  expect((await verifyIndex(archive.index)).faults).toEqual([])
  archive.end()
})
