import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  joinCitation,
  listFigures,
  nameParameter,
} from '../../../server/messages/composed-texts.ts'
import { choosePreferred } from '../../../server/messages/language.ts'
import { tables } from '../../../server/messages/messages.ts'

const labels = { q: '词', page: '页', sort: '序', source: '源', from: '起', to: '止' }

describe('a parameter', () => {
  const name = nameParameter(labels, '（', '）')

  test('has the label of its field, and its name behind it', () => {
    expect(name('q')).toBe('词（q）')
  })

  test.each(['limit', '', 'toString', '__proto__', 'constructor'])(
    '%j has only its name',
    (one) => {
      expect(name(one)).toBe(one)
    },
  )
})

describe('a citation', () => {
  const whole = { title: '标题', source: '来源', date: '2025', address: 'https://a/' }

  test('has its parts in order, the title in its marks', () => {
    expect(joinCitation(whole, '《》', '，')).toBe('《标题》，来源，2025，https://a/')
  })

  test('never has two separators side by side, nor one at an end', () => {
    const part = fc.constantFrom('', '甲', '乙')
    fc.assert(
      fc.property(part, part, part, part, (title, source, date, address) => {
        const text = joinCitation({ title, source, date, address }, '〈〉', '，')
        expect(text.startsWith(`〈${title}〉`)).toBe(true)
        expect(text).not.toMatch(/，，|，$/)
        expect(text.split('，').slice(1)).toEqual([source, date, address].filter(Boolean))
      }),
    )
  })
})

test('figures are written with the separators of their language', () => {
  const figures = {
    articles: 97_895,
    sources: [1, 2],
    terms: 1_234_567,
    indexBytes: 123_456_789,
    generation: 12_345,
    builtAt: '2025-03-09T12:34:56.789Z',
    version: '1.2.3',
    node: '20.1.0',
  }
  const names = {
    articles: 'A',
    sources: 'S',
    terms: 'T',
    index: 'I',
    generation: 'G',
    updated: 'U',
    program: 'P',
  }
  const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
  const rows = listFigures(figures, number, names, ', ')
  expect(rows.map(({ name, value }) => `${name} ${value}`)).toEqual([
    'A 97,895',
    'S 2',
    'T 1,234,567',
    'I 123.5 MB',
    'G 12345',
    'U 2025-03-09 12:34 UTC',
    'P souwen 1.2.3, Node.js 20.1.0',
  ])
})

describe('the language of a browser', () => {
  test.each([
    ['', 'zh-Hans'],
    ['*', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh-CN,zh;q=0.9', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK,en;q=0.8', 'zh-Hant'],
    ['zh-Hant-CN', 'zh-Hant'],
    ['en;q=0.5, zh-TW;q=0.7', 'zh-Hant'],
    ['de', 'en'],
    ['de, zh;q=0.1', 'zh-Hans'],
    ['zh;q=0, en', 'en'],
    ['en;q=abc, zh-TW;q=0.1', 'zh-Hant'],
    ['_, en', 'en'],
  ])('%j is answered in %s', (header, language) => {
    expect(choosePreferred(header).language).toBe(language)
  })

  test('is never unknown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (header) => {
        expect(tables).toContain(choosePreferred(header))
      }),
    )
  })
})
