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
