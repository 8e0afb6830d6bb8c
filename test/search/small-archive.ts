/** Random archives and queries from so few characters that everything collides: words in words, words across words. */

import fc from 'fast-check'
import { print } from '../../src/query/print.ts'
import type { QueryNode } from '../../src/query/query.ts'
import { dictionarySegmenter } from '../helpers/dictionary-segmenter.ts'
import type { Placed, SmallArticle } from '../helpers/memory-index.ts'

const WORDS = ['开源', '源码', '漏洞', '开源漏洞', '洞开', '源码漏', '码洞']
export const segmenter = dictionarySegmenter(WORDS)

const han = fc
  .array(fc.constantFrom(...'开源码漏洞', '漏洞', '开源'), { minLength: 1, maxLength: 4 })
  .map((characters) => characters.join(''))
const latin = fc.constantFrom('a', 'b', 'ab', 'ba', 'bab')
const text = (maxLength: number) =>
  fc
    .array(fc.oneof(han, latin, fc.constantFrom('，', ' ', '\n')), { minLength: 1, maxLength })
    .map((pieces) => pieces.join(''))
/** A line that was taken off the page. */
const line = fc
  .array(fc.oneof(han, latin, fc.constantFrom('，', ' ')), { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.join(''))
const day = fc.constantFrom('', '2024-12-31', '2025-01-01', '2025-01-15', '2025-02-01')

export const articles: fc.Arbitrary<readonly SmallArticle[]> = fc
  .array(
    fc.record({
      title: text(3),
      body: text(8),
      source: fc.constantFrom('', '甲报', '乙报', '甲乙a'),
      date: day,
      url: fc.constantFrom('', 'https://a.cn/ab', 'https://www.a.cn/b', 'https://ba.cn/a'),
      fetchDate: fc.constantFrom('', '2025-01-15T08:00:00', '2025-02-01T23:59:59'),
      truncated: fc.boolean(),
      repaired: fc.constantFrom('', 'latin1'),
      authors: fc.subarray(['甲', '乙丙', 'ann']),
      tags: fc.subarray(['海', '海/盐', '海盐', 'sea']),
      meta: fc.constantFrom({}, { lang: 'zh' }, { lang: 'zh-tw', 系列: '甲' }),
      failed: fc.constantFrom(false, false, false, true),
      removed: fc.array(line, { maxLength: 2 }),
    }),
    { maxLength: 12 },
  )
  .map((rows) => rows.map((row, number) => ({ ...row, number, body: row.failed ? '' : row.body })))

const field = fc.constantFrom({}, {}, {}, { field: 'title' as const }, { field: 'page' as const })
const wordText = fc.oneof(
  latin,
  han,
  fc.tuple(han, latin).map((pieces) => pieces.join('')),
)
const word: fc.Arbitrary<QueryNode> = wordText.map((written) => ({
  kind: 'word',
  text: written,
}))
const fielded: fc.Arbitrary<QueryNode> = fc
  .tuple(fc.constantFrom('word', 'phrase'), wordText, text(3), field)
  .map(([kind, one, phrase, where]) =>
    kind === 'word' || phrase.trim() === ''
      ? { kind: 'word', text: one, ...where }
      : { kind: 'phrase', text: phrase, ...where },
  )
const condition: fc.Arbitrary<QueryNode> = fc.oneof(
  fc.constantFrom('甲', '乙报', 'A').map((source) => ({ kind: 'source' as const, text: source })),
  fc.constantFrom('甲', '丙', 'n').map((one) => ({ kind: 'author' as const, text: one })),
  fc.constantFrom('海', '盐', 'sea').map((one) => ({ kind: 'tag' as const, text: one })),
  fc
    .constantFrom(['lang', 'zh'], ['系列', '甲'], ['x', 'y'])
    .map(([name = '', one = '']) => ({ kind: 'meta' as const, name, text: one })),
  fc
    .tuple(fc.constantFrom('date' as const, 'fetched' as const), day, day)
    .filter(([, from, to]) => from + to !== '' && (from <= to || to === ''))
    .map(([kind, from, to]) => ({ kind, from, to })),
  fc.constantFrom('a.cn', 'www.a.cn', 'cn').map((host) => ({ kind: 'site' as const, host })),
  fc.constantFrom('b', '/A', 'cn/ab').map((written) => ({ kind: 'url' as const, text: written })),
  fc
    .constantFrom('article' as const, 'empty' as const, 'truncated' as const, 'repaired' as const)
    .map((trait) => ({ kind: 'is' as const, trait })),
  fc
    .constantFrom('zh' as const, 'en' as const)
    .map((language) => ({ kind: 'language' as const, language })),
)
const prefix: fc.Arbitrary<QueryNode> = fc
  .tuple(latin, field)
  .map(([beginning, where]) => ({ kind: 'prefix', text: beginning, ...where }))
const leaf = fc.oneof(
  { weight: 3, arbitrary: fielded },
  { weight: 1, arbitrary: condition },
  { weight: 1, arbitrary: prefix },
)
const simple: fc.Arbitrary<QueryNode> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  { weight: 1, arbitrary: leaf.map((child) => ({ kind: 'not' as const, child })) },
)
const node: fc.Arbitrary<QueryNode> = fc.oneof(
  { weight: 3, arbitrary: simple },
  {
    weight: 1,
    arbitrary: fc
      .array(simple, { minLength: 2, maxLength: 3 })
      .map((children) => ({ kind: 'or' as const, children })),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(simple, { minLength: 2, maxLength: 2 })
      .map((children) => ({ kind: 'not' as const, child: { kind: 'and' as const, children } })),
  },
)

/** A query as someone would type it. */
export const queries: fc.Arbitrary<string> = fc
  .array(node, { minLength: 1, maxLength: 3 })
  .map((children) => print({ root: { kind: 'and', children }, warnings: [] }))

/** A query as someone would type it, which excludes nothing. */
export const positiveQueries: fc.Arbitrary<string> = fc
  .array(leaf, { minLength: 1, maxLength: 3 })
  .map((children) => print({ root: { kind: 'and', children }, warnings: [] }))

/** Words side by side, nothing else. */
export const wordQueries: fc.Arbitrary<string> = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .map((children) => print({ root: { kind: 'and', children }, warnings: [] }))

/** Ways to lay articles out in segments, with articles in between that are deleted. */
export function spread(
  kept: readonly SmallArticle[],
  gone: readonly SmallArticle[],
): fc.Arbitrary<readonly (readonly Placed[])[]> {
  const placed: Placed[] = [
    ...kept.map((article) => ({ article })),
    ...gone.map((article) => ({
      article: { ...article, number: article.number + kept.length },
      deleted: true,
    })),
  ]
  return fc
    .tuple(
      fc.shuffledSubarray(placed, { minLength: placed.length }),
      fc.array(fc.nat(3), { minLength: placed.length, maxLength: placed.length }),
    )
    .map(([rows, segments]) =>
      [0, 1, 2, 3]
        .map((segment) => rows.filter((_, i) => segments[i] === segment))
        .filter((rows) => rows.length > 0),
    )
}
