import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SearchResult } from '../../../src/search/answers/result.ts'
import { smallCorpus } from '../corpus.ts'
import { outcomeOf, type Workspace, workspace } from '../program.ts'

let space: Workspace
beforeAll(async () => {
  space = await smallCorpus()
  await space.souwen(['index'])
})
afterAll(() => space.end())

async function searchJson(...args: string[]): Promise<SearchResult> {
  return JSON.parse((await space.souwen(['search', ...args, '--json'])).stdout)
}

async function titles(...args: string[]): Promise<string[]> {
  return (await searchJson(...args)).hits.map((hit) => hit.title)
}

describe('souwen search', () => {
  test('prints title, origin and snippet of each hit, and how many there are', async () => {
    const { stdout, stderr, exitCode } = await space.souwen(['search', '开源模型'])
    const { hits } = await searchJson('开源模型')
    const [title, origin, snippet] = stdout.split('\n')
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    expect(title).toBe('国产开源模型发布')
    expect(origin).toBe(
      `2025-03-09 · 示例网 · ${hits[0]?.id} · 2025/03/09/示例网_国产开源模型发布.md`,
    )
    expect(snippet).toMatch(/^ {4}.*新的开源模型/)
    expect(stdout).toMatch(/\n1 article · \d+\.\d ms\n$/)
  })

  test('several words, in one argument or in several: articles with all of them come first', async () => {
    for (const args of [['供应链攻击', 'npm'], ['供应链攻击 npm']]) {
      const { total, partial, hits } = await searchJson(...args)
      expect([total, partial]).toEqual([1, 1])
      expect(hits.map(({ title, lacks }) => [title, lacks])).toEqual([
        ['供应链攻击详解', undefined],
        ['供应链攻击波及多家企业', ['npm']],
      ])
    }
  })

  test('words that AND joins must all be there', async () => {
    expect(await titles('供应链攻击 AND npm')).toEqual(['供应链攻击详解'])
  })

  test('dates may be written in Chinese', async () => {
    expect(await titles('date:2025年3月', '模型')).toEqual(['国产开源模型发布'])
    expect(await titles('供应链', '日期:2025年4月')).toEqual(['供应链攻击详解'])
  })

  test('a word behind - is left out, wherever it stands', async () => {
    expect(await titles('供应链攻击', '-npm')).toEqual(['供应链攻击波及多家企业'])
    expect(await titles('-npm', '供应链攻击')).toEqual(['供应链攻击波及多家企业'])
    expect(await titles('"供应链攻击" -npm')).toEqual(['供应链攻击波及多家企业'])
  })

  test('quotes that the shell leaves in place ask for a phrase', async () => {
    expect(await titles('"果农忙着采摘"')).toEqual(['苹果丰收'])
    expect((await searchJson('"采摘忙着果农"')).total).toBe(0)
  })

  test('options choose what is shown', async () => {
    expect(await titles('供应链攻击', '--sort', 'date')).toEqual([
      '供应链攻击详解',
      '供应链攻击波及多家企业',
    ])
    expect(await titles('供应链攻击', '--sort', 'date', '--limit', '1', '--offset', '1')).toEqual([
      '供应链攻击波及多家企业',
    ])
    expect(await titles('供应链攻击', '--from', '2025-04')).toEqual(['供应链攻击详解'])
    expect(await titles('供应链攻击', '--to', '2025-03-10')).toEqual(['供应链攻击波及多家企业'])
    expect((await searchJson('供应链攻击', '--source', '果园')).total).toBe(0)
  })

  test('--json prints the result: words, total and hits with marked snippets', async () => {
    const result = await searchJson('开源模型')
    expect(Object.keys(result)).toEqual(['query', 'total', 'tookMs', 'hits'])
    expect(result).toMatchObject({ query: '开源模型', total: 1 })
    const { id, score, snippets = [], ...rest } = result.hits[0] ?? {}
    expect(rest).toEqual({
      title: '国产开源模型发布',
      titleMarks: [[2, 6]],
      fetchDate: '2025-03-09T12:03:13.017231',
      status: 'article',
      truncated: false,
      repaired: '',
      authors: [],
      tags: [],
      url: 'https://example.org/%E5%9B%BD%E4%BA%A7%E5%BC%80%E6%BA%90%E6%A8%A1%E5%9E%8B%E5%8F%91%E5%B8%83',
      source: '示例网',
      date: '2025-03-09',
      path: '2025/03/09/示例网_国产开源模型发布.md',
    })
    expect([typeof id, typeof score]).toEqual(['string', 'number'])
    const marked = snippets.flatMap(({ text, marks }) =>
      marks.map(([start, end]) => text.slice(start, end)),
    )
    expect(marked.join('')).toContain('开源模型')
  })

  test('nothing found: exit code 1, and JSON all the same', async () => {
    const text = await space.souwen(['search', '水獭'])
    expect(text.exitCode).toBe(1)
    expect(text.stdout).toMatch(/^0 articles · \d+\.\d ms\n$/)
    const json = await space.souwen(['search', '水獭', '--json'])
    expect(json.exitCode).toBe(1)
    expect(JSON.parse(json.stdout)).toMatchObject({ query: '水獭', total: 0, hits: [] })
  })

  test('when no article has all words it says which are missing', async () => {
    const { stdout, exitCode } = await space.souwen(['search', '苹果 合作社 npm'])
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^--- Some of the words are missing from here on:\n\n苹果丰收\n/)
    expect(stdout).toContain('\nwithout: npm\n')
    expect(stdout).toMatch(/0 articles have all words, \d+ lacks? some · \d+\.\d ms\n$/)
  })

  test('what was likely meant is told, as text and as JSON', async () => {
    const { stdout } = await space.souwen(['search', '宫应链'])
    expect(stdout).toMatch(/^Did you mean: 供应链\n/)
    const json = await space.souwen(['search', '宫应链', '--json'])
    expect(JSON.parse(json.stdout).suggestion).toBe('供应链')
  })

  test('colours in a pipe only when forced', async () => {
    const plain = await space.souwen(['search', '苹果'])
    const forced = await space.souwen(['search', '苹果'], { FORCE_COLOR: '1' })
    expect(plain.stdout).not.toContain('\u001b')
    expect(forced.stdout).toContain('\u001b[1;31m苹果\u001b[0m\u001b[1m丰收\u001b[0m\n')
    expect(forced.stdout).toContain('\u001b[1;31m苹果\u001b[0m')
  })

  test.each([[[]], [['--json']]])(
    'escape sequences of an article do not get through %j',
    async (options) => {
      const { stdout } = await space.souwen(['search', '控制字符', ...options])
      expect(stdout).toContain('写进文章')
      expect(stdout).not.toMatch(/[\u001b\u202e]/)
    },
  )

  test('a reader who has had enough ends it quietly', async () => {
    const running = space.start(['search', '苹果', '--json'])
    running.stdout.destroy()
    expect(await outcomeOf(running)).toEqual({ stdout: '', stderr: '', exitCode: 0 })
  })

  test('a day that is none is an error that names it', async () => {
    const { stderr, exitCode } = await space.souwen(['search', '苹果', '--from', 'gestern'])
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/^souwen: .*gestern/)
  })

  test('without an index it says how to make one', async () => {
    const empty = await workspace()
    const { stdout, stderr, exitCode } = await empty.souwen(['search', '苹果', '--json'])
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 })
    expect(stderr).toMatch(/^souwen: index.*souwen index/)
    await empty.end()
  })
})
