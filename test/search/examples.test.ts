import { expect, test } from 'vitest'
import { findExamples } from '../../src/search/examples.ts'
import { dictionarySegmenter } from '../helpers/dictionary-segmenter.ts'
import { memoryView } from '../helpers/memory-index.ts'

const segmenter = dictionarySegmenter(['漏洞', '苹果', '通报', '开源'])
const titles = [
  '苹果漏洞通报',
  '苹果漏洞修复',
  '漏洞通报',
  '开源漏洞',
  '公司公告',
  'linux kernel',
  'linux kernel bug',
  'linux',
]
const placed = titles.map((title, number) => ({
  article: {
    number,
    title,
    body: title,
    source: `s${number}`,
    url: `https://a${number}.cn/x`,
    date: `2025-01-0${number + 1}`,
  },
}))
const suggested = (words: Readonly<Record<string, number>>) =>
  Object.entries(words).map(([text, articles]) => ({ text, articles }))

test('words of titles are shown in pairs and phrases that titles hold, by script', async () => {
  const view = await memoryView([placed], segmenter)
  const words = suggested({ 漏洞: 4, linux: 3, 通报: 2, 苹果: 2, kernel: 2 })
  const { chinese, spaced, site } = await findExamples(view, words)
  expect(site).toMatch(/^a[0-7]\.cn$/)
  for (const examples of [chinese, spaced]) {
    const [first, second] = examples?.words ?? ['?', '?']
    const holding = titles.filter((title) => title.includes(first) && title.includes(second))
    expect(holding.length).toBeGreaterThan(1)
    expect(first).not.toBe(second)
    const { phrase } = examples ?? {}
    if (phrase !== undefined)
      expect(titles.filter((title) => title.includes(phrase)).length).toBeGreaterThan(1)
  }
  expect(chinese?.words[0]).toBe('漏洞')
  expect(spaced?.words).toEqual(['linux', 'kernel'])
})

test('an archive without such words has no examples', async () => {
  const view = await memoryView([placed], segmenter)
  expect(await findExamples(view, [])).toEqual({ site: '', chinese: undefined, spaced: undefined })
  const once = await findExamples(view, suggested({ 公告: 1, us: 9 }))
  expect(once.chinese).toBeUndefined()
  expect(once.spaced).toBeUndefined()
})
