/** The words and phrases of a query's tree. */

import type { QueryNode } from './query.ts'

export type TextNode = Extract<QueryNode, { kind: 'word' | 'phrase' | 'prefix' }>

export function isTextNode(node: QueryNode): node is TextNode {
  return node.kind === 'word' || node.kind === 'phrase' || node.kind === 'prefix'
}

/** Does some word or phrase that is asked for, not excluded, pass the test? */
export function someText(node: QueryNode, test: (node: TextNode) => boolean): boolean {
  if (isTextNode(node)) return test(node)
  if (node.kind !== 'and' && node.kind !== 'or') return false
  return node.children.some((child) => someText(child, test))
}

/** Puts other nodes in the place of words and phrases, also of excluded ones. */
export function mapTexts(node: QueryNode, change: (node: TextNode) => QueryNode): QueryNode {
  if (isTextNode(node)) return change(node)
  if (node.kind === 'not') return { kind: 'not', child: mapTexts(node.child, change) }
  if (node.kind !== 'and' && node.kind !== 'or') return node
  return { ...node, children: node.children.map((child) => mapTexts(child, change)) }
}
