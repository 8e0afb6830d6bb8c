/** Feeds are valid Atom (RFC 4287) and the search engine a valid OpenSearch description, whatever stands in articles and queries. */

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Archive, serveSample } from '../archive.ts'
import { hostileText } from '../hostile.ts'
import { type Element, parseXml } from '../xml.ts'

const HARM = '</title><script>alert(1)</script> &amp; ]]> "\'<'

let archive: Archive
beforeAll(async () => {
  archive = await serveSample({
    'harm.md': `---\ntitle: ${JSON.stringify(`${HARM} 恶意样本`)}\nurl: https://evil.example/1\nsource: ${JSON.stringify(HARM)}\ndate: 2031-05-01\nfetch_date: 2031-05-02T08:00:00\n---\n\n恶意样本写道：\`${HARM}\`，这一段足够长，算是一篇文章。\n`,
    'undated.md': '# 恶意样本没有日期\n\n恶意样本的正文，没有标题之外的任何字段，这一段足够长。\n',
  })
})
afterAll(() => archive.end())

const get = (path: string, language = 'en') =>
  archive.app.request(path, { headers: { 'accept-language': language } })

async function feedOf(
  query: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Element> {
  const reply = await get(`/feed.atom?${new URLSearchParams({ q: query, ...more })}`)
  expect(reply.status).toBe(200)
  return parseXml(await reply.text())
}

const all = ({ children }: Element, name: string) => children.filter((one) => one.name === name)
const textOf = (element: Element, name: string) => {
  const [only, ...more] = all(element, name)
  expect([name, more.length]).toEqual([name, 0])
  return only?.text ?? ''
}
const linkOf = (element: Element, rel: string) =>
  all(element, 'link').find(({ attributes }) => attributes.rel === rel)?.attributes.href ?? ''

/** What RFC 4287 asks of a feed (4.1.1) and of its entries (4.1.2). */
function expectAtom(feed: Element): readonly Element[] {
  expect([feed.name, feed.attributes.xmlns]).toEqual(['feed', 'http://www.w3.org/2005/Atom'])
  const entries = all(feed, 'entry')
  for (const element of [feed, ...entries]) {
    expect(URL.canParse(textOf(element, 'id'))).toBe(true)
    expect(textOf(element, 'title')).not.toBe('')
    // A date of RFC 3339.
    const updated = textOf(element, 'updated')
    expect(new Date(updated).toISOString()).toBe(updated.replace('Z', '.000Z'))
    expect(URL.canParse(linkOf(element, 'alternate'))).toBe(true)
  }
  for (const entry of entries) {
    const [author] = all(entry, 'author')
    expect(author && textOf(author, 'name')).not.toBe('')
  }
  const ids = entries.map((entry) => textOf(entry, 'id'))
  expect(new Set(ids).size).toBe(ids.length)
  return entries
}

describe('a feed', () => {
  test('is valid Atom, whose links lead back to it, to the search and to the articles', async () => {
    const feed = await feedOf('供应链攻击')
    const entries = expectAtom(feed)
    expect(entries.length).toBeGreaterThan(1)
    const self = linkOf(feed, 'self')
    expect(self).toBe(textOf(feed, 'id'))
    for (const address of [
      self,
      linkOf(feed, 'alternate'),
      linkOf(entries[0] ?? feed, 'alternate'),
    ]) {
      const { origin, pathname, search } = new URL(address)
      expect(origin).toBe('http://localhost')
      expect((await get(pathname + search)).status).toBe(200)
    }
  })

  test('is as new as its newest entry, and entries come newest first', async () => {
    const feed = await feedOf('恶意样本')
    const days = expectAtom(feed).map((entry) => textOf(entry, 'updated'))
    expect(days).toEqual(['2031-05-02T00:00:00Z', '1970-01-01T00:00:00Z'])
    expect(textOf(feed, 'updated')).toBe(days[0])
  })

  test('of a search that finds nothing is one, with no entries', async () => {
    const feed = await feedOf('"龙须菜炒香蕉"')
    expect(expectAtom(feed)).toEqual([])
    expect(textOf(feed, 'updated')).toBe('1970-01-01T00:00:00Z')
  })

  test('shows what articles hold as text', async () => {
    const [entry] = expectAtom(await feedOf('恶意样本'))
    if (entry === undefined) throw new Error('no entry')
    expect(textOf(entry, 'title')).toContain('</title><script>alert(1)</script>')
    expect(textOf(entry, 'title')).toContain(']]> "\'<')
    expect(textOf(entry, 'author')).toContain('</title><script>')
    expect(textOf(entry, 'summary')).toContain('恶意样本写道')
    expect(entry.children.map(({ name }) => name).sort()).toEqual([
      'author',
      'id',
      'link',
      'summary',
      'title',
      'updated',
    ])
  })

  test('keeps to the filters of the search', async () => {
    const whole = expectAtom(await feedOf('移动'))
    const part = expectAtom(await feedOf('移动', { from: '2024-05', to: '2024-05' }))
    const ids = whole.map((entry) => textOf(entry, 'id'))
    expect(part.length).toBeGreaterThan(0)
    expect(part.length).toBeLessThan(whole.length)
    expect(ids).toEqual(expect.arrayContaining(part.map((entry) => textOf(entry, 'id'))))
  })

  test('speaks the language of its reader', async () => {
    for (const language of ['en', 'zh-Hans', 'zh-Hant']) {
      const feed = parseXml(await (await get('/feed.atom?q=模型', language)).text())
      expect(feed.attributes['xml:lang']).toBe(language)
    }
  })

  test('is well-formed and asks for what was asked, whatever that is', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const query = text.slice(0, 300).toWellFormed()
        const feed = await feedOf(query)
        expectAtom(feed)
        expect(new URL(linkOf(feed, 'self')).searchParams.get('q')).toBe(query)
        expect(new URL(linkOf(feed, 'alternate')).searchParams.get('q')).toBe(query)
      }),
      { numRuns: 30 },
    )
  })
})

