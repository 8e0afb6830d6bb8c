/** The real server on a real socket while the index is replaced under it. */

import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { smallCorpus } from '../../cli/corpus.ts'
import { articleFile, type Workspace } from '../../cli/program.ts'

let space: Workspace

beforeEach(async () => {
  space = await smallCorpus()
  await space.souwen(['index'])
})

afterEach(() => space.end())

async function serve() {
  const server = space.start(['serve', '--port', '0'])
  const [line] = await once(server.stdout, 'data')
  return { server, address: /http:\/\/\S+/.exec(String(line))?.[0] ?? '' }
}

test('a new generation is found without a restart, and no request fails meanwhile', async () => {
  const { address } = await serve()
  const total = async (query: string) => {
    const reply = await fetch(`${address}/api/search?q=${encodeURIComponent(query)}`)
    expect(reply.status).toBe(200)
    const { total: found } = (await reply.json()) as { readonly total: number }
    return found
  }
  let asking = true
  const asked = Array.from({ length: 4 }, async () => {
    let count = 0
    while (asking) {
      expect(await total('供应链攻击')).toBe(2)
      count++
    }
    return count
  })
  for (const word of ['潮汐锁定', '珊瑚白化', '磁悬浮轴承']) {
    expect(await total(`"${word}"`)).toBe(0)
    await space.write(
      `corpus/2025/06/${word}.md`,
      articleFile({ title: word, body: `${word}是今天的话题，记者走访了三座城市。` }),
    )
    expect((await space.souwen(['index'])).exitCode).toBe(0)
    expect(await total(`"${word}"`)).toBe(1)
  }
  asking = false
  for (const count of await Promise.all(asked)) expect(count).toBeGreaterThan(10)
})

test('a query of 10,000 Chinese characters reaches the answer that names it', async () => {
  const { address } = await serve()
  const reply = await fetch(`${address}/api/search?q=${encodeURIComponent('长'.repeat(10_000))}`)
  expect(reply.status).toBe(400)
  expect(await reply.json()).toMatchObject({ parameter: 'q' })
})

test('a signal ends the server when the request that is coming in is answered', async () => {
  const { server, address } = await serve()
  const { hostname, port } = new URL(address)
  const socket = connect(Number(port), hostname)
  socket.write(`GET /health/live HTTP/1.1\r\nHost: ${hostname}\r\n`)
  // Once another request is answered, the half of this one has been read.
  await fetch(`${address}/health/live`)
  server.kill('SIGTERM')
  await expect
    .poll(() =>
      fetch(address).then(
        () => 'open',
        () => 'closed',
      ),
    )
    .toBe('closed')
  socket.write('\r\n')
  const [reply] = await once(socket, 'data')
  expect(String(reply)).toMatch(/^HTTP\/1\.1 200 OK/)
  const [code] = await once(server, 'exit')
  expect(code).toBe(0)
})
