import { once } from 'node:events'
import { get } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { watchClient } from '../../../server/http/client-gone.ts'
import { RequestProblem } from '../../../server/problems/request-problem.ts'
import { createSmallApp, type Listening, listenWith } from './small-app.ts'

let server: Listening | undefined
afterEach(() => server?.end())

interface Watched {
  readonly signal: AbortSignal
  finish(): void
}

/** An app whose only request can be watched, and is answered when the test says so. */
function createWatchedApp() {
  let tell: (watched: Watched) => void = () => {}
  const asked = new Promise<Watched>((resolve) => {
    tell = resolve
  })
  const app = createSmallApp([], async (context) => {
    const signal = watchClient(context)
    if (signal === undefined) return context.text('no socket', 500)
    await new Promise<void>((finish) => tell({ signal, finish }))
    return context.text('hello')
  })
  return { app, asked }
}

test('the signal is aborted when the client closes the connection', async () => {
  const { app, asked } = createWatchedApp()
  server = await listenWith(app)
  const client = get({ port: server.port, host: '127.0.0.1' })
  client.on('error', () => {})
  const { signal, finish } = await asked
  expect(signal.aborted).toBe(false)
  const aborted = once(signal, 'abort')
  client.destroy()
  await aborted
  expect(signal.reason).toBeInstanceOf(RequestProblem)
  finish()
})

test('it is not when the client got its answer', async () => {
  const { app, asked } = createWatchedApp()
  server = await listenWith(app)
  const reply = fetch(`http://127.0.0.1:${server.port}/`)
  const { signal, finish } = await asked
  finish()
  expect(await (await reply).text()).toBe('hello')
  await server.end()
  server = undefined
  expect(signal.aborted).toBe(false)
})

test('a request that comes from no socket has no client to watch', async () => {
  let signal: AbortSignal | undefined
  const app = createSmallApp([], (context) => {
    signal = watchClient(context)
    return context.text('hello')
  })
  expect((await app.request('/')).status).toBe(200)
  expect(signal).toBeUndefined()
})
