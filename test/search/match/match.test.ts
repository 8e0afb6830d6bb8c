/** Plans in one segment, beside asking every article. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchPlan } from '../../../src/search/match/match.ts'
import type { Plan } from '../../../src/search/plan/plan.ts'
import { memoryView } from '../../helpers/memory-index.ts'
import { segmenter } from '../small-archive.ts'

const COUNT = 9
const DELETED = [2, 5, 8]
const LIVE = [0, 1, 3, 4, 6, 7]
const view = await memoryView(
  [
    [{ article: { number: 99, title: 'first', body: 'a' } }],
    Array.from({ length: COUNT }, (_, number) => ({
      article: { number, title: `t${number}`, body: 'a' },
      deleted: DELETED.includes(number),
    })),
  ],
  segmenter,
)
const NUMBER = 1

const set = fc
  .uniqueArray(fc.constantFrom(...LIVE))
  .map((articles) => Uint32Array.from(articles).sort())
const frequencies = Uint32Array.from({ length: COUNT }, () => 1)
const other = Uint32Array.of(0)

const plan = fc.letrec<{ plan: Plan }>((tie) => ({
  plan: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    set.map((articles): Plan => ({ kind: 'filter', sets: [other, articles] })),
    set.map(
      (articles): Plan => ({
        kind: 'term',
        term: {
          text: 'a',
          documentFrequency: articles.length,
          weight: 1,
          lists: [
            { articles: other, frequencies: other },
            { articles, frequencies },
          ],
        },
      }),
    ),
    fc.record({ kind: fc.constant('not' as const), child: tie('plan') }),
    fc.record({ kind: fc.constant('optional' as const), child: tie('plan') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      children: fc.array(tie('plan'), { maxLength: 3 }),
    }),
  ),
})).plan

function matches(node: Plan, article: number): boolean {
  switch (node.kind) {
    case 'term':
      return node.term.lists[NUMBER]?.articles.includes(article) === true
    case 'filter':
      return node.sets[NUMBER]?.includes(article) === true
    case 'not':
      return !matches(node.child, article)
    case 'optional':
      return matches(node.child, article)
    case 'and': {
      const needed = node.children.filter(({ kind }) => kind !== 'optional')
      const children = needed.some(asksForWords) ? needed : node.children
      return children.every((child) => matches(child, article))
    }
    case 'or':
      return node.children.some((child) => matches(child, article))
  }
}

function asksForWords(node: Plan): boolean {
  if (node.kind === 'optional') return asksForWords(node.child)
  return node.kind === 'and' || node.kind === 'or'
    ? node.children.some(asksForWords)
    : node.kind === 'term'
}

test('a plan matches the live articles that fulfil it, in their order', () => {
  const segment = view.segments[NUMBER]
  if (segment === undefined) throw new RangeError('the view has one segment')
  fc.assert(
    fc.property(plan, (node) => {
      expect([...matchPlan(node, segment, NUMBER)]).toEqual(
        LIVE.filter((article) => matches(node, article)),
      )
    }),
    { numRuns: 500 },
  )
})
