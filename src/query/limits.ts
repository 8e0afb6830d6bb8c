/** Limits what a query may ask for, so that none takes long; what is beyond is left out, and the reply says so. */

import type { QueryNode } from './query.ts'
import type { Token } from './tokens/tokens.ts'
import type { Warn } from './tokens/warnings.ts'

/** The most words, phrases and conditions. They are more than people type; a pasted page is found by its beginning. */
const MOST_OPERANDS = 64
/** The most UTF-16 units of all their texts together. */
const MOST_UNITS = 256

/** Returns the tokens up to the limits and closes the brackets that are open there. */
export function limitedTokens(tokens: readonly Token[], warn: Warn): readonly Token[] {
  const kept: Token[] = []
  let [operands, units, depth] = [0, 0, 0]
  for (const token of tokens) {
    const text = token.kind === 'operand' ? textOf(token.node) : ''
    if (token.kind === 'operand' && (++operands > MOST_OPERANDS || units >= MOST_UNITS)) {
      warn('limited', 'the query is too long; from here on it is left out', token.position)
      return [...withoutJoints(kept), ...closing(depth, token.position)]
    }
    if (token.kind === 'open') depth++
    if (token.kind === 'close') depth--
    kept.push(token.kind === 'operand' ? shortened(token, MOST_UNITS - units, warn) : token)
    units += text.length
  }
  return kept
}

type Operand = Extract<Token, { kind: 'operand' }>

function shortened(token: Operand, units: number, warn: Warn): Token {
  const { node, position } = token
  const text = textOf(node)
  if (text.length <= units || !('text' in node)) return token
  const cut = text.slice(0, units)
  const whole = cut.isWellFormed() ? cut : cut.slice(0, -1)
  warn('limited', `this is too long; only its first ${MOST_UNITS} units are searched`, position)
  return whole.trim() === ''
    ? { kind: 'nothing', position }
    : { ...token, node: { ...node, text: whole } }
}

function textOf(node: QueryNode): string {
  return 'text' in node ? node.text : ''
}

const JOINTS: ReadonlySet<Token['kind']> = new Set(['and', 'or', 'not', 'must'])

/** Operators join nothing where nothing follows. */
function withoutJoints(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findLastIndex(({ kind }) => !JOINTS.has(kind))
  return tokens.slice(0, end + 1)
}

function closing(depth: number, position: number): readonly Token[] {
  return Array.from({ length: depth }, () => ({ kind: 'close', position }))
}
