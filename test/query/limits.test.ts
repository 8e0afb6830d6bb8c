/** Long queries, by the texts that are left of them: 64 operands, 256 UTF-16 units. */

import { describe, expect, test } from 'vitest'
import { parse } from '../../src/query/parse.ts'
import type { QueryNode } from '../../src/query/query.ts'

function textsOf(node: QueryNode): readonly string[] {
  if (node.kind === 'and' || node.kind === 'or') return node.children.flatMap(textsOf)
  if (node.kind === 'not') return textsOf(node.child)
  return 'text' in node ? [node.text] : []
}

const textsLeft = (query: string) => textsOf(parse(query).root)
const warningsOf = (query: string) =>
  parse(query).warnings.map(({ kind, position }) => ({ kind, position }))
const words = (count: number) => Array.from({ length: count }, (_, i) => `w${i}`)

describe('a query', () => {
  test('of 64 words is whole', () => {
    expect(textsLeft(words(64).join(' '))).toEqual(words(64))
    expect(warningsOf(words(64).join(' '))).toEqual([])
  })

  test('of more is cut before the word that is one too many, and says where', () => {
    const query = words(130).join(' ')
    expect(textsLeft(query)).toEqual(words(64))
    expect(warningsOf(query)).toEqual([{ kind: 'limited', position: query.indexOf('w64') }])
  })

  test('of 256 units is whole', () => {
    expect(textsLeft('a'.repeat(256))).toEqual(['a'.repeat(256)])
    expect(warningsOf('a'.repeat(256))).toEqual([])
  })

  test('of one long word keeps its beginning', () => {
    expect(textsLeft(`x ${'a'.repeat(600)}`)).toEqual(['x', 'a'.repeat(255)])
    expect(warningsOf(`x ${'a'.repeat(600)}`)).toEqual([{ kind: 'limited', position: 2 }])
  })

  test('is never cut inside a character', () => {
    expect(textsLeft('a'.repeat(255) + '𠮷'.repeat(3))).toEqual(['a'.repeat(255)])
  })

  test('leaves no operator without its operand', () => {
    const [first, last] = [words(64).join(' '), 'one too many']
    expect(parse(`${first} OR ${last}`).root).toEqual(parse(first).root)
    expect(parse(`${first} -${last}`).root).toEqual(parse(first).root)
  })

  test('closes the brackets that are open where it is cut', () => {
    const group = (count: number) => `first (${words(count).join(' OR ')})`
    expect(parse(group(200)).root).toEqual(parse(group(63)).root)
  })
})

describe('brackets', () => {
  const nested = (depth: number) => `${'('.repeat(depth)}a b${')'.repeat(depth)}`

  test('nest twenty deep, and say so beyond', () => {
    expect(warningsOf(nested(20))).toEqual([])
    expect(warningsOf(nested(21))).toContainEqual({ kind: 'limited', position: 20 })
  })

  test.each(['(a b', 'a) b', '((a) b', ')a( b'])('without a partner are left out: %s', (query) => {
    expect(textsLeft(query)).toEqual(['a', 'b'])
    expect(parse(query).warnings.map(({ kind }) => kind)).toContain('dropped')
  })

  test('by the hundred thousand neither overflow the stack nor repeat a warning', () => {
    const query = '('.repeat(100_000)
    expect(textsLeft(`${query}a`)).toEqual(['a'])
    expect(parse(`${query}a`).warnings).toHaveLength(1)
  })
})
