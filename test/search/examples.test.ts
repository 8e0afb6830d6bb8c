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

/** An archive of titles, each of a source and host of its own unless said. */
function viewOf(rows: readonly (string | readonly [string, string])[]) {
  const articles = rows.map((row, number) => {
    const [title, source] = typeof row === 'string' ? [row, `s${number}`] : row
    const url = `https://h${number}.cn/x`
    return { article: { number, title, body: '', source, url, date: '2025-01-01' } }
  })
  const middle = Math.ceil(articles.length / 2)
  return memoryView([articles.slice(0, middle), articles.slice(middle)], segmenter)
}

const repeated = <Value>(count: number, value: Value) => Array.from({ length: count }, () => value)

test('a word that one source prints above its pages is no subject', async () => {
  const words = suggested({ weekly: 8, kernel: 8 })
  const title = 'weekly kernel'
  const mixed = [...repeated(4, [title, 'a'] as const), ...repeated(4, title)]
  const { spaced } = await findExamples(await viewOf(mixed), suggested({ weekly: 8, kernel: 7 }))
  expect(spaced?.words).toEqual(['weekly', 'kernel'])
  const one = [...repeated(5, [title, 'a'] as const), ...repeated(3, title)]
  expect((await findExamples(await viewOf(one), words)).spaced).toBeUndefined()
})

test('a word is a subject only where titles name it, and where not every article has it', async () => {
  const view = await viewOf(['kernel bug', 'kernel bug', 'x', 'x'])
  const pairOf = async (words: Readonly<Record<string, number>>) =>
    (await findExamples(view, suggested(words))).spaced?.words
  expect(await pairOf({ kernel: 20, bug: 19 })).toEqual(['kernel', 'bug'])
  // In more than twenty articles, which here is more than a fifth of all.
  expect(await pairOf({ kernel: 21, bug: 19 })).toBeUndefined()
  // A pair names the more common word first, and two of one number are no pair.
  expect(await pairOf({ bug: 20, kernel: 19 })).toEqual(['bug', 'kernel'])
  expect(await pairOf({ bug: 20, kernel: 20 })).toBeUndefined()
})

test('a word shorter than three letters is no subject, one Chinese character less so', async () => {
  const view = await viewOf([...repeated(5, 'us kernel'), ...repeated(2, 'usb kernel')])
  const { spaced } = await findExamples(view, suggested({ us: 9, usb: 8, kernel: 7 }))
  expect(spaced?.words).toEqual(['usb', 'kernel'])
})

test('a phrase is another subject with the known word that most of its titles have beside it', async () => {
  const linux = ['linux kernel 6', 'new linux kernel', ...repeated(3, 'linux desktop')]
  const apple = [...repeated(2, 'apple bug'), ...repeated(5, 'apple pie')]
  const { spaced } = await findExamples(
    await viewOf([...linux, ...apple]),
    suggested({ apple: 7, linux: 5, kernel: 2, bug: 2 }),
  )
  expect(spaced).toEqual({ words: ['apple', 'bug'], phrase: 'linux kernel' })
})
