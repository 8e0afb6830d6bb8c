/** `souwen suggest` on a real index. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallCorpus } from '../corpus.ts'
import { articleFile, type Workspace } from '../program.ts'

let space: Workspace

beforeAll(async () => {
  space = await smallCorpus()
  await space.write(
    'corpus/2025/06/01/红\u001b台_一.md',
    articleFile({ title: '红\u001b[2J色', source: '红\u001b[2J台', body: '文章讲的是颜色。' }),
  )
  await space.souwen(['index'])
})

afterAll(() => space.end())

describe('souwen suggest', () => {
  test('prints words, sources and titles that begin so', async () => {
    const { stdout, exitCode } = await space.souwen(['suggest', '供'])
    expect(stdout).toBe('word  2  供应\nword  2  供应链\n')
    expect(exitCode).toBe(0)
    const more = await space.souwen(['suggest', 'gongyinglian'])
    expect(more.stdout).toBe(
      'word   2  供应链\ntitle  1  供应链攻击详解\ntitle  1  供应链攻击波及多家企业\n',
    )
    expect((await space.souwen(['suggest', 'aqt'])).stdout).toBe('source  2  安全台\n')
  })

  test('as JSON, no more than asked for', async () => {
    const { stdout } = await space.souwen(['suggest', '供应', '--limit', '1', '--json'])
    const { tookMs, ...rest } = JSON.parse(stdout)
    expect(tookMs).toBeGreaterThan(0)
    expect(rest).toEqual({
      query: '供应',
      suggestions: [{ kind: 'word', text: '供应', query: '供应', articles: 2 }],
    })
  })

  test('what begins nothing is exit code 1', async () => {
    expect(await space.souwen(['suggest', 'zzz'])).toEqual({ stdout: '', stderr: '', exitCode: 1 })
  })

  test('nothing typed is an error', async () => {
    const { stderr, exitCode } = await space.souwen(['suggest', ' '])
    expect({ stderr, exitCode }).toEqual({
      stderr: 'souwen: nothing to complete: the prefix is empty\n',
      exitCode: 2,
    })
  })

  test('does not hand control characters to the terminal', async () => {
    for (const typed of [['hong'], ['hong', '--json'], ['红']]) {
      const { stdout } = await space.souwen(['suggest', ...typed])
      expect(stdout).toContain('红')
      expect(stdout).not.toContain('\u001b')
    }
  })
})
