/**
 * Parses a query into a tree. A hyphen, NOT or ! before something excludes it, + demands it; AND joins its two neighbours, and then
 * OR does, before they stand side by side with others (苹果 OR 华为 手机: either of the two firms, and the phone); brackets group.
 * Whatever cannot be understood so is read as plain words, with a warning.
 */

import { groupedTokens } from './brackets.ts'
import { allOf, anyOf, demand, isDemanded, noneOf, strictlyAllOf } from './compose.ts'
import { limitedTokens } from './limits.ts'
import type { Query, QueryNode } from './query.ts'
import { scopedTokens } from './scope.ts'
import { readTokens } from './tokens/lexer.ts'
import type { Token } from './tokens/tokens.ts'
import { type Warn, warningList } from './tokens/warnings.ts'

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
  return node.kind === 'and' && !node.strict ? node : { kind: 'and', children: [node] }
}

/** Parses up to the end or the bracket that closes the group. */
function parseAll(parser: Parser): QueryNode | undefined {
  const children: (QueryNode | undefined)[] = []
  while (!endsGroup(parser.tokens[parser.next])) children.push(parseAny(parser))
  return allOf(children)
}

function parseAny(parser: Parser): QueryNode | undefined {
  const { tokens, next, warn } = parser
  const children = parseJoined(parser, 'or', parseEach)
  const demanded = children.length > 1 && children.some((child) => child && isDemanded(child))
  if (demanded)
    warn('plain', 'a + demands nothing of words that OR joins', tokens[next]?.position ?? 0)
  return anyOf(children)
}

function parseEach(parser: Parser): QueryNode | undefined {
  return strictlyAllOf(parseJoined(parser, 'and', parseOperand))
}

type ParseNode = (parser: Parser) => QueryNode | undefined

/** Parses one node, and further ones as long as the operator stands between them. */
function parseJoined(
  parser: Parser,
  operator: 'and' | 'or',
  parseNode: ParseNode,
): readonly (QueryNode | undefined)[] {
  const { tokens } = parser
  const children = [parseNode(parser)]
  while (tokens[parser.next]?.kind === operator && !endsGroup(tokens[parser.next + 1])) {
    parser.next++
    children.push(parseNode(parser))
  }
  return children
}

function parseOperand(parser: Parser): QueryNode | undefined {
  const signs = new Set<Token['kind']>()
  for (let sign = signAt(parser); sign !== undefined; sign = signAt(parser)) {
    signs.add(sign)
    parser.next++
  }
  const node = endsGroup(parser.tokens[parser.next]) ? undefined : parseOne(parser)
  if (signs.has('not')) return noneOf(node)
  return signs.has('must') ? demand(node) : node
}

function signAt({ tokens, next }: Parser): 'not' | 'must' | undefined {
  const kind = tokens[next]?.kind
  return kind === 'not' || kind === 'must' ? kind : undefined
}

function parseOne(parser: Parser): QueryNode | undefined {
  const token = parser.tokens[parser.next++]
  if (token?.kind === 'operand') return token.node
  if (token?.kind === 'and' || token?.kind === 'or') {
    const name = token.kind.toUpperCase()
    const message = `${name} needs something on either side; it is searched as a plain word`
    parser.warn('plain', message, token.position)
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
