import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallCorpus } from '../corpus.ts'
import { articleFile, type Workspace } from '../program.ts'

let space: Workspace
beforeAll(async () => {
  space = await smallCorpus()
  await space.write(
    'corpus/blocked.md',
    articleFile({
      title: '被拦的\u001b[2J',
      source: '拦站',
      url: 'https://example.org/b',
      body: '',
    }),
  )
  await space.souwen(['index'])
})
afterAll(() => space.end())

describe('stats', () => {
  test('tells articles, dates, sources and months, those with most first', async () => {
    const { stdout, stderr, exitCode } = await space.souwen(['stats'])
    expect([stderr, exitCode]).toEqual(['', 0])
    expect(stdout).toMatch(/^articles +6\n/)
    expect(stdout).toMatch(/\n {2}article +5\n {2}empty +1\n/)
    expect(stdout).toContain('dated 2024-12-24 to 2025-05-01\n')
    expect(stdout).toMatch(/\nsource +articles +failed +newest\n安全台 +2 +0 +2025-04-02\n/)
    expect(stdout).toMatch(/\nmonth +articles +failed\n2025-05 +1 +0\n/)
  })

  test('tells the same as JSON', async () => {
    const { stdout } = await space.souwen(['stats', '--json'])
    const figures = JSON.parse(stdout)
    expect(figures).toMatchObject({ articles: 6, firstDate: '2024-12-24', lastDate: '2025-05-01' })
    expect(figures.sources).toHaveLength(5)
  })

  test('--failed lists what to fetch again, in four fields that no title can break', async () => {
    const { stdout, exitCode } = await space.souwen(['stats', '--failed'])
    expect([stdout, exitCode]).toEqual(['empty\t2025-03-09\t拦站\thttps://example.org/b\n', 0])
  })

  test('--failed --json has the same', async () => {
    const { stdout } = await space.souwen(['stats', '--failed', '--json'])
    expect(JSON.parse(stdout)).toEqual([
      { url: 'https://example.org/b', status: 'empty', source: '拦站', date: '2025-03-09' },
    ])
  })

  test('without an index says what to do', async () => {
    const { stdout, stderr, exitCode } = await space.souwen(['stats', '--index', 'nowhere'])
    expect([stdout, exitCode]).toEqual(['', 2])
    expect(stderr).toMatch(/^souwen: .*nowhere.*souwen index/s)
  })
})
