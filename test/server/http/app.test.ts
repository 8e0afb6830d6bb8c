/** Pages and API over a real index of the sample corpus, asked without a socket. */

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SearchResult } from '../../../src/search/answers/result.ts'
import { type Archive, serveSample } from '../archive.ts'
import { hostileText } from '../hostile.ts'
import { linksOf, type Tag, tagsOf, textOf } from '../html.ts'

const HOSTILE_BODY = [
  '有人在文章里写下 <script>document.title="破"</script> 和 <img src=x onerror=alert(1)> 两段代码。',
  '[点这里](javascript:alert(1)) 或 [那里](data:text/html,<script>alert(2)</script>)，都不该成为链接。',
  '```html\n<svg onload=alert(3)></svg></code></pre><script>alert(4)</script>\n```',
  '| 甲 | </td></tr><script>alert(5)</script> |\n| --- | --- |\n| 乙 | " onmouseover="alert(6) |',
].join('\n\n')

let archive: Archive

beforeAll(async () => {
  archive = await serveSample({
    'empty.md':
      '---\ntitle: 没有正文的页面\nurl: https://mp.weixin.qq.com/s/leer\nsource: 空壳\ndate: 2025-05-02\n---\n',
    'hostile.md': `---\ntitle: </title><script>alert(0)</script>\u202e反写\nurl: javascript:alert(1)\nsource: <b>黑站</b>\ndate: 2025-05-01\n---\n\n${HOSTILE_BODY}\n`,
  })
})

afterAll(() => archive.end())

const get = (path: string, headers: Record<string, string> = {}) =>
  archive.app.request(path, { headers })
const page = async (path: string) => (await get(path)).text()

/** The one script of our own comes from our own address and holds nothing. */
function isForeignScript({ name, attributes }: Tag): boolean {
  const { src = '' } = attributes as { readonly src?: string }
  return name === 'script' && !/^\/client\.js\?v=[0-9a-f]{12}$/.test(src)
}

async function search(parameters: Record<string, string>): Promise<SearchResult> {
  const reply = await get(`/api/search?${new URLSearchParams(parameters)}`)
  expect(reply.status).toBe(200)
  // What it is made of is what these tests look at.
  return (await reply.json()) as SearchResult
}

describe('GET /api/search', () => {
  test('explain=1 says how each score comes about', async () => {
    const { hits } = await search({ q: '供应链攻击', explain: '1' })
    expect(hits.length).toBeGreaterThan(1)
    for (const { score, explanation } of hits) {
      const parts = explanation?.parts ?? []
      expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(score, 9)
    }
    expect((await search({ q: '供应链攻击', explain: '0' })).hits[0]?.explanation).toBeUndefined()
  })

  test('tells query, total, time and hits with marked snippets', async () => {
    const result = await search({ q: '供应链攻击', limit: '1' })
    expect(Object.keys(result)).toEqual(['query', 'total', 'tookMs', 'partial', 'hits'])
    expect(result.hits).toHaveLength(1)
    const [hit] = result.hits
    expect(Object.keys(hit ?? {})).toEqual([
      'id',
      'score',
      'title',
      'titleMarks',
      'url',
      'source',
      'date',
      'path',
      'fetchDate',
      'status',
      'truncated',
      'repaired',
      'authors',
      'tags',
      'snippets',
    ])
    const marked = hit?.snippets.flatMap(({ text, marks }) =>
      marks.map(([start, end]) => text.slice(start, end)),
    )
    expect(marked).toContain('供应链攻击')
  })

  test('limit and offset part one list', async () => {
    const all = await search({ q: '的', limit: '50' })
    const parts = await Promise.all(
      [0, 7, 14].map((offset) => search({ q: '的', limit: '7', offset: String(offset) })),
    )
    expect(parts.flatMap(({ hits }) => hits)).toEqual(all.hits.slice(0, 21))
    expect(all.total).toBeGreaterThan(21)
  })

  test('source, dates and order narrow and sort', async () => {
    const { hits } = await search({
      q: '移动',
      source: '星桥',
      from: '2024-05',
      to: '2025',
      sort: 'date',
    })
    expect(hits.map(({ source }) => source).every((source) => source.includes('星桥'))).toBe(true)
    const dates = hits.map(({ date }) => date)
    expect(dates).toEqual(dates.toSorted().toReversed())
    expect(dates.length).toBeGreaterThan(1)
  })

  test('says which words the hits lack and what was read as plain words', async () => {
    const { total, partial, hits } = await search({ q: '供应链攻击 蜜蜂' })
    expect({ total, partial }).toEqual({ total: 0, partial: expect.any(Number) })
    expect(hits.every(({ lacks = [] }) => lacks.length > 0)).toBe(true)
    expect((await search({ q: '苹果 "没有闭合' })).warnings?.[0]?.position).toBe(3)
  })

  test.each([
    ['limit=0', 'limit'],
    ['limit=many', 'limit'],
    ['offset=-1', 'offset'],
    ['sort=title', 'sort'],
    ['from=2025-02-30', 'from'],
    ['to=soon', 'to'],
    ['size=10', 'size'],
    ['q=b', 'q'],
    [`source=${'长'.repeat(10_000)}`, 'source'],
  ])('refuses %s by the name of the parameter', async (parameter, name) => {
    const reply = await get(`/api/search?q=a&${parameter}`)
    expect(reply.status).toBe(400)
    expect(reply.headers.get('content-type')).toBe('application/problem+json')
    expect(await reply.json()).toMatchObject({ status: 400, parameter: name })
  })

  test('no query is an error of this program', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (query) => {
        const reply = await get(`/api/search?${new URLSearchParams({ q: query.slice(0, 500) })}`)
        expect(reply.status).toBe(200)
      }),
      { numRuns: 60 },
    )
  })
})

