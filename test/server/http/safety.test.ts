/** Who may ask, how much, and what is written down of it. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../../server/app.ts'
import type { SearchLimits } from '../../../server/searching/search-queue.ts'
import { serve } from '../../../server/serve.ts'
import { openSample, type Sample } from '../archive.ts'
import { tagsOf, textOf } from '../html.ts'

let sample: Sample

beforeAll(async () => {
  sample = await openSample({})
})

afterAll(() => sample.end())

describe('a browser’s script of another site', () => {
  const get = (path: string, origin: string, allowedOrigins: readonly string[] = []) =>
    createApp(sample.backend, { allowedOrigins }).request(path, {
      headers: { origin, host: '127.0.0.1:3000' },
    })

  test.each(['https://evil.example', 'null', 'http://127.0.0.1:9999', 'http://localhost:3000'])(
    'from %s is refused',
    async (origin) => {
      for (const path of ['/', '/api/search?q=a', '/health/ready', '/style.css']) {
        const reply = await get(path, origin)
        expect([path, reply.status]).toEqual([path, 403])
        expect(reply.headers.get('access-control-allow-origin')).toBeNull()
      }
    },
  )

  test('from our own pages is answered', async () => {
    expect((await get('/api/search?q=a', 'http://127.0.0.1:3000')).status).toBe(200)
  })

  test('is answered by the API alone where it was allowed', async () => {
    const friend = 'https://friend.example'
    const reply = await get('/api/search?q=a', friend, [friend])
    expect(reply.status).toBe(200)
    expect(reply.headers.get('access-control-allow-origin')).toBe(friend)
    expect((await get('/?q=a', friend, [friend])).status).toBe(403)
    expect((await get('/api/search?q=a', `${friend}.evil`, [friend])).status).toBe(403)
  })
})

describe('with a token', () => {
  const token = '口令 with spaces'
  const app = () => createApp(sample.backend, { token })

  test.each([
    ['nothing', {}],
    ['another one', { authorization: 'Bearer 口令' }],
    ['the token itself as a cookie', { cookie: `access=${encodeURIComponent(token)}` }],
    ['an empty cookie', { cookie: 'access=' }],
  ])('who sends %s gets nothing of the archive', async (_, sent) => {
    const headers = Object.fromEntries(
      Object.entries(sent).map(([name, value]) => [name, encodeURI(String(value))]),
    )
    for (const path of ['/', '/api/search?q=书籍', '/api/stats', '/articles/0000000000000000']) {
      const reply = await app().request(path, { headers })
      expect([path, reply.status]).toEqual([path, 401])
      expect(await reply.text()).not.toMatch(/\/articles\/|total|总数/)
    }
    expect((await app().request('/health/live')).status).toBe(200)
  })

  test('programs send it in a header', async () => {
    const plain = createApp(sample.backend, { token: 'open-sesame' })
    const headers = { authorization: 'Bearer open-sesame' }
    expect((await plain.request('/api/search?q=书籍', { headers })).status).toBe(200)
  })

  test('a reader types it once, and the cookie that remembers it is not it', async () => {
    const page = await (await app().request('/')).text()
    const form = tagsOf(page).find(({ name }) => name === 'form')?.attributes
    expect(form).toMatchObject({ action: '/enter', method: 'post' })
    const wrong = await app().request('/enter', {
      method: 'POST',
      body: new URLSearchParams({ token: 'x' }),
    })
    expect(wrong.status).toBe(401)
    expect(textOf(await wrong.text())).toContain('口令不对')
    const reply = await app().request('/enter', {
      method: 'POST',
      body: new URLSearchParams({ token }),
    })
    expect(reply.status).toBe(303)
    const cookie = reply.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly.*SameSite=Strict/i)
    expect(decodeURIComponent(cookie)).not.toContain(token)
    const headers = { cookie: cookie.split(';')[0] ?? '' }
    expect((await app().request('/?q=书籍', { headers })).status).toBe(200)
  })

  test('a body that is too large is not read', async () => {
    const body = new URLSearchParams({ token: 'x'.repeat(100_000) })
    const headers = { 'content-length': String(String(body).length) }
    const reply = await app().request('/enter', { method: 'POST', body, headers })
    expect(reply.status).toBe(413)
  })
})

describe('an address that others can reach', () => {
  const options = () => ({ backend: sample.backend, host: '0.0.0.0', port: 0 })

  test('needs a token or --public', async () => {
    await expect(serve(options())).rejects.toThrow(/--token.*--public/)
    for (const more of [{ token: 'x' }, { isPublic: true }]) {
      const server = await serve({ ...options(), ...more })
      await server.close()
    }
  })
})

describe('more requests than the limit', () => {
  const ask = (app: ReturnType<typeof createApp>, remoteAddress: string) =>
    // What the limit reads of a socket.
    app.request('/api/stats', {}, { incoming: { socket: { remoteAddress } } } as never)

  test('are refused with the time to wait, address by address', async () => {
    const app = createApp(sample.backend, { perMinute: 3 })
    for (let count = 0; count < 3; count++) expect((await ask(app, '192.0.2.1')).status).toBe(200)
    const refused = await ask(app, '192.0.2.1')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect((await ask(app, '192.0.2.2')).status).toBe(200)
  })

  test('from this machine are answered unless a limit is named', async () => {
    const app = createApp(sample.backend)
    for (let count = 0; count < 650; count++) {
      expect((await ask(app, '127.0.0.1')).status).toBe(200)
    }
  })
})

describe('searches', () => {
  const slow = (limits: SearchLimits, searchMs: number) => {
    let [running, most] = [0, 0]
    const backend = {
      ...sample.backend,
      async search(request: Parameters<Sample['backend']['search']>[0]) {
        most = Math.max(most, ++running)
        await new Promise((resolve) => setTimeout(resolve, searchMs))
        running--
        return sample.backend.search(request)
      },
    }
    const app = createApp(backend, { limits })
    // Another query each time: the answer to the same one is kept.
    let asked = 0
    return { ask: () => app.request(`/api/search?q=书籍${++asked}`), most: () => most }
  }

  test.each(['/api/search?q=书籍', '/?q=书籍'])('count nothing: %s', async (path) => {
    const stats = async () =>
      expect.unreachable('the figures of a generation are made of every article')
    const reply = await createApp({ ...sample.backend, stats }).request(path)
    expect(reply.status).toBe(200)
    expect(reply.headers.get('etag')).not.toBeNull()
  })

  test('run so many at a time, the rest wait, and what is too many is refused', async () => {
    const { ask, most } = slow({ running: 2, waiting: 3, waitMs: 5_000, workMs: 5_000 }, 30)
    const replies = await Promise.all(Array.from({ length: 8 }, ask))
    const statuses = replies.map(({ status }) => status).sort()
    expect(statuses).toEqual([200, 200, 200, 200, 200, 503, 503, 503])
    expect(most()).toBe(2)
    expect(replies.at(-1)?.headers.get('retry-after')).toBe('1')
    expect((await ask()).status).toBe(200)
  })

  test('that wait or take too long are refused, and their turn is given on', async () => {
    const { ask } = slow({ running: 1, waiting: 3, waitMs: 20, workMs: 1_000 }, 200)
    const statuses = (await Promise.all([ask(), ask()])).map(({ status }) => status)
    expect(statuses).toEqual([200, 503])
    expect((await ask()).status).toBe(200)
    const { ask: askSlower } = slow({ running: 1, waiting: 3, waitMs: 1_000, workMs: 20 }, 100)
    expect((await askSlower()).status).toBe(503)
  })

  /** Searches that go on until they are stopped, and why each was. */
  const endless = () => {
    const reasons: string[] = []
    const backend = {
      ...sample.backend,
      search: ({ signal }: Parameters<Sample['backend']['search']>[0]) =>
        new Promise<never>((_, reject) => {
          signal?.addEventListener('abort', () => {
            reasons.push(String(signal.reason.message))
            reject(signal.reason)
          })
        }),
    }
    return { backend, reasons }
  }

  test('that take too long are told to stop', async () => {
    const { backend, reasons } = endless()
    const limits = { running: 1, waiting: 3, waitMs: 1_000, workMs: 20 }
    const app = createApp(backend, { limits })
    expect((await app.request('/api/search?q=书籍')).status).toBe(503)
    expect(reasons).toEqual([expect.stringContaining('took too long')])
  })

  test('stop when nobody waits for them any more, and not before', async () => {
    const { backend, reasons } = endless()
    const server = await serve({ backend, host: '127.0.0.1', port: 0 })
    const ask = () => {
      const gone = new AbortController()
      const address = `${server.address}/api/search?q=${encodeURIComponent('书籍')}`
      const over = fetch(address, { signal: gone.signal }).catch(() => undefined)
      return { leave: () => gone.abort(), over }
    }
    const readers = [ask(), ask()]
    await new Promise((resolve) => setTimeout(resolve, 200))
    readers[0]?.leave()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(reasons).toEqual([])
    readers[1]?.leave()
    await expect.poll(() => reasons).toEqual([expect.stringContaining('Nobody waits')])
    await Promise.all(readers.map(({ over }) => over))
    await server.close()
  })
})

