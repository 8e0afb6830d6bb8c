/**
 * Parses a query into a tree. Words that stand side by side must all match. OR joins its two neighbours, before anything else
 * (苹果 OR 华为 手机: either of the two firms, and the phone); brackets group; a hyphen right before something excludes it.
 * Whatever cannot be understood so is read as plain words, with a warning.
 */

import { groupedTokens } from './brackets.ts'
import { allOf, anyOf, noneOf } from './compose.ts'
import { readTokens } from './lexer.ts'
import { limitedTokens } from './limits.ts'
import type { Query, QueryNode } from './query.ts'
import { scopedTokens } from './scope.ts'
import type { Token } from './tokens.ts'
import { type Warn, warningList } from './warnings.ts'

interface Parser {
  readonly tokens: readonly Token[]
  readonly warn: Warn
  next: number
}

/**
 * Never throws, and takes time by the query's length.
 * @param today the day that 今天 means, `YYYY-MM-DD`; '' makes it a word like any other
 */
export function parse(text: string, today = ''): Query {
  const { warn, list } = warningList()
  const tokens = limitedTokens(
    groupedTokens(scopedTokens(readTokens(text, { warn, today })), warn),
    warn,
  )
  const node = parseAll({ tokens, warn, next: 0 })
  const [first] = tokens
  if (node === undefined && first !== undefined)
    warn(
      'dropped',
      'nothing to look up; put quotation marks around signs to find them',
      first.position,
    )
  return { root: rootOf(node), warnings: list() }
}

function rootOf(node: QueryNode | undefined): Query['root'] {
  if (node === undefined) return { kind: 'and', children: [] }
  return node.kind === 'and' ? node : { kind: 'and', children: [node] }
}

/** Parses up to the end or the bracket that closes the group. */
function parseAll(parser: Parser): QueryNode | undefined {
  const children: (QueryNode | undefined)[] = []
  while (!endsGroup(parser.tokens[parser.next])) children.push(parseAny(parser))
  return allOf(children)
}

function parseAny(parser: Parser): QueryNode | undefined {
  const children = [parseOperand(parser)]
  while (parser.tokens[parser.next]?.kind === 'or' && !endsGroup(parser.tokens[parser.next + 1])) {
    parser.next++
    children.push(parseOperand(parser))
  }
  return anyOf(children)
}

function parseOperand(parser: Parser): QueryNode | undefined {
  let excluded = false
  while (parser.tokens[parser.next]?.kind === 'not') {
    excluded = true
    parser.next++
  }
  const node = endsGroup(parser.tokens[parser.next]) ? undefined : parseOne(parser)
  return excluded ? noneOf(node) : node
}

function parseOne(parser: Parser): QueryNode | undefined {
  const token = parser.tokens[parser.next++]
  if (token?.kind === 'operand') return token.node
  if (token?.kind === 'or') {
    parser.warn(
      'plain',
      'OR needs something on either side; it is searched as a plain word',
      token.position,
    )
    return token.word
  }
  if (token?.kind !== 'open') return undefined
  const node = parseAll(parser)
  parser.next++
  return node
}

function endsGroup(token: Token | undefined): boolean {
  return token === undefined || token.kind === 'close'
}
