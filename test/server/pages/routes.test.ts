/**
 * Every reply of every route: those of the API are held to their OpenAPI document (contract.test.ts), all others to the table
 * below, over generated parameters, and all of them where a request is refused or there is no index.
 */

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AppOptions, createApp } from '../../../server/app.ts'
import { followIndex } from '../../../src/engine.ts'
import { openSample, type Sample } from '../archive.ts'
import { hostileText } from '../hostile.ts'
import { tagsOf } from '../html.ts'

const html = 'text/html; charset=UTF-8'
const problem = 'application/problem+json'

interface Contract {
  /** Content type by status; '' for no body. */
  readonly replies: Readonly<Record<number, string>>
  /** Of replies with status 200. */
  readonly headers?: Readonly<Record<string, RegExp>>
  /** Parameters that it takes. */
  readonly takes?: readonly string[]
  /** Those that it cannot do without. */
  readonly needs?: string
}

const filters = ['source', 'sourceIs', 'status', 'language', 'from', 'to']
const tagged = { etag: /^W\/"[\w-]+"$/ }
const kept = { 'cache-control': /^public, max-age=31536000, immutable$/ }
const page = { 200: html, 400: html }

/** Routes outside the document. */
const contracts: Readonly<Record<string, Contract>> = {
  '/': { replies: page, headers: tagged, takes: ['q', 'page', 'sort', ...filters] },
  '/articles/:id': { replies: { ...page, 404: html }, headers: tagged, takes: ['q'] },
  '/articles/:id/file': {
    replies: { 200: 'text/plain; charset=utf-8', 400: html, 404: html },
    headers: { 'content-disposition': /^inline; filename\*=UTF-8''[\w%.~!-]+$/ },
  },
  '/sources': { replies: page, headers: tagged },
  '/help': { replies: page },
  '/about': { replies: page, headers: tagged },
  '/api': { replies: page },
  '/api/openapi.json': { replies: { 200: 'application/json', 400: problem } },
  '/language': { replies: { 303: '', 400: html }, takes: ['to', 'back'], needs: 'to=en' },
  '/feed.atom': {
    replies: { 200: 'application/atom+xml; charset=utf-8', 400: html },
    headers: tagged,
    takes: ['q', ...filters],
    needs: 'q=a',
  },
  '/opensearch.xml': {
    replies: { 200: 'application/opensearchdescription+xml; charset=utf-8', 400: html },
  },
  '/opensearch/suggest': {
    replies: { 200: 'application/x-suggestions+json; charset=utf-8', 400: html },
    takes: ['q', 'limit'],
    needs: 'q=a',
  },
  '/metrics': { replies: { 200: 'text/plain; version=0.0.4; charset=utf-8', 400: problem } },
  '/style.css': { replies: { 200: 'text/css; charset=utf-8' }, headers: kept },
  '/icon.svg': { replies: { 200: 'image/svg+xml' }, headers: kept },
  '/client.js': { replies: { 200: 'text/javascript; charset=utf-8' }, headers: kept },
}

/** Of every reply, whatever its status. */
const always: Readonly<Record<string, RegExp>> = {
  'content-security-policy': /default-src 'none'.*frame-ancestors 'none'/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^no-referrer$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'cache-control': /^no-cache$|^public, max-age=31536000, immutable$/,
  vary: /Accept-Language, Cookie/,
  'x-request-id': /^[0-9a-f-]{36}$/,
}

let sample: Sample
let ids: readonly string[]
/** Addresses of every route, those of the document included. */
let everywhere: readonly string[]

beforeAll(async () => {
  sample = await openSample({})
  const { hits } = await sample.backend.search({ query: '的', limit: 9, offset: 0, sort: 'date' })
  ids = hits.map(({ id }) => id)
  const app = createApp(sample.backend)
  const paths = app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path)
  everywhere = paths.map((path) => path.replace(':id', ids[0] ?? ''))
})

afterAll(() => sample.end())

/** What is wrong with a reply; '' for nothing. */
async function complaintOn(reply: Response, { replies, headers = {} }: Contract): Promise<string> {
  const type = replies[reply.status]
  if (type === undefined) return `status ${reply.status}`
  if ((reply.headers.get('content-type') ?? '') !== type) {
    return `${reply.status} is ${reply.headers.get('content-type')}`
  }
  const wanted = reply.status === 200 ? { ...always, ...headers } : always
  for (const [name, value] of Object.entries(wanted)) {
    if (!value.test(reply.headers.get(name) ?? '')) return `${name}: ${reply.headers.get(name)}`
  }
  return type === html ? complaintOnPage(await reply.text()) : complaintOnProblem(reply, type)
}

function complaintOnPage(text: string): string {
  if (!text.startsWith('<!doctype html><html lang="')) return text.slice(0, 60)
  const count = tagsOf(text).filter(({ name }) => name === 'h1').length
  return count === 1 ? '' : `${count} h1`
}

async function complaintOnProblem(reply: Response, type: string): Promise<string> {
  if (type !== problem) return ''
  const said: unknown = await reply.json()
  const { status } = { status: 0, ...(said as object) }
  return status === reply.status ? '' : `says ${status}`
}

const values = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '1',
    '2',
    '2025-03',
    '开源模型',
    '"没有闭合',
    'date',
    'en',
    '/about',
    '//x',
  ),
  hostileText.map((text) => text.slice(0, 200)),
)

