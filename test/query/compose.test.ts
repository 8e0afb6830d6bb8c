import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allOf, anyOf, noneOf } from '../../src/query/compose.ts'
import type { QueryNode } from '../../src/query/query.ts'

const word = (text: string): QueryNode => ({ kind: 'word', text })

/** Trees as a parser may compose them, groups of any size in groups of any kind. */
const composed = fc.letrec<{ tree: QueryNode | undefined }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.option(fc.constantFrom('a', 'b', 'c').map(word), { nil: undefined }),
    fc.array(tie('tree'), { maxLength: 4 }).map(allOf),
    fc.array(tie('tree'), { maxLength: 4 }).map(anyOf),
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
  if (node.kind === 'not') return node.child.kind !== 'not' && isNormal(node.child)
  if (node.kind !== 'and' && node.kind !== 'or') return true
  const { kind, children } = node
  return children.length > 1 && children.every((child) => child.kind !== kind && isNormal(child))
}

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
      expect(truthOf(anyOf(nodes))).toBe(truths.some((one) => one))
      expect(known.map((node) => truthOf(noneOf(node)))).toEqual(truths.map((one) => !one))
    }),
  )
})

test('nothing joined is nothing', () => {
  expect([allOf([]), anyOf([undefined]), noneOf(undefined)]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
