/** Facets, histogram and chips on the page: every count leads to its articles, and every filter can be taken off. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Archive, serveSample } from '../archive.ts'
import { linksOf, tagsOf, textOf } from '../html.ts'

let archive: Archive
beforeAll(async () => {
  archive = await serveSample({
    'cut.md':
      '---\ntitle: 蜃景站的长文\nurl: https://example.org/long\nsource: 蜃景站\ndate: 2025-05-02\n---\n\n蜃景站写过一篇很长的文章，它讲的是海市蜃楼的成因。\n\n[内容过长，已截断]\n',
  })
})
afterAll(() => archive.end())

const page = async (path: string) =>
  (await archive.app.request(path, { headers: { 'accept-language': 'zh-CN' } })).text()

const totalOf = (html: string) => Number(/找到 ([\d,]+) 篇/.exec(textOf(html))?.[1])

/** The links of the facets with the counts behind them. */
function countsIn(html: string): readonly { readonly link: string; readonly count: number }[] {
  const list = html.slice(html.indexOf('<aside class="facets"'))
  return [...list.matchAll(/<a href="([^"]*)"><bdi>[^<]*<\/bdi><\/a><small>(\d+)<\/small>/g)].map(
    ([, link = '', count]) => ({ link: link.replaceAll('&amp;', '&'), count: Number(count) }),
  )
}

describe('the results page', () => {
  test('every count leads to as many articles as it says, and to copies that others stood for', async () => {
    const html = await page('/?q=的')
    const counts = countsIn(html)
    expect(counts.length).toBeGreaterThan(10)
    const reply = await archive.app.request('/api/search?q=的&all=1')
    const { total } = (await reply.json()) as { readonly total: number }
    const hidden = total - totalOf(html)
    expect(hidden).toBeGreaterThan(0)
    for (const { link, count } of counts) {
      const more = totalOf(await page(link)) - count
      expect(more, link).toBeGreaterThanOrEqual(0)
      expect(more, link).toBeLessThanOrEqual(hidden)
    }
  })

  test('the bars of the histogram lead to their months and add up', async () => {
    const html = await page('/?q=的')
    const svg = html.slice(html.indexOf('<svg'), html.indexOf('</svg>'))
    const bars = tagsOf(svg).filter(({ name }) => name === 'a')
    let sum = 0
    for (const { attributes } of bars) {
      const label = (attributes as { readonly 'aria-label'?: string })['aria-label'] ?? ''
      const count = Number(/：([\d,]+) 篇/.exec(label)?.[1])
      expect([label, totalOf(await page(attributes.href ?? ''))]).toEqual([label, count])
      sum += count
    }
    expect(sum).toBe(totalOf(html))
  })

  test('every filter is a chip that takes it off and leaves the others', async () => {
    const filters = {
      source: '星桥',
      sourceIs: '星桥日报',
      status: 'article',
      language: 'zh',
      from: '2024',
      to: '2025-12',
    }
    const html = await page(`/?${new URLSearchParams({ q: '移动', ...filters })}`)
    const chips = linksOf(
      html.slice(html.indexOf('<ul class="chips"'), html.indexOf('<div class="summary"')),
    )
    const kept = chips.map((link) => [...new URL(link, 'http://x').searchParams.keys()])
    const names = Object.keys(filters)
    expect(kept).toEqual(names.map((name) => ['q', ...names.filter((one) => one !== name)]))
  })

  test('the form keeps the filters that it has no fields for', async () => {
    const html = await page('/?q=的&status=article&language=zh')
    const hidden = tagsOf(html)
      .filter(({ name }) => name === 'input')
      .map(({ attributes }) => [attributes.name, attributes.value])
    expect(hidden).toEqual(
      expect.arrayContaining([
        ['status', 'article'],
        ['language', 'zh'],
      ]),
    )
  })

  test('sorted by fetch is a link away', async () => {
    expect(linksOf(await page('/?q=的'))).toContain('/?q=%E7%9A%84&sort=fetched')
  })
})