function addresses(path: string, { takes = [] }: Contract): fc.Arbitrary<string> {
  const names = fc.oneof(
    { weight: 4, arbitrary: fc.subarray([...takes]) },
    { weight: 1, arbitrary: fc.subarray([...takes, 'colour']) },
  )
  const id = fc.oneof(
    fc.constantFrom(...ids),
    hostileText.map((text) => text.slice(0, 40).toWellFormed()),
  )
  const parts = fc.tuple(id, names, fc.array(values, { minLength: 9, maxLength: 9 }))
  return parts.map(([id, names, values]) => {
    const query = new URLSearchParams()
    for (const [i, name] of names.entries()) query.set(name, values[i] ?? '')
    return `${path.replace(':id', encodeURIComponent(id) || 'x')}?${query}`
  })
}

describe('every route', () => {
  test('stands in the document or in the table', async () => {
    const app = createApp(sample.backend)
    const reply = await app.request('/api/openapi.json')
    const { paths } = (await reply.json()) as { readonly paths: object }
    const documented = Object.keys(paths).map((path) => path.replace(/\{(\w+)\}/g, ':$1'))
    const routes = app.routes.filter(({ method }) => method !== 'ALL').map(({ path }) => path)
    expect([...new Set(routes)].sort()).toEqual([...documented, ...Object.keys(contracts)].sort())
  })

  test('replies as the table says, whatever is asked', async () => {
    const app = createApp(sample.backend)
    for (const [path, contract] of Object.entries(contracts)) {
      const seen = new Set<number>()
      await fc.assert(
        fc.asyncProperty(addresses(path, contract), async (address) => {
          const reply = await app.request(address)
          seen.add(reply.status)
          expect([address, await complaintOn(reply, contract)]).toEqual([address, ''])
        }),
        { numRuns: 40 },
      )
      const usual = `${path.replace(':id', ids[0] ?? '')}?${contract.needs ?? ''}`
      seen.add((await app.request(usual)).status)
      // No line of the table is there for nothing.
      const missing = Object.keys(contract.replies).filter((status) => !seen.has(Number(status)))
      expect([path, missing]).toEqual([path, []])
    }
  })
})

describe('a request that is not answered', () => {
  const isForPrograms = (path: string) => /^\/(?:(?:api|health)\/|metrics$)/.test(path)

  async function expectAll(
    status: number,
    options: AppOptions,
    headers: Readonly<Record<string, string>>,
    open: RegExp,
  ) {
    const app = createApp(sample.backend, options)
    for (const path of everywhere) {
      const reply = await app.request(path, { headers })
      if (open.test(path)) continue
      const contract = { replies: { [status]: isForPrograms(path) ? problem : html } }
      expect([path, await complaintOn(reply, contract)]).toEqual([path, ''])
    }
  }

  const none = /^$/

  test('by its host', () => expectAll(403, {}, { host: 'evil.example' }, none))

  test('by its origin', () =>
    expectAll(403, {}, { host: 'localhost', origin: 'https://evil.example' }, none))

  test('without the token', () =>
    expectAll(401, { token: '口令' }, {}, /^\/(?:health\/live|style\.css|icon\.svg|client\.js)$/))

  test('after too many', async () => {
    const app = createApp(sample.backend, { perMinute: 1 })
    await app.request('/help')
    for (const path of everywhere) {
      const reply = await app.request(path)
      const contract = { replies: { 429: isForPrograms(path) ? problem : html } }
      expect([path, await complaintOn(reply, contract)]).toEqual([path, ''])
      expect(reply.headers.get('retry-after')).toMatch(/^\d+$/)
    }
  })

  test('without an index, but for what needs none', async () => {
    const backend = await followIndex('/nowhere/at/all')
    const app = createApp(backend)
    const needsNone =
      /^\/(?:help|api|api\/openapi\.json|health\/live|metrics|opensearch\.xml|.*\.(?:css|svg|js)|language)$/
    for (const path of everywhere) {
      const reply = await app.request(/\/search$|suggest$|feed/.test(path) ? `${path}?q=a` : path)
      if (needsNone.test(path)) {
        expect([path, reply.status]).toEqual([path, path === '/language' ? 400 : 200])
        continue
      }
      const contract = { replies: { 503: isForPrograms(path) ? problem : html } }
      expect([path, await complaintOn(reply, contract)]).toEqual([path, ''])
    }
    await backend.close()
  })

  test.each([
    ['/nothing', html],
    ['/api/nothing', problem],
    ['/health/nothing', problem],
    ['/articles/', html],
  ])('because nothing is at %s', async (path, type) => {
    const reply = await createApp(sample.backend).request(path)
    expect(await complaintOn(reply, { replies: { 404: type } })).toBe('')
  })

  test('by its method', async () => {
    const app = createApp(sample.backend)
    for (const path of everywhere) {
      const reply = await app.request(path, { method: 'POST' })
      const contract = { replies: { 404: isForPrograms(path) ? problem : html } }
      expect([path, await complaintOn(reply, contract)]).toEqual([path, ''])
    }
  })
})

test('the entrance lets in with the token, and says no without it', async () => {
  const app = createApp(sample.backend, { token: '口令' })
  const enter = (token: string) =>
    app.request('/enter', { method: 'POST', body: new URLSearchParams({ token }) })
  const contract = { replies: { 303: '', 401: html, 413: html } }
  for (const [token, status] of [
    ['口令', 303],
    ['别的', 401],
    ['长'.repeat(9_000), 413],
  ] as const) {
    const reply = await enter(token)
    expect([await complaintOn(reply.clone(), contract), reply.status]).toEqual(['', status])
  }
})