describe('the search engine for browsers', () => {
  const describeEngine = async (language: string) =>
    parseXml(await (await get('/opensearch.xml', language)).text())

  test.each(['en', 'zh-Hans', 'zh-Hant'])('is a valid description in %s', async (language) => {
    const engine = await describeEngine(language)
    expect(engine.name).toBe('OpenSearchDescription')
    expect(engine.attributes.xmlns).toBe('http://a9.com/-/spec/opensearch/1.1/')
    // OpenSearch 1.1 allows a short name of 16 characters and a description of 1,024.
    expect(textOf(engine, 'ShortName')).toMatch(/^[^<>]{1,16}$/u)
    expect(textOf(engine, 'Description')).toMatch(/^[^<>]{1,1024}$/u)
    expect(textOf(engine, 'InputEncoding')).toBe('UTF-8')
  })

  test('shows an image that is there', async () => {
    const engine = await describeEngine('en')
    const [image] = all(engine, 'Image')
    const reply = await get(new URL(image?.text ?? '').pathname)
    expect(reply.headers.get('content-type')).toBe(image?.attributes.type)
  })

  test('has addresses that answer in the type that they name, for any terms', async () => {
    const urls = all(await describeEngine('en'), 'Url')
    expect(urls.map(({ attributes }) => attributes.type)).toEqual([
      'text/html',
      'application/x-suggestions+json',
      'application/atom+xml',
    ])
    for (const { attributes } of urls) {
      const template = attributes.template ?? ''
      expect(template.match(/\{[^}]*\}/g)).toEqual(['{searchTerms}'])
      const address = template.replace('{searchTerms}', encodeURIComponent('供应链 & "攻击"'))
      const { pathname, search } = new URL(address)
      const reply = await get(pathname + search)
      expect(reply.status).toBe(200)
      expect(reply.headers.get('content-type')).toContain(attributes.type)
    }
  })

  test('suggests queries after the query itself, at most as many as were asked for', async () => {
    const reply = await get('/opensearch/suggest?q=供&limit=2')
    const [query, suggestions] = (await reply.json()) as [string, readonly string[]]
    expect(query).toBe('供')
    expect(suggestions.length).toBe(2)
    expect(suggestions.every((each) => typeof each === 'string')).toBe(true)
    expect(await (await get('/opensearch/suggest?q=')).json()).toEqual(['', []])
  })
})

test('the reader of XML in these tests refuses what is not well-formed', () => {
  const head = '<?xml version="1.0" encoding="utf-8"?>\n'
  expect(parseXml(`${head}<a b="&lt;"><c/>x &amp; y</a>`)).toEqual({
    name: 'a',
    attributes: { b: '<' },
    children: [{ name: 'c', attributes: {}, children: [], text: '' }],
    text: 'x & y',
  })
  for (const wrong of [
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a>&</a>',
    '<a>&nbsp;</a>',
    '<a b=c/>',
    '<a b="1" b="2"/>',
    '<a><</a>',
    '<a>\u0001</a>',
    'x<a/>',
  ])
    expect(() => parseXml(head + wrong)).toThrow()
  expect(() => parseXml('<a/>')).toThrow('no declaration')
})