describe('the log', () => {
  const logged = async (logQueries: boolean, path: string) => {
    const lines: Record<string, unknown>[] = []
    const write = (facts: object) => lines.push({ ...facts })
    const app = createApp(sample.backend, { log: { info: write, error: write }, logQueries })
    const reply = await app.request(path)
    return { reply, lines }
  }

  test('tells route, status and stage times of each request, and its id, which the reply has too', async () => {
    const { reply, lines } = await logged(false, '/?q=书籍')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ method: 'GET', route: '/', status: 200 })
    for (const name of ['waitMs', 'searchMs', 'renderMs', 'totalMs', 'found'])
      expect(typeof lines[0]?.[name]).toBe('number')
    const { requestId } = lines[0] ?? {}
    expect(reply.headers.get('x-request-id')).toBe(requestId)
    expect(reply.headers.get('server-timing')).toMatch(/^wait;dur=[\d.]+, search;dur=/)
  })

  test.each(['/?q=机密词语', '/api/search?q=机密词语', '/articles/0000000000000000?q=机密词语'])(
    'has nothing of the query in %s unless that is wanted',
    async (path) => {
      expect(JSON.stringify((await logged(false, path)).lines)).not.toMatch(/机密|%E6%9C%BA/i)
      if (!path.startsWith('/articles')) {
        expect((await logged(true, path)).lines[0]).toMatchObject({ query: '机密词语' })
      }
    },
  )
})
