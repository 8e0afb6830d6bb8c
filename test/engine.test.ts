import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SearchBackend } from '../src/backend/backend.ts'
import { analyze, buildIndex, type IndexProgress, openIndex } from '../src/engine.ts'
import { bodyOf } from '../src/index/store/article-record.ts'
import { parse } from '../src/query/parse.ts'
import { quoted } from '../src/query/tokens/quotes.ts'
import { normalizeText } from '../src/text/normalize/normalize.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from './helpers/archive-folder.ts'

/** The articles of the sample corpus, indexed once; nothing here writes to the index. */
let archive: ArchiveFolder
let backend: SearchBackend
let articles: readonly { readonly id: string; readonly title: string; readonly body: string }[]
const progress: IndexProgress[] = []

beforeAll(async () => {
  archive = archiveFolder()
  const onProgress = (step: IndexProgress) => progress.push(step)
  await buildIndex({ corpus: 'corpus', index: archive.index, threads: 0, onProgress })
  backend = await openIndex(archive.index)
  const { hits } = await backend.search({ ...everything, query: 'date:1900..2100' })
  articles = await Promise.all(
    hits.map(async ({ id }) => {
      const stored = await backend.article(id)
      return { id, title: stored?.title ?? '', body: stored ? bodyOf(stored) : '' }
    }),
  )
})
afterAll(async () => {
  await backend.close()
  archive.end()
})

const everything = { limit: 10_000, offset: 0, sort: 'relevance' } as const
const ask = (query: string) => backend.search({ ...everything, query })
const idsOf = async (query: string) => (await ask(query)).hits.map(({ id }) => id)

/** Can a query quote this text? Some marks can stand in no quotation. */
function isQuotable(text: string): boolean {
  const [only, ...more] = parse(quoted(text)).root.children
  return only?.kind === 'phrase' && only.text === text && more.length === 0
}

describe('the sample corpus', () => {
  test('is found whole, with the bodies of most of its articles', async () => {
    expect(articles.length).toBeGreaterThanOrEqual(40)
    expect(articles.filter(({ body }) => body.length > 200).length).toBeGreaterThan(30)
  })

  test('any piece of any body, quoted, finds its article', async () => {
    const piece = fc
      .tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 12 }))
      .map(([which, at, length]) => {
        const withBody = articles.filter(({ body }) => body !== '')
        const { id = '', body = '' } = withBody[which % withBody.length] ?? {}
        const characters = [...body]
        const start = at % characters.length
        return { id, body, text: characters.slice(start, start + length).join('') }
      })
    await fc.assert(
      fc.asyncProperty(piece, async ({ id, body, text }) => {
        const needle = normalizeText(text).trim()
        fc.pre(needle !== '' && isQuotable(text) && normalizeText(body).includes(needle))
        expect(await idsOf(quoted(text))).toContain(id)
      }),
      { numRuns: 600 },
    )
  })

  test('every title, quoted or in the field of titles, finds its article', async () => {
    for (const { id, title } of articles) {
      expect(await idsOf(quoted(title))).toContain(id)
      expect(await idsOf(`title:${quoted(title)}`)).toContain(id)
    }
  })

  test('every Chinese title, typed as it is, finds its article among the first', async () => {
    const plain = articles.filter(({ title }) =>
      /^[\p{Script=Han}，。：、0-9a-zA-Z ]+$/u.test(title),
    )
    expect(plain.length).toBeGreaterThan(10)
    for (const { id, title } of plain) expect((await idsOf(title)).slice(0, 3)).toContain(id)
  })

  test('every snippet is a piece of its article, and every mark lies inside it', async () => {
    for (const query of ['书籍', '漏洞 补丁', '"供应链"', 'search', '的']) {
      for (const { id, snippets } of (await ask(query)).hits) {
        const body = articles.find((article) => article.id === id)?.body ?? ''
        for (const { text, marks } of snippets) {
          expect(flat(body)).toContain(flat(text.replace(/^…|…$/g, '')))
          for (const [start, end] of marks) expect(text.slice(start, end)).not.toBe('')
        }
      }
    }
  })

  test('is indexed step by step, each step telling how far it is', () => {
    const phases = new Set(progress.map(({ phase }) => phase))
    expect([...phases]).toEqual(['finding', 'learning', 'reading', 'merging'])
    for (const { filesDone, filesTotal } of progress)
      expect(filesDone).toBeLessThanOrEqual(filesTotal)
    const last = progress.findLast(({ phase }) => phase === 'reading')
    expect(last?.filesDone).toBe(last?.filesTotal)
    expect(last?.bytesDone).toBe(last?.bytesTotal)
  })
})

