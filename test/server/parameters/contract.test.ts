/** Every reply of the API, over generated parameters, is what the OpenAPI document says. */

import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../../server/app.ts'
import { followIndex } from '../../../src/engine.ts'
import { type Archive, openSample, serveSample } from '../archive.ts'
import { hostileText } from '../hostile.ts'
import { tagsOf, textOf } from '../html.ts'

interface Parameter {
  readonly name: string
  readonly in: 'query' | 'path'
  readonly required?: boolean
  readonly schema: { readonly enum?: readonly string[]; readonly maximum?: number }
}

interface Document {
  readonly openapi: string
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly get: {
          readonly parameters?: readonly Parameter[]
          readonly responses: Readonly<
            Record<string, { readonly content?: Readonly<Record<string, { schema: object }>> }>
          >
        }
      }
    >
  >
}

let archive: Archive
let document: Document
let ids: readonly string[]
const ajv = new Ajv2020({ strict: false, validateFormats: false })

beforeAll(async () => {
  archive = await serveSample({})
  // What it is made of is what these tests look at.
  document = (await json('/api/openapi.json')) as Document
  ajv.addSchema(document, 'document')
  const { hits } = (await json('/api/search?q=的&limit=20')) as { hits: { id: string }[] }
  ids = hits.map(({ id }) => id)
})

afterAll(() => archive.end())

async function json(path: string): Promise<unknown> {
  return (await archive.app.request(path)).json()
}

function valueFor({ name, schema }: Parameter): fc.Arbitrary<string> {
  const usual = ['', '0', '1', '2025-03', '2024', '开源模型', '供应链攻击 蜜蜂', '"没有闭合', 'ld']
  const known = fc.constantFrom(...usual, ...(schema.enum ?? []), String(schema.maximum ?? 7))
  const identity = name === 'id' ? fc.constantFrom(...ids) : known
  return fc.oneof(
    { weight: 5, arbitrary: identity },
    { weight: 1, arbitrary: hostileText.map((text) => text.slice(0, 200)) },
  )
}

/** A path of the document with values for its parameters, now and then with one too many. */
function addresses(path: string): fc.Arbitrary<string> {
  const parameters = document.paths[path]?.get.parameters ?? []
  const values = fc.record(
    Object.fromEntries(parameters.map((parameter) => [parameter.name, valueFor(parameter)])),
    { requiredKeys: parameters.filter((one) => one.in === 'path').map(({ name }) => name) },
  )
  const odd = fc.constantFrom({}, {}, {}, { colour: 'red' })
  return fc.tuple(values, odd).map(([values, odd]) => {
    const query = new URLSearchParams(odd)
    let address = path
    for (const { name, in: place } of parameters) {
      const value = values[name]
      if (value === undefined) continue
      if (place === 'path') {
        address = address.replace(`{${name}}`, encodeURIComponent(value.toWellFormed()) || 'x')
      } else query.set(name, value)
    }
    return `${address}?${query}`
  })
}

function pointer(...steps: readonly string[]): string {
  const escaped = steps.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1'))
  return `document#/${escaped.map(encodeURIComponent).join('/')}`
}

/** What is wrong with a reply; '' for nothing. */
async function complaintOn(path: string, reply: Response): Promise<string> {
  const status = String(reply.status)
  const type = reply.headers.get('content-type')?.split(';')[0] ?? ''
  const responses = document.paths[path]?.get.responses ?? {}
  const documented = responses[status]
  if (!documented) return `status ${status} is not documented`
  if (!documented.content) return (await reply.text()) === '' ? '' : 'no content is documented'
  if (!documented.content[type]) return `${type} is not documented for ${status}`
  const place = ['paths', path, 'get', 'responses', status, 'content', type, 'schema']
  const validate = ajv.getSchema(pointer(...place))
  if (!validate) return 'no schema'
  return validate(await reply.json()) ? '' : ajv.errorsText(validate.errors)
}