describe('GET /api/articles/:id', () => {
  test('tells what the index holds', async () => {
    const { hits } = await search({ q: '書籍', limit: '1' })
    const response = await get(`/api/articles/${hits[0]?.id}`)
    const reply = (await response.json()) as Record<string, unknown>
    expect(reply).toMatchObject({
      id: hits[0]?.id,
      title: hits[0]?.title,
      path: hits[0]?.path,
      status: 'article',
    })
    for (const name of ['url', 'source', 'date', 'fetchDate', 'body'])
      expect(typeof reply[name]).toBe('string')
  })

  test.each([
    '0000000000000000',
    'x',
    '..%2f..%2fetc%2fpasswd',
    '%00',
    '__proto__',
    encodeURIComponent('<script>'),
  ])('%s is not there', async (id) => {
    const reply = await get(`/api/articles/${id}`)
    expect(reply.status).toBe(404)
    expect(reply.headers.get('content-type')).toBe('application/problem+json')
  })
})

describe('the pages', () => {
  test('the first has a form that works without JavaScript, and no script but ours', async () => {
    const html = await page('/')
    const tags = tagsOf(html)
    expect(tags.find(({ name }) => name === 'form')?.attributes).toMatchObject({
      action: '/',
      role: 'search',
    })
    expect(
      tags.find(({ name, attributes }) => name === 'input' && attributes.name === 'q'),
    ).toBeDefined()
    expect(tags.filter(isForeignScript)).toEqual([])
  })

  test('results show titles, sources, dates and marks, and lead to the articles', async () => {
    const { hits, total } = await search({ q: '书籍' })
    const html = await page('/?q=书籍')
    const text = textOf(html)
    for (const { title, source, date } of hits)
      for (const part of [title, source, date]) expect(text).toContain(part)
    expect(text).toContain(String(total))
    expect(tagsOf(html).filter(({ name }) => name === 'mark').length).toBeGreaterThan(0)
    expect(linksOf(html)).toContain(`/articles/${hits[0]?.id}?q=${encodeURIComponent('书籍')}`)
  })

  test('further results are a link away', async () => {
    const links = linksOf(await page('/?q=的'))
    const next = links.find((link) => link.includes('page=2')) ?? ''
    expect((await get(next)).status).toBe(200)
    expect(textOf(await page(next))).not.toBe(textOf(await page('/?q=的')))
  })

  test('nothing found: what to try, as links that find something', async () => {
    const html = await page(`/?q=${encodeURIComponent('供应链攻击 source:没有这个来源')}`)
    const again = linksOf(html).find((link) => link === `/?q=${encodeURIComponent('供应链攻击')}`)
    expect(again).toBeDefined()
  })

  test('what was not understood is quoted, and how to write it is said in Chinese', async () => {
    const text = textOf(await page(`/?q=${encodeURIComponent('苹果 date:明天见')}`))
    expect(text).toContain('date:明天见')
    expect(text).toContain('字段写作 source:来源、title:词语 或 date:2025-03。')
    expect(text).not.toContain('no date')
  })

  test('a result without text says that nothing but its title is there', async () => {
    const { hits } = await search({ q: '没有正文的页面', limit: '1' })
    expect(hits[0]?.snippets).toEqual([])
    expect(textOf(await page('/?q=没有正文的页面'))).toContain('没有抓取到正文')
  })

  test('an article shows its text, its kinds of blocks, and the way back', async () => {
    const { hits } = await search({ q: '固件镜像', limit: '1' })
    const html = await page(`/articles/${hits[0]?.id}?q=固件镜像`)
    expect(textOf(html)).toContain('烧录机只校验 CRC32')
    expect(tagsOf(html).some(({ name }) => name === 'table')).toBe(true)
    expect(linksOf(html)).toContain(`/?q=${encodeURIComponent('固件镜像')}`)
  })

  test.each([
    ['/articles/0000000000000000', 404],
    ['/nothing', 404],
    ['/?q=a&page=0', 400],
    ['/?colour=red', 400],
  ])('%s is a page with status %d', async (path, status) => {
    const reply = await get(path)
    expect(reply.status).toBe(status)
    expect(reply.headers.get('content-type')).toContain('text/html')
    tagsOf(await reply.text())
  })

  test('what cannot be searched for comes back in the form, with the wrong field open and named', async () => {
    const asked = new URLSearchParams({
      q: '苹果',
      sort: 'date',
      source: '"><script>alert(1)</script>',
      from: '2025-02-30',
    })
    const html = await page(`/?${asked}`)
    const tags = tagsOf(html)
    const fields = tags.filter(({ name }) => name === 'input').map(({ attributes }) => attributes)
    expect(fields.map(({ name, value }) => [name, value])).toEqual([
      ['q', asked.get('q')],
      ['sort', 'date'],
      ['source', asked.get('source')],
      ['from', asked.get('from')],
      ['to', ''],
    ])
    expect(
      fields.filter((field) => field['aria-invalid'] === 'true').map(({ name }) => name),
    ).toEqual(['from'])
    expect(tags.find(({ name }) => name === 'details')?.attributes).toHaveProperty('open')
    expect(textOf(html)).toContain('起始日期（from）应是真实的日期')
  })

  test('a query of 10,000 characters is refused, and so much of it as can be searched for is kept', async () => {
    const html = await page(`/?q=${'长'.repeat(10_000)}`)
    expect(textOf(html)).toContain('搜索词（q）最多 1,000 个字符。')
    const field = tagsOf(html).find(({ attributes }) => attributes.name === 'q')
    expect(field?.attributes.value).toBe('长'.repeat(1000))
  })

  test('what is wrong with an address that no form made is told without a form', async () => {
    const tags = tagsOf(await page('/articles/0000000000000000?colour=red'))
    expect(tags.some(({ name }) => name === 'form')).toBe(false)
  })

  test.each(['/', '/?q=书籍', '/?q=a&page=0', '/nothing'])(
    '%s has one main heading',
    async (path) => {
      expect(tagsOf(await page(path)).filter(({ name }) => name === 'h1')).toHaveLength(1)
    },
  )
})

