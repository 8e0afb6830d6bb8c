/** The article page around its text, and the pages about the archive. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Archive, serveSample } from '../archive.ts'
import { linksOf, tagsOf, textOf } from '../html.ts'

let archive: Archive
beforeAll(async () => {
  archive = await serveSample({
    'table.md':
      '---\ntitle: 蜃景的表格\nurl: https://example.org/table\nsource: 蜃景站\ndate: 2025-05-02\n---\n\n蜃景站用一张表列出各地看到的蜃景，下面就是这张表，请读者对照。\n\n| 地点 | 看到的蜃景 |\n| --- | --- |\n| 蓬莱 | 蜃景 |\n\n- 第一条蜃景\n- 没有\n- 又一条蜃景\n',
  })
})
afterAll(() => archive.end())

const page = async (path: string, language = 'zh-CN') =>
  (await archive.app.request(path, { headers: { 'accept-language': language } })).text()

async function articleOf(query: string): Promise<string> {
  const reply = await archive.app.request(`/api/search?${new URLSearchParams({ q: query })}`)
  // What it is made of is what this looks at.
  const { hits } = (await reply.json()) as { readonly hits: readonly { readonly id: string }[] }
  return `/articles/${hits[0]?.id}`
}

describe('an article', () => {
  test('has every place of the query marked, numbered in order, in paragraphs, cells and items', async () => {
    const html = await page(`${await articleOf('蜃景的表格')}?q=蜃景`)
    const marks = [...html.matchAll(/<mark id="mark-(\d+)">([^<]*)<\/mark>/g)]
    const text = textOf(html.slice(html.indexOf('<article'), html.indexOf('</article>')))
    // The title is not marked: the reader came by it.
    expect(marks.length).toBe(text.split('蜃景').length - 1 - 2)
    expect(marks.map(([, number]) => Number(number))).toEqual(marks.map((_, i) => i + 1))
    for (const [, , marked] of marks) expect(marked).toMatch(/^蜃景/)
    const links = linksOf(html).filter((link) => link.startsWith('#mark-'))
    expect(links).toEqual(marks.map((_, i) => `#mark-${i + 1}`))
    expect(textOf(html)).toContain(`搜索词出现 ${marks.length} 处`)
  })

  test('without a query has no mark', async () => {
    const html = await page(await articleOf('蜃景的表格'))
    expect(tagsOf(html).some(({ name }) => name === 'mark')).toBe(false)
  })

  test('can be cited, and tells where its file is', async () => {
    const text = textOf(await page(await articleOf('蜃景的表格')))
    expect(text).toContain('《蜃景的表格》，蜃景站，2025-05-02，https://example.org/table')
    expect(text).toContain('more/table.md')
  })

  test('names related articles, never itself', async () => {
    const path = await articleOf('供应链攻击')
    const html = await page(path)
    const links = linksOf(html.slice(html.indexOf('<section class="related"')))
    const articles = links.filter((link) => link.startsWith('/articles/'))
    expect(articles.length).toBeGreaterThan(0)
    expect(articles).not.toContain(path)
  })
})

describe('the pages about the archive', () => {
  test('/sources names every source with its figures, and leads to its articles', async () => {
    const reply = await archive.app.request('/api/sources')
    const { sources } = (await reply.json()) as {
      readonly sources: readonly { source: string; articles: number; recent: number[] }[]
    }
    const html = await page('/sources')
    for (const { source } of sources) if (source) expect(textOf(html)).toContain(source)
    const first = linksOf(html).find((link) => link.includes('sourceIs=')) ?? ''
    const named = new URL(first, 'http://x').searchParams.get('sourceIs')
    const articles = sources.find(({ source }) => source === named)?.articles
    expect(textOf(await page(first))).toContain(`找到 ${articles} 篇`)
    const [largest] = sources
    expect(largest?.recent).toHaveLength(24)
    expect(largest?.recent.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0)
  })

  test('/help’s examples are queries without a warning', async () => {
    const links = linksOf(await page('/help')).filter((link) => link.startsWith('/?q='))
    expect(links.length).toBeGreaterThan(8)
    for (const link of links) {
      const query = new URL(link, 'http://x').searchParams.get('q') ?? ''
      const reply = await archive.app.request(`/api/search?${new URLSearchParams({ q: query })}`)
      expect([query, await reply.json()]).toEqual([
        query,
        expect.not.objectContaining({ warnings: expect.anything() }),
      ])
    }
  })

  test('/about tells generation, size and versions', async () => {
    const text = textOf(await page('/about'))
    expect(text).toMatch(/索引代次1/)
    expect(text).toMatch(/souwen \d+\.\d+\.\d+，Node\.js \d+/)
  })

  test.each(['/sources', '/help', '/about'])('%s takes no parameters', async (path) => {
    expect((await archive.app.request(`${path}?colour=red`)).status).toBe(400)
  })
})
