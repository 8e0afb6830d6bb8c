import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallCorpus } from '../corpus.ts'
import { outcomeOf, type Workspace } from '../program.ts'

let space: Workspace
beforeAll(async () => {
  space = await smallCorpus()
  await space.souwen(['index'])
})
afterAll(() => space.end())

describe('souwen serve', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'prints its address, answers, and ends cleanly on %s',
    async (signal) => {
      const running = space.start(['serve', '--port', '0'])
      const outcome = outcomeOf(running)
      const [line] = await once(running.stdout, 'data')
      const address = /^souwen serves index at (http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1]
      const response = await fetch(`${address}/api/search?q=${encodeURIComponent('开源模型')}`)
      expect(await response.json()).toMatchObject({ total: 1 })
      running.kill(signal)
      expect(await outcome).toMatchObject({ stderr: '', exitCode: 0 })
    },
  )

  test('keeps no more than --memory, and tells what it keeps', async () => {
    const running = space.start(['serve', '--port', '0', '--memory', '2M', '--log', 'info'])
    const outcome = outcomeOf(running)
    const [line] = await once(running.stdout, 'data')
    const address = /http:\/\/[^\s,]+/.exec(String(line))?.[0] ?? ''
    for (const query of ['开源模型', '"全文检索"', '供应链'])
      await (await fetch(`${address}/api/search?q=${encodeURIComponent(query)}`)).json()
    const metrics = await (await fetch(`${address}/metrics`)).text()
    const budgets = gauges(metrics, 'souwen_cache_budget_bytes')
    const kept = gauges(metrics, 'souwen_cache_bytes')
    expect(sumOf(budgets)).toBeGreaterThan(2 ** 21 - 16)
    expect(sumOf(budgets)).toBeLessThanOrEqual(2 ** 21)
    expect([...kept.keys()]).toEqual([...budgets.keys()])
    for (const name of ['words', 'blocks', 'records', 'answers'])
      expect([name, kept.get(name)]).not.toEqual([name, 0])
    for (const [name, bytes] of kept) expect(bytes).toBeLessThanOrEqual(budgets.get(name) ?? 0)
    running.kill()
    const lines = (await outcome).stderr.trim().split('\n')
    const last = JSON.parse(lines.at(-1) ?? '')
    expect(last.msg).toBe('memory')
    expect(last.caches).toContainEqual({
      name: 'words',
      bytes: kept.get('words'),
      budget: budgets.get('words'),
    })
  })

  test.each(['64', 'viel', '100G'])(
    '--memory %s is an error that says what it may be',
    async (size) => {
      const { stderr, exitCode } = await space.souwen(['serve', '--memory', size])
      expect(exitCode).toBe(2)
      expect(stderr).toContain('--memory')
      expect(stderr).toContain('from 1M to 64G')
    },
  )

  test('a port in use is an error that names it', async () => {
    const first = space.start(['serve', '--port', '0'])
    const [line] = await once(first.stdout, 'data')
    const port = /:(\d+)/.exec(line)?.[1] ?? ''
    const { stderr, exitCode } = await space.souwen(['serve', '--port', port])
    expect(exitCode).toBe(2)
    expect(stderr).toContain(port)
  })

  test('starts without an index, says how to make one, and answers as soon as it is there', async () => {
    const running = space.start(['serve', '--port', '0', '--index', 'later'])
    const outcome = outcomeOf(running)
    const [line] = await once(running.stdout, 'data')
    const address = /http:\/\/\S+/.exec(String(line))?.[0] ?? ''
    const statusOf = async (path: string) => (await fetch(address + path)).status
    const question = `/api/search?q=${encodeURIComponent('开源模型')}`
    expect([await statusOf('/health/live'), await statusOf('/health/ready')]).toEqual([200, 503])
    for (const path of ['/', '/?q=a', '/sources', '/about', '/articles/0123456789abcdef']) {
      for (const [language, says] of [
        ['zh-CN', '还没有索引。请先运行 souwen index'],
        ['zh-TW', '還沒有索引。請先執行 souwen index'],
        ['en', 'There is no index yet. Run souwen index'],
      ] as const) {
        const page = await fetch(address + path, { headers: { 'accept-language': language } })
        expect([path, page.status, await page.text()]).toEqual([
          path,
          503,
          expect.stringContaining(says),
        ])
      }
    }
    const reply = await fetch(address + question)
    expect([reply.status, reply.headers.get('content-type')]).toEqual([
      503,
      'application/problem+json',
    ])
    await space.souwen(['index', '--index', 'later'])
    expect(await statusOf('/health/ready')).toBe(200)
    expect(await (await fetch(address + question)).json()).toMatchObject({ total: 1 })
    running.kill()
    const { stderr, exitCode } = await outcome
    expect(stderr).toMatch(/^souwen: later.*souwen index.*\n$/)
    expect(exitCode).toBe(0)
  })

  test('starts with a damaged index, names the file, and answers as soon as it is built again', async () => {
    await space.write('broken/manifest.json', '{\n  "format": not a number')
    const running = space.start(['serve', '--port', '0', '--index', 'broken'])
    const outcome = outcomeOf(running)
    const [line] = await once(running.stdout, 'data')
    const address = /http:\/\/\S+/.exec(String(line))?.[0] ?? ''
    const ready = async () => (await fetch(`${address}/health/ready`)).status
    expect(await ready()).toBe(503)
    expect(await (await fetch(address)).text()).toContain('souwen index --full')
    await space.souwen(['index', '--full', '--index', 'broken'])
    expect(await ready()).toBe(200)
    running.kill()
    expect((await outcome).stderr).toMatch(/^souwen: broken.*manifest\.json.*--full.*\n$/)
  })
})

/** The values of a gauge by the name of the cache. */
function gauges(metrics: string, name: string): ReadonlyMap<string, number> {
  const lines = metrics.matchAll(new RegExp(`^${name}\\{cache="(\\w+)"\\} (\\d+)$`, 'gm'))
  return new Map(Array.from(lines, ([, cache = '', value]) => [cache, Number(value)]))
}

function sumOf(values: ReadonlyMap<string, number>): number {
  return [...values.values()].reduce((sum, value) => sum + value, 0)
}
