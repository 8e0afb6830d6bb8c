/**
 * Numbers on the pages of a random archive in which most texts have copies, of other sources, months and labels. Each number is
 * held against what the link beside it finds.
 */

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import type { ServerApp } from '../../server/http/environment.ts'
import type { IndexStats, SearchBackend, SuggestResult } from '../../src/backend/backend.ts'
import { buildIndex, openIndex } from '../../src/engine.ts'
import { type ArchiveFolder, archiveFolder } from '../helpers/archive-folder.ts'
import { unescaped } from './html.ts'

const TEXTS = 24
const WORDS = ['开源', '模型', '漏洞', '苹果', '手机', '固件', '签名', '服务器', '更新', '数据']
const SOURCES = ['磐石社区', '海港日报', 'Security Weekly', '"引号" & 报', '']

const word = fc.constantFrom(...WORDS)
/** No two texts share so many runs of words that they are taken for copies. */
const body = fc
  .array(
    fc
      .array(fc.oneof(word, fc.integer({ min: 1000, max: 99_999 }).map(String)), {
        minLength: 6,
        maxLength: 9,
      })
      .map((words) => `${words.join('的')}。`),
    { minLength: 4, maxLength: 6 },
  )
  .map((sentences) => sentences.join(''))
const copy = fc.record({
  source: fc.constantFrom(...SOURCES),
  date: fc.constantFrom('', '2022-11-30', '2024-12-31', '2025-01-01', '2025-01-31', '2025-02-10'),
  author: fc.constantFrom('', '李四', '李', 'Ann'),
  tag: fc.constantFrom('', 'sea', 'sea/north', 'Sea', 'land'),
})
const archiveOf = fc.array(
  fc.record({
    title: fc.tuple(word, word, fc.nat(99)).map(([a, b, n]) => `${a}${b}第${n}号`),
    body,
    copies: fc.array(copy, { minLength: 1, maxLength: 5 }),
  }),
  { minLength: TEXTS, maxLength: TEXTS },
)

let folder: ArchiveFolder
let backend: SearchBackend
let app: ServerApp

beforeAll(async () => {
  folder = archiveFolder()
  const [texts = []] = fc.sample(archiveOf, { numRuns: 1, seed: 20_250_210 })
  for (const [number, { title, body, copies }] of texts.entries())
    for (const [place, { source, date, author, tag }] of copies.entries())
      folder.write(
        `${number}-${place}.md`,
        [
          '---',
          `title: ${title}`,
          `url: https://example.org/${number}/${place}`,
          `source: '${source}'`,
          `date: ${date}`,
          `author: ${author}`,
          `tags: [${tag}]`,
          '---',
          '',
          body,
          '',
        ].join('\n'),
      )
  await buildIndex({ corpus: folder.corpus, index: folder.index, threads: 0 })
  backend = await openIndex(folder.index)
  app = createApp(backend)
})

afterAll(async () => {
  await backend.close()
  folder.end()
})

const page = async (path: string) =>
  (await app.request(path, { headers: { 'Accept-Language': 'en' } })).text()
const numberIn = (text = '') => Number(text.replaceAll(',', ''))

/** The number that a page of results says it has found. */
async function totalOf(path: string): Promise<number> {
  const [, total] = /<p role="status">([\d,]+)/.exec(await page(path)) ?? []
  return numberIn(total)
}

interface Told {
  readonly link: string
  readonly number: number
}

function told(html: string, pattern: RegExp): readonly Told[] {
  return Array.from(html.matchAll(pattern), ([, link = '', number]) => ({
    link: unescaped(link),
    number: numberIn(number),
  }))
}

const FACET = /<li><a href="([^"]+)"><bdi>[^<]*<\/bdi><\/a><small>([\d,]+)<\/small>/g
const BAR = /<a href="([^"]+)" aria-label="[^"]*: ([\d,]+)">/g
const SOURCE = /<a href="([^"]+)"><bdi>[^<]*<\/bdi><\/a><\/td><td class="number">([\d,]+)/g

async function expectTrue(all: readonly Told[]): Promise<void> {
  for (const { link, number } of all)
    expect({ link, number: await totalOf(link) }).toEqual({ link, number })
}

describe('a number is what its link finds', () => {
  test('the archive has copies of other sources and months', async () => {
    const { total } = await backend.search(everything())
    const { total: all } = await backend.search({ ...everything(), all: true })
    expect(all).toBeGreaterThan(total * 1.5)
    expect(total).toBeGreaterThan(TEXTS * 0.8)
  })

  test.each([
    'q=模型',
    'q=漏洞+OR+苹果',
    'q=固件+-手机',
    'q=&from=2022',
    'q=数据&from=2025-01-15',
    'q=数据&source=报',
    'q=签名&sourceIs=海港日报',
    'q=title:模型&to=2025-01',
    'q=更新&status=article&language=zh',
  ])('in the facets and bars of %s', async (parameters) => {
    const html = await page(`/?${encodeURI(parameters)}`)
    const facets = told(html, FACET)
    expect(facets.length).toBeGreaterThan(3)
    await expectTrue([...facets, ...told(html, BAR)])
  })

  test('on the page of sources', async () => {
    const sources = told(await page('/sources'), SOURCE)
    expect(sources).toHaveLength(SOURCES.length - 1)
    await expectTrue(sources)
  })

  test('in the statistics, for sources and for months', async () => {
    const stats = (await (await app.request('/api/stats')).json()) as IndexStats
    for (const { source, articles } of stats.sources.filter((one) => one.source !== '')) {
      const { total } = await backend.search({ ...everything(), sourceIs: source })
      expect({ source, articles }).toEqual({ source, articles: total })
    }
    for (const { month, articles } of stats.months.filter((one) => one.month !== '')) {
      const { total } = await backend.search({ ...everything(), from: month, to: month })
      expect({ month, articles }).toEqual({ month, articles: total })
    }
  })

  test.each(['模', '漏', 'shou', '海', 'sec', '固件', '模型 数', 'title:x 更'])(
    'in the completions of %s',
    async (typed) => {
      const path = `/api/suggest?${new URLSearchParams({ q: typed })}`
      const { suggestions } = (await (await app.request(path)).json()) as SuggestResult
      expect(suggestions).not.toEqual([])
      await expectTrue(
        suggestions.map(({ query, articles }) => ({
          link: `/?${new URLSearchParams({ q: query })}`,
          number: articles,
        })),
      )
    },
  )
})

function everything() {
  return { query: 'is:article', limit: 0, offset: 0, sort: 'date' } as const
}