const flat = (text: string) => text.replace(/\s+/g, ' ').trim()

describe('an index', () => {
  test('that is not there is missing, and says how to build it', async () => {
    await expect(openIndex(archive.otherIndex())).rejects.toMatchObject({
      code: 'index-missing',
      message: expect.stringContaining('souwen index'),
    })
  })

  test('gives articles by id, by path and by absolute path, and none for others', async () => {
    const own = archiveFolder()
    own.write(
      '2025/甲.md',
      fetchedFile({
        title: '苹果丰收',
        body: '今年的苹果又大又甜，果农忙着采摘，合作社说价格也不错。',
      }),
    )
    const { corpus, index } = own
    await buildIndex({ corpus, index, threads: 0 })
    const reader = await openIndex(index)
    const article = await reader.article('2025/甲.md')
    expect(article).toMatchObject({
      title: '苹果丰收',
      path: '2025/甲.md',
      source: '示例网',
      date: '2025-03-09',
      fetchDate: '2025-03-09T12:03:13.017231',
      status: 'article',
      blocks: [
        { kind: 'paragraph', text: '今年的苹果又大又甜，果农忙着采摘，合作社说价格也不错。' },
      ],
    })
    expect(await reader.article(`${corpus}/2025/甲.md`)).toEqual(article)
    expect(await reader.article('./2025/甲.md')).toEqual(article)
    expect(await reader.article(article?.id ?? '')).toEqual(article)
    for (const other of ['2025/乙.md', '甲.md', '0123456789abcdef', ''])
      expect(await reader.article(other)).toBeUndefined()
    await reader.close()
    own.end()
  })

  test('finds by words, phrase, title, source and days together', async () => {
    const own = archiveFolder()
    const file = (n: number, title: string, source: string, date: string, body: string) =>
      own.write(
        `${n}.md`,
        fetchedFile({ title, source, date, body, url: `https://${n}.example.org/` }),
      )
    file(
      1,
      '国产开源模型发布',
      '甲报',
      '2025-01-15',
      '研究所今天公布了新的开源模型，权重可以免费下载。',
    )
    file(
      2,
      '模型开源的代价',
      '乙报',
      '2025-02-15',
      '有人说开源的模型并不省钱，训练与推理都要花费不少。',
    )
    file(3, '苹果丰收', '甲报', '2025-03-15', '今年的苹果又大又甜，果农说没有用什么模型来预测。')
    await buildIndex({ corpus: own.corpus, index: own.index, threads: 0 })
    const reader = await openIndex(own.index)
    const titles = async (query: string, more = {}) => {
      const { hits, total } = await reader.search({ ...everything, query, ...more })
      return hits.slice(0, total).map(({ title }) => title)
    }
    expect((await titles('模型 开源')).sort()).toEqual(['国产开源模型发布', '模型开源的代价'])
    expect(await titles('"开源模型"')).toEqual(['国产开源模型发布'])
    expect(await titles('開源模型 -下載')).toEqual(['模型开源的代价'])
    expect(await titles('title:苹果')).toEqual(['苹果丰收'])
    expect(await titles('模型 source:甲报 date:2025-02..')).toEqual(['苹果丰收'])
    expect(await titles('模型', { source: '乙', from: '2025-02', to: '2025-02' })).toEqual([
      '模型开源的代价',
    ])
    expect(await titles('模型', { sort: 'date' })).toEqual([
      '苹果丰收',
      '模型开源的代价',
      '国产开源模型发布',
    ])
    expect(await titles('')).toEqual([])
    await expect(titles('模型', { from: '2025-13' })).rejects.toMatchObject({ code: 'bad-request' })
    await reader.close()
    own.end()
  })
})

test('a text is cut as the indexer cuts it', async () => {
  const tokens = await analyze('全文检索：CVE-2025-1234')
  expect(tokens.map(({ term }) => term)).toEqual(
    expect.arrayContaining(['全文检索', '全文', '检索', 'cve-2025-1234', 'cve', '2025', '1234']),
  )
})
