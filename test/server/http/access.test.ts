import { describe, expect, test } from 'vitest'
import { addEntrance, requireToken } from '../../../server/http/access.ts'
import { createSmallApp } from './small-app.ts'

const token = '一个口令 with spaces'

function app() {
  const one = createSmallApp([requireToken(token)])
  addEntrance(one, token)
  return one
}

function enter(typed: string): Response | Promise<Response> {
  return app().request('/enter', { method: 'POST', body: new URLSearchParams({ token: typed }) })
}

/** The cookie as a browser sends it back. */
async function receivedCookie(): Promise<string> {
  const reply = await enter(token)
  return (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

describe('without the token', () => {
  test.each(['/', '/api/search?q=a', '/articles/1', '/style.css/more', '/enter/', '/Enter'])(
    '%s is closed',
    async (path) => {
      const reply = await app().request(path)
      expect(reply.status).toBe(401)
      expect(reply.headers.get('www-authenticate')).toBe('Bearer')
    },
  )

  test.each(['/health/live', '/style.css', '/icon.svg', '/client.js'])(
    '%s is open',
    async (path) => {
      expect((await app().request(path)).status).toBe(200)
    },
  )
})

describe('a program', () => {
  const ascii = 'a-token'
  const ask = (authorization: string) =>
    createSmallApp([requireToken(ascii)]).request('/', { headers: { authorization } })

  test.each(['Bearer a-token', 'bearer a-token', 'BEARER a-token'])('%s opens', async (header) => {
    expect((await ask(header)).status).toBe(200)
  })

  test.each([
    'Bearer',
    'Bearer a-toke',
    'Bearer a-token2',
    'Bearer A-TOKEN',
    'Basic a-token',
    'a-token',
    'Bearer  a-token',
  ])('%s does not', async (header) => {
    expect((await ask(header)).status).toBe(401)
  })
})

describe('a reader', () => {
  test('is let in by the token, sent home, and remembered for thirty days by a cookie no script sees', async () => {
    const reply = await enter(token)
    expect(reply.status).toBe(303)
    expect(reply.headers.get('location')).toBe('/')
    const cookie = reply.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
    expect(cookie).toMatch(/Max-Age=2592000/)
    expect(decodeURIComponent(cookie)).not.toContain(token)
  })

  test('gets in with that cookie', async () => {
    const cookie = await receivedCookie()
    expect((await app().request('/', { headers: { cookie } })).status).toBe(200)
  })

  test('does not get in with the cookie of another token, nor with the token as the cookie', async () => {
    const cookie = await receivedCookie()
    const other = createSmallApp([requireToken('another')])
    expect((await other.request('/', { headers: { cookie } })).status).toBe(401)
    const forged = `access=${encodeURIComponent(token)}`
    expect((await app().request('/', { headers: { cookie: forged } })).status).toBe(401)
  })

  test.each(['', '一个口令', `${token} `, token.toUpperCase()])(
    '%j is not the token',
    async (typed) => {
      const reply = await enter(typed)
      expect(reply.status).toBe(401)
      expect(reply.headers.get('set-cookie')).toBeNull()
    },
  )

  test('a file in place of the token is refused', async () => {
    const body = new FormData()
    body.set('token', new File([token], 'token.txt'))
    const reply = await app().request('/enter', { method: 'POST', body })
    expect(reply.status).toBe(401)
  })
})
