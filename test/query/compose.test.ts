import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allOf, anyOf, demand, noneOf, strictlyAllOf } from '../../src/query/compose.ts'
import type { QueryNode } from '../../src/query/query.ts'

const word = (text: string): QueryNode => ({ kind: 'word', text })

/** Trees as a parser may compose them, groups of any size in groups of any kind. */
const composed = fc.letrec<{ tree: QueryNode | undefined }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.option(fc.constantFrom('a', 'b', 'c').map(word), { nil: undefined }),
    fc.array(tie('tree'), { maxLength: 4 }).map(allOf),
    fc.array(tie('tree'), { maxLength: 4 }).map(anyOf),
    fc.array(tie('tree'), { maxLength: 4 }).map(strictlyAllOf),
    tie('tree').map(demand),
    tie('tree').map(noneOf),
  ),
})).tree

/** Whether the tree is true of an article that has just these words. */
function isTrue(node: QueryNode, words: ReadonlySet<string>): boolean {
  if (node.kind === 'and') return node.children.every((child) => isTrue(child, words))
  if (node.kind === 'or') return node.children.some((child) => isTrue(child, words))
  if (node.kind === 'not') return !isTrue(node.child, words)
  return node.kind === 'word' && words.has(node.text)
}

function isNormal(node: QueryNode): boolean {
  if (node.kind === 'not')
    return node.child.kind !== 'not' && !isDemanded(node.child) && isNormal(node.child)
  if (node.kind !== 'and' && node.kind !== 'or') return true
  if (!node.children.every(isNormal)) return false
  if (node.kind === 'or')
    return (
      node.children.length > 1 &&
      node.children.every((child) => child.kind !== 'or' && !isDemanded(child))
    )
  if (!node.strict)
    return (
      node.children.length > 1 &&
      node.children.every((child) => child.kind !== 'and' || child.strict === true)
    )
  return node.children.every(({ kind }) => kind !== 'and')
}

const isDemanded = (node: QueryNode) => node.kind === 'and' && node.children.length === 1

const someWords = fc.subarray(['a', 'b', 'c']).map((words) => new Set(words))

test('trees have one normal form', () => {
  fc.assert(fc.property(composed, (tree) => tree === undefined || isNormal(tree)))
})

test('joined trees are true of an article when all, any or none of them are', () => {
  const trees = fc.array(composed, { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(trees, someWords, (nodes, words) => {
      const known = nodes.filter((node) => node !== undefined)
      fc.pre(known.length > 0)
      const truths = known.map((node) => isTrue(node, words))
      const truthOf = (node: QueryNode | undefined) => node && isTrue(node, words)
      expect(truthOf(allOf(nodes))).toBe(truths.every((one) => one))
      expect(truthOf(strictlyAllOf(nodes))).toBe(truths.every((one) => one))
      expect(known.map((node) => truthOf(demand(node)))).toEqual(truths)
      expect(truthOf(anyOf(nodes))).toBe(truths.some((one) => one))
      expect(known.map((node) => truthOf(noneOf(node)))).toEqual(truths.map((one) => !one))
    }),
  )
})

test('nothing joined is nothing', () => {
  expect([allOf([]), strictlyAllOf([]), anyOf([undefined])]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect([noneOf(undefined), demand(undefined)]).toEqual([undefined, undefined])
})

test('AND and + stay to be seen beside words that may lack', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(word)
  const strict = (...children: (QueryNode | undefined)[]) => ({
    kind: 'and',
    strict: true,
    children,
  })
  expect(strictlyAllOf([a, allOf([b, c])])).toEqual(strict(a, b, c))
  expect(allOf([strictlyAllOf([a, b]), c])).toEqual({ kind: 'and', children: [strict(a, b), c] })
  expect(demand(a)).toEqual(strict(a))
  expect(anyOf([demand(a), b])).toEqual({ kind: 'or', children: [a, b] })
  expect(demand(noneOf(a))).toEqual({ kind: 'not', child: a })
})
