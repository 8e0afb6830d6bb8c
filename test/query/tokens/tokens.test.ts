import { describe, expect, test } from 'vitest'
import {
  conditionToken,
  operatorText,
  phraseToken,
  wordToken,
} from '../../../src/query/tokens/tokens.ts'

function collect() {
  const warnings: (readonly [string, string, number])[] = []
  const warn = (kind: string, message: string, position: number) =>
    warnings.push([kind, message, position])
  return { warn, warnings }
}

describe('a word', () => {
  test.each([
    ['开源', { kind: 'word', text: '开源' }],
    ['开源*', { kind: 'prefix', text: '开源' }],
    ['gpt-＊', { kind: 'prefix', text: 'gpt-' }],
    ['c++**＊', { kind: 'prefix', text: 'c++' }],
    ['-*-a', { kind: 'word', text: '-*-a' }],
    ['😀*', { kind: 'prefix', text: '😀' }],
    ['e\u0301*', { kind: 'prefix', text: 'e\u0301' }],
  ])('%s asks for it', (text, node) => {
    const { warn, warnings } = collect()
    expect(wordToken(text, 3, warn)).toEqual({ kind: 'operand', node, position: 3 })
    expect(wordToken(text, 3, warn, 'title')).toEqual({
      kind: 'operand',
      node: { ...node, field: 'title' },
      position: 3,
    })
    expect(warnings).toEqual([])
  })

  test.each(['*', '＊＊', '…', '-', '，。', '\u200b', '\ufe0f', '', '￥*'])(
    'of signs alone, %j, asks for nothing',
    (text) => {
      const { warn, warnings } = collect()
      expect(wordToken(text, 5, warn)).toEqual({ kind: 'nothing', position: 5 })
      expect(warnings).toEqual([])
    },
  )

  test.each([
    ['*npm', { kind: 'word', text: '*npm' }],
    ['n*m', { kind: 'word', text: 'n*m' }],
    ['开＊源', { kind: 'word', text: '开＊源' }],
    ['2*3*', { kind: 'prefix', text: '2*3' }],
  ])('with a star that stands for nothing, %s, is told so', (text, node) => {
    const { warn, warnings } = collect()
    expect(wordToken(text, 7, warn)).toMatchObject({ node })
    expect(warnings).toEqual([['plain', expect.stringMatching(/^a \* stands/), 7]])
  })
})

describe('a quotation', () => {
  test.each(['供应链 攻击', '。', ' -npm ', '*'])('of %j is a phrase as it stands', (text) => {
    const { warn, warnings } = collect()
    expect(phraseToken(text, 2, warn, 'page')).toEqual({
      kind: 'operand',
      node: { kind: 'phrase', text, field: 'page' },
      position: 2,
    })
    expect(warnings).toEqual([])
  })

  test.each(['', ' ', '\u3000\n', '\u200b \u00ad', '\ufe0f'])('of %j is nothing', (text) => {
    const { warn, warnings } = collect()
    expect(phraseToken(text, 2, warn)).toEqual({ kind: 'nothing', position: 2 })
    expect(warnings.map(([kind, , position]) => [kind, position])).toEqual([['dropped', 2]])
  })
})

describe('a condition', () => {
  const plain = { kind: 'nothing', position: 99 } as const
  const token = (name: 'source' | 'date' | 'is', value: string, today = '') => {
    const { warn, warnings } = collect()
    return { token: conditionToken({ name }, value, 4, () => plain, { warn, today }), warnings }
  }

  test('is what its value says', () => {
    const node = { kind: 'source', text: '安全 客' }
    expect(token('source', ' 安全 客 ')).toEqual({
      token: { kind: 'operand', node, position: 4 },
      warnings: [],
    })
    expect(token('date', '昨天', '2025-03-01').token).toMatchObject({
      node: { kind: 'date', from: '2025-02-28', to: '2025-02-28' },
    })
  })

  test('whose value says nothing is a plain word, and is told what would be right', () => {
    for (const [name, value] of [
      ['is', 'fine'],
      ['date', '2025-13'],
      ['date', '昨天'],
    ] as const) {
      const { token: made, warnings } = token(name, value)
      expect(made).toBe(plain)
      expect(warnings).toEqual([['plain', expect.stringContaining(`${name}:`), 4]])
    }
  })

  test('without a value is nothing, not even a plain word', () => {
    const { token: made, warnings } = token('source', ' \u200b')
    expect(made).toEqual({ kind: 'nothing', position: 4 })
    expect(warnings).toHaveLength(1)
  })
})

test.each([
  ['OR', { kind: 'word', text: 'or' }],
  ['ＯＲ', { kind: 'word', text: 'or' }],
  ['|', undefined],
  ['ＮＯＴ', { kind: 'word', text: 'not' }],
  ['｜', undefined],
  ['&&', undefined],
  ['或者', { kind: 'phrase', text: '或者' }],
])('%s that joins nothing asks for %j', (written, text) => {
  expect(operatorText(written)).toEqual(text)
})
