/** `in:page` anywhere in a query widens all its words to the lines that were taken off the pages as furniture. */

import type { QueryNode } from './query.ts'
import { isTextNode } from './text-nodes.ts'
import type { Token } from './tokens/tokens.ts'

/** Gives the field `page` to every word and phrase that names none, where some token is the scope. */
export function scopedTokens(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ kind }) => kind === 'scope')) return tokens
  return tokens.map((token) => {
    if (token.kind === 'scope') return { kind: 'nothing', position: token.position }
    return token.kind === 'operand' ? { ...token, node: lookInPage(token.node) } : token
  })
}

/** Gives the field `page` to a word or phrase that names none. */
export function lookInPage(node: QueryNode): QueryNode {
  return isTextNode(node) && node.field === undefined ? { ...node, field: 'page' } : node
}
