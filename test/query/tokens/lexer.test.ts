/** The tokens of a query, each with its place. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTokens } from '../../../src/query/tokens/lexer.ts'
import type { Token } from '../../../src/query/tokens/tokens.ts'
import { anyQuery } from '../arbitraries.ts'

function read(text: string) {
  const warnings: (readonly [string, number])[] = []
  const tokens = readTokens(text, {
    today: '2025-03-01',
    warn: (kind, _message, position) => warnings.push([kind, position]),
  })
  return { tokens, warnings }
}

const SIGNS = {
  open: '(',
  close: ')',
  not: '-',
  and: '&',
  or: '|',
  must: '+',
  scope: '@',
  nothing: '_',
} as const

/** `word 开源@3`: what it is, what it says, where it stands. */
function shown(token: Token): string {
  if (token.kind !== 'operand') return `${SIGNS[token.kind]}@${token.position}`
  const { node } = token
  const field = 'field' in node ? `${node.field} ` : ''
  const text = 'text' in node ? ` ${node.text}` : ''
  return `${field}${node.kind}${text}@${token.position}`
}

const tokensOf = (text: string) => read(text).tokens.map(shown)

describe('tokens', () => {
  test.each<[string, string[]]>([
    ['', []],
    ['开源\u3000模型', ['word 开源@0', 'word 模型@3']],
    ['苹果 -手机', ['word 苹果@0', '-@3', 'word 手机@4']],
    ['苹果　－手机', ['word 苹果@0', '-@3', 'word 手机@4']],
    ['gpt-oss', ['word gpt-oss@0']],
    ['--force', ['word --force@0']],
    ['甲 -(乙)', ['word 甲@0', '-@2', '(@3', 'word 乙@4', ')@5']],
    ['（甲）乙', ['(@0', 'word 甲@1', ')@2', 'word 乙@3']],
    ['(-甲', ['(@0', '-@1', 'word 甲@2']],
    ['甲)-乙', ['word 甲@0', ')@1', 'word 乙@3']],
    ['-"甲 乙"', ['-@0', 'phrase 甲 乙@1']],
    ['"甲"－乙', ['phrase 甲@0', 'word 乙@4']],
    ['甲，乙 ，title:丙，丁', ['word 甲@0', 'word 乙@2', '_@4', 'title word 丙，丁@5']],
    ['x"甲 乙"y', ['word x@0', 'phrase 甲 乙@1', 'word y@6']],
    ['甲 OR 乙', ['word 甲@0', '|@2', 'word 乙@5']],
    ['甲|乙', ['word 甲|乙@0']],
    ['甲 ｜ 乙', ['word 甲@0', '|@2', 'word 乙@4']],
    ['甲 或 乙', ['word 甲@0', '|@2', 'word 乙@4']],
    ['甲 非 乙', ['word 甲@0', '-@2', 'word 乙@4']],
    ['甲 AND 乙', ['word 甲@0', '&@2', 'word 乙@6']],
    ['甲 && 乙', ['word 甲@0', '&@2', 'word 乙@5']],
    ['甲 且 乙', ['word 甲@0', '&@2', 'word 乙@4']],
    ['甲&&乙', ['word 甲&&乙@0']],
    ['甲 || 乙', ['word 甲@0', '|@2', 'word 乙@5']],
    ['甲 或者 乙', ['word 甲@0', '|@2', 'word 乙@5']],
    ['甲 NOT 乙', ['word 甲@0', '-@2', 'word 乙@6']],
    ['甲 !乙', ['word 甲@0', '-@2', 'word 乙@3']],
    ['+甲 ＋乙', ['+@0', 'word 甲@1', '+@3', 'word 乙@4']],
    ['c++ ++i !=x 1+1', ['word c++@0', 'word ++i@4', 'word !=x@8', 'word 1+1@12']],
    ['"甲"+乙', ['phrase 甲@0', 'word 乙@4']],
    ['甲 +', ['word 甲@0', '_@2']],
    ['甲 且', ['word 甲@0', 'phrase 且@2']],
    ['甲 或', ['word 甲@0', 'phrase 或@2']],
    ['(甲 或)', ['(@0', 'word 甲@1', 'phrase 或@3', ')@4']],
    ['甲 或)', ['word 甲@0', 'phrase 或@2', ')@3']],
    ['"甲"或 乙', ['phrase 甲@0', 'phrase 或@3', 'word 乙@5']],
    ['或许 非洲', ['word 或许@0', 'word 非洲@3']],
    ['gpt-*', ['prefix gpt-@0']],
    ['。', ['_@0']],
    ['😀', ['word 😀@0']],
    ['title:漏洞', ['title word 漏洞@0']],
    ['标题："远程 执行"', ['title phrase 远程 执行@0']],
    ['title:漏*', ['title prefix 漏@0']],
    ['page:x 页面:"y z"', ['page word x@0', 'page phrase y z@7']],
    ['页面： x', ['@@0', 'word x@4']],
    ['in:page x', ['@@0', 'word x@8']],
    ['in:pages in:"page"', ['word in:pages@0', 'phrase page@9']],
    ['source:"安全 客"x', ['source 安全 客@0', 'word x@13']],
    ['url:https://a.cn/?q=(b)', ['url https://a.cn/?q=@0', '(@20', 'word b@21', ')@22']],
    ['date:昨天', ['date@0']],
    ['fetched:>=2025-01-01', ['fetched@0']],
    ['https://a.cn', ['word https://a.cn@0']],
  ])('of %s', (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens)
    expect(read(text).warnings).toEqual([])
  })

  test.each<[string, string[], readonly (readonly [string, number])[]]>([
    ['- 甲', ['_@0', 'word 甲@2'], [['dropped', 0]]],
    ['甲 -', ['word 甲@0', '_@2'], [['dropped', 2]]],
    ['(-)', ['(@0', '_@1', ')@2'], [['dropped', 1]]],
    ['甲“乙', ['word 甲@0', 'word 乙@2'], [['plain', 1]]],
    ['甲 "" 乙', ['word 甲@0', '_@2', 'word 乙@5'], [['dropped', 2]]],
    ['title:', ['word title:@0'], [['plain', 0]]],
    ['甲 NOT', ['word 甲@0', 'word not@2'], [['plain', 2]]],
    ['甲 is:nothing', ['word 甲@0', 'word is:nothing@2'], [['plain', 2]]],
    ['lang:"xx yy"', ['phrase xx yy@0'], [['plain', 0]]],
    ['source:" "', ['_@0'], [['dropped', 0]]],
    ['a*b', ['word a*b@0'], [['plain', 0]]],
    ['x「甲 乙」y', ['word x@0', 'word 甲@2', 'word 乙@4', 'word y@6'], [['plain', 1]]],
  ])('of %s come with a warning', (text, tokens, warnings) => {
    expect(tokensOf(text)).toEqual(tokens)
    expect(read(text).warnings).toEqual(warnings)
  })

  test('stand one after the other, and say what stands in the query from there on', () => {
    fc.assert(
      fc.property(anyQuery, (text) => {
        let before = -1
        for (const token of read(text).tokens) {
          expect(token.position).toBeGreaterThan(before)
          expect(token.position).toBeLessThan(text.length)
          before = token.position
          if (token.kind !== 'operand' || !('text' in token.node)) continue
          if (token.node.text === 'not') continue
          const written = text.indexOf(token.node.text, token.position)
          // Around the value of a condition spaces are left out.
          expect(written).toBeGreaterThanOrEqual(token.position)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('of words that are parted by spaces are those of each word', () => {
    const pieces = [
      '甲',
      'ab',
      '(',
      ')',
      '-y',
      '-(',
      'OR',
      '。',
      'title:x',
      'in:page',
      '"a b"',
      'c*',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 10 }), (words) => {
        let at = 0
        const expected = words.flatMap((word) => {
          const shifted = read(word).tokens.map((one) => ({ ...one, position: one.position + at }))
          at += word.length + 1
          return shifted
        })
        expect(read(words.join(' ')).tokens).toEqual(expected)
      }),
    )
  })
})

describe('a date in several words', () => {
  const nodesOf = (text: string) =>
    read(text).tokens.map((token) => (token.kind === 'operand' ? token.node : token.kind))
  const day = (from: string, to = from) => ({ kind: 'date', from, to })

  test.each<[string, object[]]>([
    ['date:last Wednesday 漏洞', [day('2025-02-26'), { kind: 'word', text: '漏洞' }]],
    ['date:3 days ago', [day('2025-02-26')]],
    ['after:last month', [{ kind: 'date', from: '2025-03-01', to: '' }]],
    ['date:2025 3月', [day('2025-01-01', '2025-12-31'), { kind: 'word', text: '3月' }]],
  ])('%s is read as a whole', (text, nodes) => {
    expect(nodesOf(text)).toEqual(nodes)
  })

  test.each(['date:last thing', 'date:3 苹果', 'date:soon'])('%s is none', (text) => {
    expect(nodesOf(text)).toHaveLength(text.split(' ').length)
    expect(read(text).warnings).toEqual([['plain', 0]])
  })
})
