import { describe, expect, test } from 'vitest'
import { formatExplanation } from '../../../src/cli/print/explanation-text.ts'
import { formatFurniture, formatVersions } from '../../../src/cli/print/show-parts.ts'
import type { ScorePart } from '../../../src/search/answers/result.ts'
import { furnishedArticle } from './stored-article.ts'

const field = { frequency: 3, length: 1_200, averageLength: 214, weight: 1, b: 0.5 }
const term: ScorePart = {
  kind: 'term',
  amount: 2.5,
  text: '模型\u001b[31m',
  documentFrequency: 1_234,
  idf: 4.321,
  share: 1,
  k1: 1.2,
  title: { ...field, frequency: 0 },
  body: field,
}

const explain = (score: number, parts: readonly ScorePart[], lacking: readonly string[] = []) =>
  formatExplanation(score, { parts, lacking })

describe('an explanation', () => {
  test('has a line for each part and the sum below, in columns', () => {
    const lines = explain(3, [term, { kind: 'exact-title', amount: 0.5 }])
    expect(lines).toEqual([
      '    2.5000  模型\ufffd[31m    in 1,234 articles, idf 4.32 · body 3 in 1,200 words, 214 on average, × 1',
      '    0.5000  exact title  the title is what was asked for',
      '    3.0000  score',
    ])
  })

  test.each<[ScorePart, string]>([
    [
      { kind: 'phrase', amount: 1, share: 0.5 },
      '× 0.5 of the words: the text holds what was typed',
    ],
    [{ kind: 'nearness', amount: 1, share: 0.5 }, '× 0.5 of the words that stand together'],
    [{ kind: 'title', amount: 1, share: 0.5 }, '× 0.5 of the words in the title'],
    [{ kind: 'characters', amount: 1, share: 0.5 }, "× 0.5 of the words' characters"],
    [{ kind: 'failed-fetch', amount: -1, factor: -0.9 }, '× -0.9 of all above'],
    [{ ...term, share: 1 / 3 }, ' × 0.3333 · body'],
    [{ ...term, title: { ...field, frequency: 1 } }, 'title 1 in 1,200 words'],
  ])('says how %j was counted', (part, expected) => {
    expect(explain(1, [part])[0]).toContain(expected)
  })

  test('shows the first digits of a small score', () => {
    expect(explain(0.000_012_345, [{ kind: 'phrase', amount: 0, share: 1 }])).toEqual([
      expect.stringMatching(/^ {6}0\.0000 {2}phrase/),
      '    0.000012  score',
    ])
  })

  test('names the words that are not there', () => {
    expect(explain(1, [], ['甲', '乙\n']).at(-1)).toBe('    without 甲, 乙 ')
  })
})

describe('furniture', () => {
  test('stands with its reasons around the blocks of the article', () => {
    expect(formatFurniture(furnishedArticle)).toEqual([
      'menu    登录\ufffd',
      'menu    注册',
      '        [2 blocks of the article]',
      'footer  版权',
      '        [1 block of the article]',
    ])
  })

  test('of an article without any is the article', () => {
    expect(formatFurniture({ ...furnishedArticle, removed: [] })).toEqual([
      '  [3 blocks of the article]',
    ])
  })
})

test('versions are listed with an asterisk before the one that is searched', () => {
  expect(formatVersions(furnishedArticle)).toEqual([
    '*  2025-03-10  article  b.md  新标题',
    '   -           unread   a.md  旧 标题',
  ])
})
