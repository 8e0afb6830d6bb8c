import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Workspace, workspace } from '../program.ts'

let space: Workspace
beforeAll(async () => {
  space = await workspace()
})
afterAll(() => space.end())

describe('souwen analyze', () => {
  test('shows the words of a text and where they stand', async () => {
    const { stdout, exitCode } = await space.souwen([
      'analyze',
      '今天天气 CVE-2025-24813',
      '--json',
    ])
    expect(exitCode).toBe(0)
    const tokens = JSON.parse(stdout)
    expect(tokens).toContainEqual({ term: '今天', start: 0, end: 2 })
    expect(tokens).toContainEqual({ term: 'cve-2025-24813', start: 5, end: 19 })
  })

  test('as a table for a person', async () => {
    const { stdout } = await space.souwen(['analyze', '今天'])
    expect(stdout).toBe('start  end  term\n    0    2  今天\n')
  })

  test('needs no index, and a text without words has exit code 1', async () => {
    expect((await space.souwen(['analyze', '，。'])).exitCode).toBe(1)
  })

  test('knows the words of a dictionary', async () => {
    await space.write('词典.txt', '蓝瘦香菇 100000 n\n')
    const { stdout } = await space.souwen([
      'analyze',
      '他蓝瘦香菇了',
      '--dictionary',
      '词典.txt',
      '--json',
    ])
    expect(JSON.parse(stdout)).toContainEqual({ term: '蓝瘦香菇', start: 1, end: 5 })
  })
})
