import { describe, expect, test } from 'vitest'
import { addSecurityHeaders, checkHostAndOrigin } from '../../../server/http/guard.ts'
import { createSmallApp } from './small-app.ts'

const site = 'https://reader.example'

function ask(path: string, headers: Record<string, string>) {
  const check = checkHostAndOrigin({ allowedHosts: ['archive.lan'], allowedOrigins: [site] })
  return createSmallApp([addSecurityHeaders(), check]).request(path, { headers })
}

describe('the host', () => {
  test.each([
    'localhost',
    'localhost:3000',
    '127.0.0.1:80',
    '[::1]:3000',
    'archive.lan',
    'ARCHIVE.LAN:81',
  ])('%s is ours', async (host) => {
    expect((await ask('/', { host })).status).toBe(200)
  })

  test.each([
    'evil.example',
    'archive.lan.evil.example',
    '192.0.2.1',
    '',
    'a b',
    '127.0.0.1.evil.example',
  ])('%j is refused', async (host) => {
    const reply = await ask('/', { host })
    expect(reply.status).toBe(403)
    expect(await reply.text()).toBe(`This server is not known as ${host}.`)
  })
})

describe('a script', () => {
  const host = 'archive.lan:3000'

  test.each([
    ['ours', '/', `http://${host}`, 200],
    ['ours behind a proxy that speaks TLS', '/', `https://${host}`, 200],
    ['one of a site that was allowed, at the API', '/api/search', site, 200],
    ['one of that site, at a page', '/', site, 403],
    ['one of that site, at a page that begins like the API', '/apiary', site, 403],
    ['one of another site', '/api/search', 'https://evil.example', 403],
    ['one from a file', '/api/search', 'null', 403],
    ['ours at another port', '/', 'http://archive.lan:4000', 403],
  ])('that is %s', async (_which, path, origin, status) => {
    const reply = await ask(path, { host, origin })
    expect(reply.status).toBe(status)
    const allowed = reply.headers.get('access-control-allow-origin')
    expect(allowed).toBe(status === 200 && origin === site ? site : null)
  })
})

describe('the headers', () => {
  test('of every reply keep its text from running, framing and telling', async () => {
    for (const reply of [await ask('/', {}), await ask('/', { host: 'evil.example' })]) {
      const policy = reply.headers.get('content-security-policy') ?? ''
      expect(policy).toMatch(/^default-src 'none';/)
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
      expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
      expect(reply.headers.get('referrer-policy')).toBe('no-referrer')
      expect(reply.headers.get('cache-control')).toBe('no-cache')
      expect(reply.headers.get('vary')).toBe('Accept-Language, Cookie')
    }
  })

  test('that a route sets itself stay', async () => {
    const app = createSmallApp([addSecurityHeaders()], (context) =>
      context.text('x', 200, { 'Content-Security-Policy': 'sandbox', 'Cache-Control': 'no-store' }),
    )
    const { headers } = await app.request('/')
    expect(headers.get('content-security-policy')).toBe('sandbox')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })
})
