/** The hand labels that `npm run bench:corpus` judges the reader by, and how they are found in a page. */

import { describe, expect, test } from 'vitest'
import { type Label, labelledText, readLabels } from '../../../bench/corpus/labels.ts'

const labels = readLabels('test/corpus/clean/labels.jsonl')

describe('the hand labels', () => {
  test('are of 266 pages, each once, a quarter of them failed', () => {
    expect(new Set(labels.map(({ path }) => path)).size).toBe(266)
    const failed = labels.filter(({ status }) => status !== 'article')
    expect(failed.length).toBeGreaterThan(60)
  })

  test('hold words to find an article by, not its text', () => {
    for (const { article = ['', ''], without = [] } of labels)
      for (const words of [article, ...without].flat()) expect(words.length).toBeLessThan(200)
  })
})

describe('a label', () => {
  const label: Label = {
    path: '甲.md',
    status: 'article',
    truncated: false,
    article: ['台风在', '恢复。'],
    without: [['广告', '购买']],
  }
  const raw =
    '# 台风\n\n菜单\n\n台风在夜里登陆。\n\n广告：雨衣\n\n点此购买\n\n水电已经恢复。\n\n页脚'

  test('is the text from its first words to its last, without what is cut out', () => {
    expect(labelledText({ raw, repaired: raw }, label).join('').replace(/\n/g, '')).toBe(
      '台风在夜里登陆。水电已经恢复。',
    )
  })

  test('of a misread page is the same lines of the repaired one', () => {
    const repaired = '# 颱風\n\n選單\n\n甲\n\n乙\n\n丙\n\n丁\n\n戊'
    expect(labelledText({ raw, repaired }, label).join('').replace(/\n/g, '')).toBe('甲丁')
  })

  test('with words that are not in the page is an error that names them', () => {
    expect(() =>
      labelledText({ raw, repaired: raw }, { ...label, article: ['地震', '恢复。'] }),
    ).toThrow('甲.md: has no "地震"')
  })
})
