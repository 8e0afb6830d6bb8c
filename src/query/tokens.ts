/** What the lexer hands to the parser, and how a piece of the query becomes it. */

import { daysOf, type Field } from './fields.ts'
import type { QueryNode } from './query.ts'
import { isSignsOnly } from './signs.ts'
import type { Warn } from './warnings.ts'

/** `position`: where it begins, in UTF-16 units of the query as typed. */
export type Token =
  | { readonly kind: 'open' | 'close' | 'not'; readonly position: number }
  /** `word`: what it asks for where it joins nothing. */
  | { readonly kind: 'or'; readonly position: number; readonly word: QueryNode | undefined }
  | { readonly kind: 'operand'; readonly position: number; readonly node: QueryNode }
  /** A word of signs alone. It asks for nothing, but an operator beside it must not reach past it. */
  | { readonly kind: 'nothing'; readonly position: number }

/** As a word it is in small letters, which find the same: printed and parsed again it stays a word. */
export function orToken(written: string, position: number): Token {
  const word: QueryNode | undefined = isSignsOnly(written)
    ? undefined
    : { kind: 'word', text: 'or' }
  return { kind: 'or', position, word }
}

export function wordToken(text: string, position: number, field?: 'title'): Token {
  if (isSignsOnly(text)) return { kind: 'nothing', position }
  return operand({ kind: 'word', text, ...(field && { field }) }, position)
}

export function phraseToken(text: string, position: number, warn: Warn, field?: 'title'): Token {
  if (!isBlank(text)) return operand({ kind: 'phrase', text, ...(field && { field }) }, position)
  warn('nothing stands between these quotation marks', position)
  return { kind: 'nothing', position }
}

export function fieldToken(
  field: Field,
  value: string,
  word: string,
  position: number,
  warn: Warn,
): Token {
  if (field.name === 'title') return wordToken(value, position, 'title')
  if (field.name === 'source') return sourceToken(value, position, warn)
  const days = daysOf(value)
  if (days !== undefined) return operand({ kind: 'date', ...days }, position)
  warn(`no date; write date:2025, date:2025-03-01 or date:2025-01..2025-03`, position)
  return wordToken(word, position)
}

export function sourceToken(value: string, position: number, warn: Warn): Token {
  if (!isBlank(value)) return operand({ kind: 'source', text: value.trim() }, position)
  warn('nothing stands between these quotation marks', position)
  return { kind: 'nothing', position }
}

/** Spaces and what nobody sees. Signs can be looked up literally. */
function isBlank(text: string): boolean {
  return /^[\s\p{Default_Ignorable_Code_Point}]*$/u.test(text)
}

function operand(node: QueryNode, position: number): Token {
  return { kind: 'operand', node, position }
}
