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

/** The tokens of this text as JSON are more than a pipe holds. */
const many = Array.from({ length: 30_000 }, (_, i) => `词语${i}`)
  .join(' ')
  .slice(0, 60_000)
  .trimEnd()

describe('standard output', () => {
  test('is written to the end, however slowly it is read', async () => {
    const running = space.start(['analyze', '--json', many])
    await once(running.stdout, 'readable')
    const { stdout, exitCode } = await outcomeOf(running)
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout).at(-1).end).toBe(many.length)
  })

  test('whose reader has gone ends the program quietly', async () => {
    const running = space.start(['analyze', many])
    running.stdout.destroy()
    const { stderr, exitCode } = await outcomeOf(running)
    expect([stderr, exitCode]).toEqual(['', 0])
  })

  test('in a pipe has no colours, unless they are wanted', async () => {
    const plain = await space.souwen(['search', '开源模型'])
    expect(plain.stdout).not.toContain('\u001b')
    const forced = await space.souwen(['search', '开源模型'], { FORCE_COLOR: '1' })
    expect(forced.stdout).toContain('\u001b[1;31m开源模型\u001b[0m')
  })
})

describe('the exit code', () => {
  test.each([
    [['search', '开源模型'], 0],
    [['search', 'xyzzyplugh'], 1],
    [['search'], 2],
    [['search', '--nonsense', 'x'], 2],
    [['search', 'x', '--index', 'nowhere'], 2],
    [['show', 'nothing'], 1],
    [['nonsense'], 2],
    [['--help'], 0],
    [['--version'], 0],
  ])('of souwen %j is %i', async (args, expected) => {
    const { exitCode, stderr } = await space.souwen(args)
    expect(exitCode).toBe(expected)
    if (expected === 2) expect(stderr).toMatch(/^(souwen: |Usage: )/)
  })
})
