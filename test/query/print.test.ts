import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from '../../src/query/parse.ts'
import { print } from '../../src/query/print.ts'
import type { Query } from '../../src/query/query.ts'
import { anyQuery, anyTree } from './arbitraries.ts'

test.each([
  ['苹果　－「手机」', '苹果 -"手机"'],
  ['（苹果 ｜ 华为） 手机', '苹果 OR 华为 手机'],
  ['(新款 苹果) OR -(a OR b)', '(新款 苹果) OR -(a OR b)'],
  ['标题：漏洞 来源：「新华 社」', 'title:漏洞 source:"新华 社"'],
  ['「他说"好"」', '「他说"好"」'],
  ['date:2025 日期：2025-03-01', 'date:2025-01-01..2025-12-31 date:2025-03-01'],
  ['date:2025-01.. date:..2025-03', 'date:2025-01-01.. date:..2025-03-31'],
  ['作者：「江 一」 标签:海/盐 META.语言：zh', 'author:"江 一" tag:海/盐 meta.语言:zh'],
  ['网站：例子.CN -语言:英文 状态：拦截', 'site:xn--fsqu00a.cn -lang:en is:blocked'],
  ['抓取:>=2025-03 url:"a b"', 'fetched:2025-03-01.. url:"a b"'],
  ['cve-2025-* 标题：gpt＊ -a**', 'cve-2025-* title:gpt* -a*'],
  ['苹果 -(--force)', '苹果 -(--force)'],
  ['甲 且 乙 OR 丙', '(甲 AND 乙) OR 丙'],
  ['甲 && ((乙 丁) || 丙) 戊', '甲 AND ((乙 丁) OR 丙) 戊'],
  ['＋甲 !乙 +(丙 OR 丁)', '+甲 -乙 +(丙 OR 丁)'],
  ['+(--force) -(++i)', '+(--force) -(++i)'],
  ['"没有写完', '没有写完'],
  ['', ''],
])('%s is printed as %s', (query, printed) => {
  expect(print(parse(query))).toBe(printed)
})

test('whatever is typed, its printed form means the same', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      const { root } = parse(query, '2025-03-15')
      expect(parse(print({ root, warnings: [] })).root).toEqual(root)
    }),
    { numRuns: 5000 },
  )
})

test('every tree can be printed and read back, without a warning but for words that are mistakes', () => {
  fc.assert(
    fc.property(anyTree, (tree) => {
      const root: Query['root'] =
        tree?.kind === 'and' && !tree.strict
          ? tree
          : { kind: 'and', children: tree === undefined ? [] : [tree] }
      const { root: read, warnings } = parse(print({ root, warnings: [] }))
      expect(read).toEqual(root)
      for (const { message } of warnings)
        expect(message).toMatch(
          /no date|demands nothing|nothing stands behind|stands for what follows/,
        )
    }),
    { numRuns: 3000 },
  )
})
