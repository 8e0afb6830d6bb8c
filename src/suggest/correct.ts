/** Queries that may have been meant: the query with other words in place of those that hardly any article has. */

import { print } from '../query/print.ts'
import type { Query, QueryNode } from '../query/query.ts'
import type { Lexicon } from './lexicon.ts'
import { readingsOf, type SyllablesOf } from './misspelt.ts'

/** A word or a quoted text of the query. */
export type TextNode = QueryNode & { readonly kind: 'word' | 'phrase' }

/** Each has to be tried out. */
const MOST_QUERIES = 8

/** Likeliest first: all doubtful words in their likeliest readings, then one word after the other. */
export function correctedQueries(
  lexicon: Lexicon,
  syllablesOf: SyllablesOf,
  query: Query,
  doubtful: readonly TextNode[],
): readonly string[] {
  const readings = doubtful.map((node) => ({
    node,
    texts: readingsOf(lexicon, syllablesOf, node.text),
  }))
  const likeliest = new Map<QueryNode, string>()
  for (const { node, texts } of readings) if (texts[0] !== undefined) likeliest.set(node, texts[0])
  const singly = readings.flatMap(({ node, texts }) =>
    texts.map((text) => new Map<QueryNode, string>([[node, text]])),
  )
  const queries = [likeliest, ...singly]
    .filter(({ size }) => size > 0)
    .map((texts) => printedWith(query, texts))
  return [...new Set(queries)].slice(0, MOST_QUERIES)
}

function printedWith({ root }: Query, texts: ReadonlyMap<QueryNode, string>): string {
  const children = root.children.map((child) => withTexts(child, texts))
  return print({ root: { kind: 'and', children }, warnings: [] })
}

function withTexts(node: QueryNode, texts: ReadonlyMap<QueryNode, string>): QueryNode {
  const text = texts.get(node)
  if (text !== undefined && (node.kind === 'word' || node.kind === 'phrase'))
    return { ...node, text }
  if (node.kind === 'and' || node.kind === 'or')
    return { kind: node.kind, children: node.children.map((child) => withTexts(child, texts)) }
  return node
}
