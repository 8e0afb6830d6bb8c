/** Random queries: as they are typed, well and badly, and as trees. */

import fc from 'fast-check'
import { allOf, anyOf, demand, noneOf, strictlyAllOf } from '../../src/query/compose.ts'
import type { QueryNode } from '../../src/query/query.ts'
import { LANGUAGES } from '../../src/text/language.ts'

const FRAGMENTS = [
  ...'()（）"＂“”「」『』-－−|｜:：.。…,，!~\\',
  ' ',
  '\u3000',
  '\n',
  'OR',
  ' OR ',
  '，',
  '；',
  ',',
  'ＯＲ',
  'or',
  'AND',
  ' AND ',
  ' && ',
  'NOT',
  ' NOT ',
  ' +',
  '+',
  ' !',
  ' 且 ',
  ' -',
  ' -"',
  '--',
  'source:',
  'SOURCE：',
  'ｔｉｔｌｅ：',
  'title:"',
  'allintitle:',
  'before:',
  'after:last ',
  'filetype:pdf',
  'foo:bar',
  ' week',
  '来源：',
  '标签:',
  'author：',
  'meta.',
  'meta.语言:',
  '標題：',
  '日期:',
  '抓取：',
  'site:',
  'in:page',
  '页面：',
  'page:"',
  '网站：例子.cn',
  'url:',
  'is:',
  'lang:zh',
  '昨天',
  '*',
  '＊',
  ' 或 ',
  '或',
  ' 非 ',
  '非',
  '>=',
  'date:',
  'date:2025-01..2025-03',
  '2025-02-30',
  '..',
  '２０２５',
  '开源模型',
  '資料庫',
  '𠮷野家',
  'gpt-oss-120b',
  'CVE-2025-1',
  'C++',
  '😀',
  '\u200b',
  '\ufe0f',
  '\ud842',
  'e\u0301',
]

/** Signs wherever they may do harm, and some words between them. */
export const anyQuery: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...FRAGMENTS) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { maxLength: 24 },
  )
  .map((fragments) => fragments.join(''))

const word = fc.constantFrom(
  '开源模型',
  '資料庫',
  '𠮷野家',
  'gpt-oss-120b',
  'CVE-2025-1',
  'c++',
  '--force',
  '－－force',
  '++i',
  '!=1',
  '!!x',
  'a|b',
  'https://例子.cn/a?b=c',
  'date:2025-13',
  'title:',
  '标题：',
  '苹果。手机',
  '1,000',
  '😀',
  'Or',
)
const phrase = fc.constantFrom(
  '供应链 攻击',
  '他说「好」',
  'x = "1"',
  '"',
  '」"',
  '"」』“',
  '-npm',
  'a OR b',
  '(甲',
  '。',
  '\n甲\u3000乙 ',
)
const beginning = fc.constantFrom('cve-2025-', '开源', 'C++', '--for', 'foo:', '😀', 'a*b')
const days = fc.constantFrom('2024-02-29', '2025-01-01', '2025-12-31')
const field = fc.constantFrom({}, { field: 'title' as const }, { field: 'page' as const })

const leaf: fc.Arbitrary<QueryNode> = fc.oneof(
  fc.tuple(word, field).map(([text, where]) => ({ kind: 'word' as const, text, ...where })),
  fc.tuple(phrase, field).map(([text, where]) => ({ kind: 'phrase' as const, text, ...where })),
  fc.tuple(beginning, field).map(([text, where]) => ({ kind: 'prefix' as const, text, ...where })),
  fc
    .constantFrom('solidot', '安全 客', '新华社（北京）', 'a:b', '-', '"')
    .chain((text) => fc.constantFrom({ kind: 'source', text }, { kind: 'url', text } as const)),
  fc
    .constantFrom('海盐', '沈 望川', 'a:b', '"')
    .chain((text) =>
      fc.constantFrom(
        { kind: 'author', text } as const,
        { kind: 'tag', text } as const,
        { kind: 'meta', name: 'series_1', text } as const,
      ),
    ),
  fc
    .tuple(days, days)
    .map(([a, b]) => ({ kind: 'date' as const, from: a < b ? a : b, to: a < b ? b : a })),
  days.map((from) => ({ kind: 'fetched' as const, from, to: '' })),
  days.map((to) => ({ kind: 'date' as const, from: '', to })),
  fc
    .constantFrom('example.com', 'xn--fsqu00a.cn', '10.0.0.1', 'cn')
    .map((host) => ({ kind: 'site' as const, host })),
  fc
    .constantFrom('article' as const, 'script-only' as const, 'repaired' as const)
    .map((trait) => ({ kind: 'is' as const, trait })),
  fc.constantFrom(...LANGUAGES).map((language) => ({ kind: 'language' as const, language })),
)

/** Trees of every shape in the parser's normal form; undefined is the empty query. */
export const anyTree: fc.Arbitrary<QueryNode | undefined> = fc.letrec<{
  node: QueryNode | undefined
}>((tie) => {
  const children = fc.array(tie('node'), { maxLength: 4 })
  return {
    node: fc.oneof(
      { maxDepth: 6, depthSize: 'small' },
      leaf,
      children.map(allOf),
      children.map(anyOf),
      children.map(strictlyAllOf),
      tie('node').map(demand),
      tie('node').map(noneOf),
    ),
  }
}).node
