import { describe, expect, test } from 'vitest'
import { jiebaSegmenter } from '../../../src/text/jieba/jieba.ts'
import { normalizeText, originalRange } from '../../../src/text/normalize/normalize.ts'
import { tokenize } from '../../../src/text/terms/tokenize.ts'
import {
  findWrittenForms,
  normalizeToCanonical,
  replaceByCanonical,
} from '../../../src/text/terms/written-forms.ts'

const meant = (text: string) => replaceByCanonical(text, findWrittenForms(text))

test.each([
  ['1[.]2[.]3[.]4', '1.2.3.4'],
  ['1(.)2{.}3', '1.2.3'],
  ['evil[.]example[dot]com', 'evil.example.com'],
  ['hxxp://evil[.]com/a', 'http://evil.com/a'],
  ['hxxps[://]evil[.]com', 'https://evil.com'],
  ['hxxps[:]//evil[.]com', 'https://evil.com'],
  ['admin[@]example[.]com', 'admin@example.com'],
  ['例子[.]cn', '例子.cn'],
  ['1,000,000 与 12,345.67', '1000000 与 12345.67'],
  ['2024年3月5日', '2024-03-05'],
  ['2024年12月', '2024-12'],
])('%s means %s', (text, plain) => {
  expect(meant(text)).toBe(plain)
})

test.each([
  'a[i].b',
  '[.]',
  '正则 [.] 与 (.)',
  'hxxp 协议',
  '1,2,3',
  '1,0000',
  '0,123,4567',
  '1,234,56',
  '12024年3月',
  '3月5日',
  '2024年',
])('%s means what it says', (text) => {
  expect(meant(text)).toBe(text)
})

test('what is meant leads back to what is written', () => {
  const text = '攻击者用 ＨＸＸＰ://evil[.]com，共 1,000 次'
  const normalized = normalizeToCanonical(text)
  const written = (plain: string) => {
    const at = normalized.text.indexOf(plain)
    const [start, end] = originalRange(normalized, at, at + plain.length)
    return text.slice(start, end)
  }
  expect(written('evil.com')).toBe('evil[.]com')
  expect(written('http')).toBe('ＨＸＸＰ')
  expect(written('1000')).toBe('1,000')
  expect(written('次')).toBe('次')
})

describe('the terms of what is meant', () => {
  const segmenter = jiebaSegmenter()
  const places = (text: string, term: string) =>
    tokenize(text, segmenter)
      .filter((token) => token.term === term)
      .map(({ start, end }) => text.slice(start, end))

  test.each([
    ['服务器 1[.]2[.]3[.]4，', '1.2.3.4', '1[.]2[.]3[.]4'],
    ['域名 evil[.]example[.]com。', 'example.com', 'example[.]com'],
    ['hxxps://bad[.]site/setup.exe', 'https', 'hxxps'],
    ['hxxps://bad[.]site/setup.exe', 'setup.exe', 'setup.exe'],
    ['损失 1,000,000 美元', '1000000', '1,000,000'],
    ['2024年3月15日发布', '2024-03-15', '2024年3月15日'],
    ['2024年3月15日发布', '2024-03', '2024年3月15日'],
  ])('%s has %s', (text, term, written) => {
    expect(places(text, term)).toEqual([written])
  })

  test('what is written is there as well', () => {
    expect(places('1,000', '000')).toEqual(['000'])
    expect(places('2024年3月', '2024')).toEqual(['2024'])
    expect(places('hxxp://a[.]cn', 'hxxp')).toEqual(['hxxp'])
  })

  test('ten thousand brackets take no time', () => {
    const text = 'a[.]'.repeat(10_000)
    expect(tokenize(text, segmenter).length).toBeGreaterThanOrEqual(10_000)
    expect(normalizeText(text)).toBe(text)
  })
})
