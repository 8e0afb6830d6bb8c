import { describe, expect, test } from 'vitest'
import { formatResult } from '../../../src/cli/print/hit-text.ts'
import type { Terminal } from '../../../src/cli/print/terminal.ts'
import { countColumns } from '../../../src/cli/print/width.ts'
import type { Hit, SearchResult } from '../../../src/search/answers/result.ts'

const pipe: Terminal = { width: Number.POSITIVE_INFINITY, colours: false }

const hit: Hit = {
  id: 'a1b2',
  score: 7.5,
  title: '国产开源模型发布',
  titleMarks: [[2, 6]],
  url: 'https://example.org/1',
  source: '示例网',
  date: '2025-03-09',
  fetchDate: '',
  status: 'article',
  truncated: false,
  repaired: '',
  authors: [],
  tags: [],
  path: '2025/03/09/示例网_国产开源模型发布.md',
  snippets: [{ text: '这个开源模型今天发布。', marks: [[2, 6]] }],
}

function resultOf(hits: readonly Hit[], more: Partial<SearchResult> = {}): SearchResult {
  return { query: '开源模型', total: hits.length, tookMs: 1.234, hits, ...more }
}

describe('resultText', () => {
  test('a hit is its title, its origin and its snippets; the last line counts', () => {
    expect(formatResult(resultOf([hit]), pipe)).toBe(
      `国产开源模型发布
2025-03-09 · 示例网 · a1b2 · 2025/03/09/示例网_国产开源模型发布.md
    这个开源模型今天发布。

1 article · 1.2 ms
`,
    )
  })

  test('titles are bold, marks red', () => {
    const text = formatResult(resultOf([hit]), { ...pipe, colours: true })
    const bold = (part: string) => `\u001b[1m${part}\u001b[0m`
    expect(text).toContain(`${bold('国产')}\u001b[1;31m开源模型\u001b[0m${bold('发布')}\n`)
    expect(text).toContain('    这个\u001b[1;31m开源模型\u001b[0m今天发布。\n')
  })

  test('spaces before a title shift no mark', () => {
    const spaced: Hit = { ...hit, title: `  ${hit.title} `, titleMarks: [[4, 8]] }
    const text = formatResult(resultOf([spaced]), { ...pipe, colours: true })
    expect(text).toContain('\u001b[1;31m开源模型\u001b[0m')
  })

  test('a heading stands above its snippet', () => {
    const heading = { text: '开源之后', marks: [[0, 2]] } as const
    const snippets = [{ text: '这个模型今天发布。', marks: [], heading }]
    const text = formatResult(resultOf([{ ...hit, snippets }]), { ...pipe, colours: true })
    expect(text).toContain('    # \u001b[1;31m开源\u001b[0m之后\n    这个模型今天发布。\n')
  })

  test('a mark that goes over the end of a line is painted in both', () => {
    const snippets = [{ text: '一二三四五六七八九十', marks: [[6, 10]] }] as const
    const text = formatResult(resultOf([{ ...hit, snippets }]), { width: 20, colours: true })
    expect(text).toContain(
      '    一二三四五六\u001b[1;31m七八\u001b[0m\n    \u001b[1;31m九十\u001b[0m\n',
    )
  })

  test('no line is wider than the terminal', () => {
    const lines = formatResult(resultOf([hit]), { width: 24, colours: false }).split('\n')
    expect(Math.max(...lines.map(countColumns))).toBeLessThanOrEqual(24)
    expect(lines).toContain('2025-03-09 · 示例网 ·')
  })

  test('escape sequences of an article do not reach the terminal, and marks stay right', () => {
    const snippets = [{ text: '\u001b[2J\n开源', marks: [[5, 7]] }] as const
    const text = formatResult(
      resultOf([{ ...hit, title: '清\u001b[2J屏', titleMarks: [], snippets }]),
      {
        ...pipe,
        colours: true,
      },
    )
    expect(text).toContain('清\ufffd[2J屏')
    expect(text).toContain('    \ufffd[2J · \u001b[1;31m开源\u001b[0m')
  })

  test('an article without a title is shown by its path', () => {
    const [title] = formatResult(resultOf([{ ...hit, title: ' ' }]), pipe).split('\n')
    expect(title).toBe(hit.path)
  })

  test('articles that lack words stand below a line, and say which', () => {
    const partial = { ...hit, lacks: ['模型', 'npm'] }
    const text = formatResult(resultOf([hit, partial], { total: 1, partial: 120 }), pipe)
    const lines = text.split('\n')
    const divided = lines.indexOf('--- Some of the words are missing from here on:')
    expect(divided).toBeGreaterThan(lines.indexOf(hit.title))
    expect(lines.lastIndexOf(hit.title)).toBeGreaterThan(divided)
    expect(lines.indexOf('without: 模型, npm')).toBeGreaterThan(divided)
    expect(text).toContain('2 shown · 1 article has all words, 120 lack some · 1.2 ms')
  })

  test('a query that finds more stands first', () => {
    const text = formatResult(resultOf([], { suggestion: '漏洞 "\u001b[2J"' }), pipe)
    expect(text.split('\n')[0]).toBe('Did you mean: 漏洞 "\ufffd[2J"')
  })

  test.each([
    ['nothing found', resultOf([]), '0 articles · 1.2 ms\n'],
    [
      'more found than shown',
      resultOf([hit], { total: 12_345 }),
      '1 of 12,345 articles · 1.2 ms\n',
    ],
  ])('the last line: %s', (_case, result, line) => {
    expect(formatResult(result, pipe).endsWith(line)).toBe(true)
  })
})
