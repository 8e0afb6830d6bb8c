import { request } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { limitRate } from '../../../server/http/rate-limit.ts'
import { createSmallApp, type Listening, listenWith } from './small-app.ts'

let server: Listening | undefined
afterEach(() => server?.end())

interface Reply {
  readonly status: number | undefined
  readonly retryAfter: string | undefined
}

/** Asks from `localAddress`, one of the addresses of this machine. */
function ask(port: number, localAddress: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', localAddress }, (reply) => {
      reply.resume()
      resolve({ status: reply.statusCode, retryAfter: reply.headers['retry-after'] })
    })
    sent.on('error', reject)
    sent.end()
  })
}

describe('with a limit', () => {
  test('an address is refused after so many requests, another one is not', async () => {
    server = await listenWith(createSmallApp([limitRate(2)]))
    const { port } = server
    expect((await ask(port, '127.0.0.1')).status).toBe(200)
    expect((await ask(port, '127.0.0.1')).status).toBe(200)
    const refused = await ask(port, '127.0.0.1')
    expect(refused.status).toBe(429)
    expect(refused.retryAfter).toMatch(/^([1-9]|[1-5]\d|60)$/)
    expect((await ask(port, '127.0.0.2')).status).toBe(200)
  })

  test('of 0 nobody is answered', async () => {
    server = await listenWith(createSmallApp([limitRate(0)]))
    expect((await ask(server.port, '127.0.0.1')).status).toBe(429)
  })

  test('each app counts for itself', async () => {
    const app = createSmallApp([limitRate(1)])
    const other = createSmallApp([limitRate(1)])
    expect((await app.request('/')).status).toBe(200)
    expect((await other.request('/')).status).toBe(200)
    expect((await app.request('/')).status).toBe(429)
  })
})

test('without a limit this machine is not counted', async () => {
  server = await listenWith(createSmallApp([limitRate(undefined)]))
  const { port } = server
  const replies = await Promise.all(Array.from({ length: 620 }, () => ask(port, '127.0.0.1')))
  expect(replies.filter(({ status }) => status !== 200)).toEqual([])
})
