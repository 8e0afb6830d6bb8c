import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths, smallCorpus } from '../corpus.ts'
import type { Workspace } from '../program.ts'

let space: Workspace
beforeAll(async () => {
  space = await smallCorpus()
  await space.souwen(['index'])
})
afterAll(() => space.end())

const sumOf = (parts: readonly { readonly amount: number }[]) =>
  parts.reduce((total, { amount }) => total + amount, 0)

describe('souwen explain', () => {
  test('prints the parts of a score, which add up to it', async () => {
    const { stdout, exitCode } = await space.souwen(['explain', '供应链攻击', '-npm', paths.attack])
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^供应链攻击波及多家企业\n[0-9a-f]{16} · place 1 of 1 article\n/)
    const amounts = Array.from(stdout.matchAll(/^ +(-?\d+\.\d{4}) /gm), ([, amount]) =>
      Number(amount),
    )
    const score = amounts.pop()
    expect(amounts.length).toBeGreaterThan(0)
    // Each of the printed amounts is rounded.
    expect(amounts.reduce((a, b) => a + b, 0)).toBeCloseTo(score ?? 0, 3)
  })

  test('--json tells the same as search --explain --json', async () => {
    const query = '供应链攻击 npm'
    const { stdout } = await space.souwen(['explain', query, paths.npm, '--json'])
    const { parts, score, rank } = JSON.parse(stdout)
    expect(rank).toBe(1)
    expect(sumOf(parts)).toBeCloseTo(score, 9)
    const found = await space.souwen(['search', query, '--explain', '--json'])
    const [hit] = JSON.parse(found.stdout).hits
    expect({ parts: hit.explanation.parts, score: hit.score }).toEqual({ parts, score })
  })

  test('search --explain prints the parts below each article', async () => {
    const { stdout } = await space.souwen(['search', '供应链攻击', '--explain'])
    expect(stdout.match(/^ +\d+\.\d{4} {2}score$/gm)).toHaveLength(2)
  })

  test('an article that the query does not find: exit code 1, and the words it lacks', async () => {
    const { stdout, exitCode } = await space.souwen(['explain', '供应链攻击 AND npm', paths.attack])
    expect(exitCode).toBe(1)
    expect(stdout).toContain('not among the 1 article found')
    expect(stdout).toContain('without npm')
  })

  test('an article that lacks some of the words: its place behind the others, and the words', async () => {
    const { stdout, exitCode } = await space.souwen(['explain', '供应链攻击 npm', paths.attack])
    expect(exitCode).toBe(0)
    expect(stdout).toContain('place 2 of 2 articles')
    expect(stdout).toContain('without npm')
  })

  test('an unknown article: a message, and exit code 1', async () => {
    expect(await space.souwen(['explain', '模型', '没有.md'])).toEqual({
      stdout: '',
      stderr: 'souwen: index: no article has the path or id 没有.md\n',
      exitCode: 1,
    })
  })

  test('a query is needed beside the article', async () => {
    const { stderr, exitCode } = await space.souwen(['explain', paths.npm])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('name a query and, last, an article')
  })
})
