/**
 * `in:page` anywhere in a query widens all its words to the lines that were taken off the pages as furniture, and `allintitle:`
 * narrows them to titles.
 */

import type { QueryNode, TextField } from './query.ts'
import { isTextNode } from './text-nodes.ts'
import type { Token } from './tokens/tokens.ts'

/** Gives the scope's field to every word and phrase that names none; the first scope counts. */
export function scopedTokens(tokens: readonly Token[]): readonly Token[] {
  const scope = tokens.find((token) => token.kind === 'scope')
  if (scope === undefined) return tokens
  return tokens.map((token) => {
    if (token.kind === 'scope') return { kind: 'nothing', position: token.position }
    return token.kind === 'operand' ? { ...token, node: withField(token.node, scope.field) } : token
  })
}

/** Gives the field `page` to a word or phrase that names none. */
export function lookInPage(node: QueryNode): QueryNode {
  return withField(node, 'page')
}

function withField(node: QueryNode, field: TextField): QueryNode {
  return isTextNode(node) && node.field === undefined ? { ...node, field } : node
}
