import { describe, expect, test } from 'vitest'
import { isNearDuplicate } from '../../../src/ingest/duplicates/near-duplicate.ts'
import { normalizeText } from '../../../src/text/normalize/normalize.ts'
import { shinglesOf } from '../../../src/text/shingles.ts'

/** A text of so many sentences, each of its own. */
const text = (sentences: number, from = 0): string =>
  Array.from({ length: sentences }, (_, n) => {
    const number = String((n + from) * 7919)
    return `研究员${number}号在第${number}天记录了编号${number}的样本，并且把它送到${number}号实验室。`
  }).join('')

const article = (publisher: string, title: string, body: string) => ({
  publisher,
  title: normalizeText(title),
  shingles: shinglesOf(normalizeText(body)),
})

interface Case {
  readonly title: readonly [string, string]
  readonly body: readonly [string, string]
  readonly publisher?: readonly [string, string]
}

const verdict = ({ title, body, publisher = ['甲', '乙'] }: Case): boolean =>
  isNearDuplicate(
    article(publisher[0], title[0], body[0]),
    article(publisher[1], title[1], body[1]),
  )

const TITLE = '马来西亚国家基建遭勒索攻击'

describe('two articles are one text', () => {
  test.each<readonly [string, Case]>([
    ['reprinted as it is', { title: [TITLE, TITLE], body: [text(30), text(30)] }],
    [
      'reprinted under a title with a prefix, and a foot',
      { title: [TITLE, `【安全圈】${TITLE}`], body: [text(30), text(30) + text(3, 500)] },
    ],
    ['of which one copy was cut at half', { title: [TITLE, TITLE], body: [text(30), text(16)] }],
    [
      'under another title, word for word',
      { title: [TITLE, '亚洲一国关键设施被黑'], body: [text(30), text(30)] },
    ],
    [
      'published again by the same under the same title',
      { title: [TITLE, TITLE], body: [text(30), text(30)], publisher: ['甲', '甲'] },
    ],
    [
      'in Traditional characters',
      {
        title: [TITLE, '馬來西亞國家基建遭勒索攻擊'],
        body: [text(30), text(30).replaceAll('研究员', '研究員').replaceAll('实验', '實驗')],
      },
    ],
  ])('%s', (_, one) => {
    expect(verdict(one)).toBe(true)
  })
})

describe('two articles are not one text', () => {
  test.each<readonly [string, Case]>([
    ['that share a title alone', { title: [TITLE, TITLE], body: [text(30), text(30, 100)] }],
    [
      'that are editions of a weekly, nearly alike',
      {
        title: ['网络安全信息与动态周报第36期', '网络安全信息与动态周报第41期'],
        body: [text(30), text(26) + text(4, 300)],
        publisher: ['甲', '甲'],
      },
    ],
    [
      'that one publisher made from a template',
      {
        title: ['Chrome 将警告不安全的连接', '双向文本的把戏'],
        body: [text(30), text(30)],
        publisher: ['甲', '甲'],
      },
    ],
    [
      'of which one is a digest that quotes the other',
      { title: [TITLE, `一周要闻：${TITLE}等`], body: [text(10), text(10) + text(30, 200)] },
    ],
    ['that have no text', { title: [TITLE, TITLE], body: ['', ''] }],
  ])('%s', (_, one) => {
    expect(verdict(one)).toBe(false)
  })

  test('in whatever order they are compared', () => {
    const [a, b] = [article('甲', TITLE, text(30)), article('乙', TITLE, text(16))]
    expect(isNearDuplicate(a, b)).toBe(isNearDuplicate(b, a))
  })
})
