/** Keeps the brackets that group: those with a partner, and not nested deeper than anybody means. */

import type { Token } from './tokens/tokens.ts'
import type { Warn } from './tokens/warnings.ts'

/** The deepest nesting of groups, so that walking the tree never overflows the stack. */
const DEEPEST_GROUP = 20

export function groupedTokens(tokens: readonly Token[], warn: Warn): readonly Token[] {
  const paired = pairedTokens(tokens)
  let depth = 0
  return tokens.filter((token) => {
    if (token.kind !== 'open' && token.kind !== 'close') return true
    if (!paired.has(token)) {
      warn('dropped', 'this bracket has no partner and is left out', token.position)
      return false
    }
    const here = token.kind === 'open' ? ++depth : depth--
    if (here <= DEEPEST_GROUP) return true
    warn('limited', 'brackets nested deeper than this are left out', token.position)
    return false
  })
}

function pairedTokens(tokens: readonly Token[]): ReadonlySet<Token> {
  const paired = new Set<Token>()
  const open: Token[] = []
  for (const token of tokens) {
    if (token.kind === 'open') open.push(token)
    if (token.kind !== 'close') continue
    const partner = open.pop()
    if (partner !== undefined) paired.add(partner).add(token)
  }
  return paired
}
