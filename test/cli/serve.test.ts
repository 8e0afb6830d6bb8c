import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallCorpus } from './corpus.ts'
import { outcomeOf, type Workspace } from './program.ts'

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

  test('a port in use is an error that names it', async () => {
    const first = space.start(['serve', '--port', '0'])
    const [line] = await once(first.stdout, 'data')
    const port = /:(\d+)/.exec(line)?.[1] ?? ''
    const { stderr, exitCode } = await space.souwen(['serve', '--port', port])
    expect(exitCode).toBe(2)
    expect(stderr).toContain(port)
  })

  test('without an index it says how to make one', async () => {
    const { stderr, exitCode } = await outcomeOf(
      space.start(['serve', '--port', '0', '--index', 'nowhere']),
    )
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/^souwen: nowhere.*souwen index/)
  })
})