describe('the document', () => {
  test('is OpenAPI 3.1 and names every route of the API', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths).sort()).toEqual([
      '/api/articles/{id}',
      '/api/search',
      '/api/sources',
      '/api/stats',
      '/api/suggest',
      '/health/live',
      '/health/ready',
    ])
  })

  test('holds for every reply, whatever is asked', async () => {
    for (const path of Object.keys(document.paths)) {
      await fc.assert(
        fc.asyncProperty(addresses(path), async (address) => {
          const reply = await archive.app.request(address)
          expect([address, await complaintOn(path, reply)]).toEqual([address, ''])
        }),
        { numRuns: 60 },
      )
    }
  })

  test.each([
    [401, { token: '口令' }, {}],
    [403, {}, { host: 'evil.example' }],
    [429, { perMinute: 1 }, {}],
  ] as const)('holds for refusals: %i', async (status, options, headers) => {
    const { backend, end } = await openSample({})
    const app = createApp(backend, options)
    await app.request('/style.css')
    for (const path of Object.keys(document.paths)) {
      const reply = await app.request(path, { headers })
      if (status === 401 && path === '/health/live') continue
      expect([path, reply.status]).toEqual([path, status])
      expect([path, await complaintOn(path, reply)]).toEqual([path, ''])
    }
    await end()
  })

  test('holds where there is no index, and for what was sent already', async () => {
    const nothing = await followIndex('/nowhere/at/all')
    const app = createApp(nothing)
    for (const path of Object.keys(document.paths)) {
      const address = `${path}${/search|suggest/.test(path) ? '?q=a' : ''}`
      const reply = await app.request(address)
      expect([path, reply.status]).toEqual([path, path === '/health/live' ? 200 : 503])
      expect([path, await complaintOn(path, reply)]).toEqual([path, ''])
      const there = address.replace('{id}', ids[0] ?? '')
      const tag = (await archive.app.request(there)).headers.get('etag')
      if (tag === null) continue
      const again = await archive.app.request(there, { headers: { 'if-none-match': tag } })
      expect([path, again.status, await complaintOn(path, again)]).toEqual([path, 304, ''])
    }
    await nothing.close()
  })

  test('names every field: a reply with another one does not pass', () => {
    const validate = ajv.getSchema(pointer('components', 'schemas', 'Live'))
    expect(validate?.({ status: 'live' })).toBe(true)
    expect(validate?.({ status: 'live', more: 1 })).toBe(false)
  })

  test('with everything asked for, facets and explanations too', async () => {
    const reply = await archive.app.request('/api/search?q=供应链攻击&facets=1&explain=1')
    const result = await reply.clone().json()
    expect(await complaintOn('/api/search', reply)).toBe('')
    expect(result).toMatchObject({ facets: { elsewhere: 0 } })
    expect(JSON.stringify(result)).toContain('"explanation":')
  })

  test('can be read as a page', async () => {
    const html = await (await archive.app.request('/api')).text()
    expect(tagsOf(html).filter(({ name }) => name === 'h1')).toHaveLength(1)
    for (const path of Object.keys(document.paths)) expect(textOf(html)).toContain(`GET ${path}`)
  })
})

describe('a reply', () => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    archive.app.request(path, { headers })

  test('has a tag by which it is not sent again, another for each query and language', async () => {
    const first = await get('/?q=书籍')
    const tag = first.headers.get('etag') ?? ''
    const again = await get('/?q=书籍', { 'if-none-match': tag })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(again.headers.get('content-security-policy')).toBeTruthy()
    for (const [path, language] of [
      ['/?q=书', ''],
      ['/?q=书籍', 'en'],
    ] as const) {
      const other = await get(path, { 'if-none-match': tag, 'accept-language': language })
      expect(other.status).toBe(200)
    }
    expect((await get('/?q=a&page=0')).headers.get('etag')).toBeNull()
  })

  test('is compressed where that is understood', async () => {
    const plain = await (await get('/?q=的')).text()
    const reply = await get('/?q=的', { 'accept-encoding': 'gzip' })
    expect(reply.headers.get('content-encoding')).toBe('gzip')
    const body = reply.body?.pipeThrough(new DecompressionStream('gzip'))
    const text = await new Response(body).text()
    const steady = (html: string) => html.replace(/用时 [\d.,]+/g, '')
    expect(steady(text)).toBe(steady(plain))
  })
})

describe('GET /metrics', () => {
  test('counts stages, searches without result, and the age of the index', async () => {
    const { app } = archive
    await app.request('/api/search?q=书籍')
    await app.request(`/?q=${encodeURIComponent('"龙须菜炒香蕉"')}`)
    const text = await (await app.request('/metrics')).text()
    expect(text).toMatch(/souwen_stage_seconds_count\{stage="search"\} [1-9]/)
    expect(text).toMatch(/souwen_searches_total\{found="none"\} [1-9]/)
    expect(text).toMatch(/souwen_requests_total\{route="\/api\/search",status="200"\} [1-9]/)
    expect(Number(/souwen_index_age_seconds ([\d.]+)/.exec(text)?.[1])).toBeLessThan(3_600)
    expect(text).not.toContain('书籍')
  })
})

describe('for browsers and feed readers', () => {
  test('a search is a feed, newest fetched first, of entries that keep their ids', async () => {
    const reply = await archive.app.request('/feed.atom?q=供应链攻击')
    expect(reply.headers.get('content-type')).toContain('application/atom+xml')
    const xml = await reply.text()
    const entries = [...xml.matchAll(/<id>urn:souwen:([0-9a-f]{16})<\/id>/g)]
    const found = (await json('/api/search?q=供应链攻击&sort=fetched&limit=50')) as {
      hits: { id: string; lacks?: unknown }[]
    }
    // Articles that lack words are no news.
    const complete = found.hits.filter(({ lacks }) => lacks === undefined)
    expect(entries.map(([, id]) => id)).toEqual(complete.map(({ id }) => id))
    expect((await archive.app.request('/feed.atom')).status).toBe(400)
  })

  test('the archive is a search engine, with suggestions', async () => {
    const xml = await (await archive.app.request('/opensearch.xml')).text()
    expect(xml).toContain('template="http://localhost/?q={searchTerms}"')
    const suggestions = await json('/opensearch/suggest?q=供应')
    expect(suggestions).toEqual(['供应', expect.arrayContaining(['供应链'])])
  })

  test('no query breaks the feed: every < in it is one of ours', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (query) => {
        const q = new URLSearchParams({ q: query.slice(0, 300) })
        const xml = await (await archive.app.request(`/feed.atom?${q}`)).text()
        const ours =
          /<\?xml [^<>]*\?>|<\/?(?:feed|title|id|updated|entry|author|name|summary)(?: xml[^<>]*)?>|<link [^<>]*\/>/g
        expect(xml.replace(ours, '')).not.toMatch(/[<>]/)
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
      }),
      { numRuns: 40 },
    )
  })
})