describe('what articles hold', () => {
  test('never becomes an element, an attribute or a link', async () => {
    const { hits } = await search({ q: '两段代码', limit: '1' })
    for (const path of [
      `/?q=${encodeURIComponent('黑站')}`,
      '/?q=两段代码',
      `/articles/${hits[0]?.id}`,
    ]) {
      const html = await page(path)
      const tags = tagsOf(html)
      expect(
        tags.filter((tag) => isForeignScript(tag) || ['img', 'path', 'iframe'].includes(tag.name)),
      ).toEqual([])
      // Notices have such elements of their own.
      expect(html).not.toContain('<b>黑站')
      // The histogram's.
      expect(tags.filter(({ name }) => name === 'svg').length).toBeLessThanOrEqual(1)
      for (const { attributes } of tags) {
        for (const [name, value] of Object.entries(attributes)) {
          expect(name).not.toMatch(/^on/)
          expect(value).not.toMatch(/^\s*(?:javascript|data):/i)
        }
      }
    }
  })

  test('reads as it was written', async () => {
    const { hits } = await search({ q: '两段代码', limit: '1' })
    const text = textOf(await page(`/articles/${hits[0]?.id}`))
    expect(text).toContain('<script>document.title="破"</script>')
    expect(text).toContain('<svg onload=alert(3)></svg></code></pre><script>alert(4)</script>')
    expect(text).not.toContain('\u202e')
  })

  test('nor do queries', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (query) => {
        const html = await page(`/?${new URLSearchParams({ q: query.slice(0, 300) })}`)
        expect(tagsOf(html).filter(isForeignScript)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('every reply', () => {
  test.each(['/', '/?q=书籍', '/api/search?q=书籍', '/api/search', '/nothing', '/health/live'])(
    'to %s is guarded',
    async (path) => {
      const { headers } = await get(path)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('access-control-allow-origin')).toBeNull()
    },
  )

  test('goes to the names of this machine only', async () => {
    expect((await get('/', { host: 'localhost:3000' })).status).toBe(200)
    expect((await get('/api/search?q=a', { host: 'evil.example' })).status).toBe(403)
  })

  test('to /health/live is short', async () => {
    expect(await (await get('/health/live')).json()).toEqual({ status: 'live' })
  })
})
