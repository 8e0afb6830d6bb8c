/** Which lines come back on the pages of a site. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  furnitureOf,
  OWN,
  REPEATED,
  STEADY,
  sampleRank,
  siteKeysOf,
} from '../../../src/corpus/clean/furniture.ts'
import { learnSite, sampledPage } from '../../../src/corpus/clean/learn-site.ts'
import { lineKey } from '../../../src/corpus/markdown/line-key.ts'

const MENU = ['[首页](/)', '[登录](/in)', '[全部](/all)']

const page = (...lines: readonly string[]) =>
  sampledPage({ title: '', fetchDate: '', markdown: [...MENU, ...lines].join('\n\n') })

describe('two lines are the same line', () => {
  test.each([
    ['numbers do not count', '本文已被查看 4743 次', '本文已被查看 12 次'],
    ['blanks do not count', '上一页　下一页', '上一页 下一页'],
    ['case does not count', 'Sign In', 'sign in'],
  ])('%s', (_, a, b) => {
    expect(lineKey(a)).toBe(lineKey(b))
  })

  test('other words, signs and numbers of numbers are other lines', () => {
    const lines = ['登录', '登陆', '登录。', '1 年', '年 1', '1-2', '1', 'a']
    expect(new Set(lines.map(lineKey)).size).toBe(lines.length)
  })

  test('keys are even, blanks have none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(lineKey(text) & 1).toBe(0)
      }),
    )
    expect(lineKey(' \u3000\ufeff')).toBe(0)
  })
})

describe('what is learned', () => {
  test('three pages make a line furniture, two do not', () => {
    const furniture = furnitureOf([
      learnSite([page('菜单', '甲'), page('菜单', '乙', '甲'), page('菜单', '丙')]),
    ])
    expect(furniture.recurrenceOf(lineKey('菜单'))).toBe(STEADY)
    expect(furniture.recurrenceOf(lineKey('甲'))).toBe(OWN)
  })

  test('of two hundred pages it takes 2 %, and 20 % for a steady line', () => {
    const pages = Array.from({ length: 200 }, (_, i) =>
      page(
        `独有 ${String.fromCodePoint(0x4e00 + i)}`,
        ...(i < 3 ? ['三页'] : []),
        ...(i < 4 ? ['四页'] : []),
        ...(i < 40 ? ['四十页'] : []),
      ),
    )
    const furniture = furnitureOf([learnSite(pages)])
    expect(['三页', '四页', '四十页'].map((line) => furniture.recurrenceOf(lineKey(line)))).toEqual(
      [OWN, REPEATED, STEADY],
    )
  })

  test('is what counting says, whatever the order of the pages', () => {
    const lines = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 4 }), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(lines, (pages) => {
        const learned = learnSite(pages.map((here) => page(...here)))
        const furniture = furnitureOf([learned])
        for (const line of ['a', 'b', 'c', 'd', 'e'] as const) {
          const count = pages.filter((here) => here.includes(line)).length
          expect(furniture.recurrenceOf(lineKey(line)) >= REPEATED).toBe(count >= 3)
        }
        expect(learnSite(pages.toReversed().map((here) => page(...here)))).toEqual(learned)
      }),
    )
  })

  test('what any of a page’s sites knows is furniture', () => {
    const host = learnSite([page('页脚'), page('页脚'), page('页脚')])
    const source = learnSite([page('关注我'), page('关注我'), page('关注我')])
    const furniture = furnitureOf([host, source])
    for (const line of ['页脚', '关注我'])
      expect(furniture.recurrenceOf(lineKey(line))).toBe(STEADY)
  })
})

describe('the sites of a page', () => {
  test.each([
    [
      'host, and source on it',
      'https://www.example.com/a',
      '示例',
      ['example.com', 'example.com\t示例'],
    ],
    ['host alone', 'https://example.com/a', '', ['example.com']],
    ['source alone', '不是地址', '示例', ['\t示例']],
    ['none', '', '', []],
  ])('%s', (_, url, source, keys) => {
    expect(siteKeysOf({ url, source })).toEqual(keys)
  })
})

test('pages are drawn evenly: a tenth of the ranks lies in the lowest tenth', () => {
  const ranks = Array.from({ length: 10_000 }, (_, i) =>
    sampleRank(`2025/03/${i}/daily/源_第${i}篇.md`),
  )
  const low = ranks.filter((rank) => rank < 2 ** 32 / 10).length
  expect(low).toBeGreaterThan(800)
  expect(low).toBeLessThan(1200)
})
