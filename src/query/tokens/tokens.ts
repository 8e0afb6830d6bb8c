/** Tokens, which the lexer hands to the parser, and how a piece of the query becomes one. */

import type { QueryNode, TextField } from '../query.ts'
import { conditionOf, EXPECTED } from './conditions.ts'
import type { ConditionField } from './fields.ts'
import { isSignsOnly, isStar } from './signs.ts'
import type { Warn } from './warnings.ts'

/** `position` is where it begins, in UTF-16 units of the query as typed. */
export type Token =
  | { readonly kind: 'open' | 'close' | 'not' | 'must'; readonly position: number }
  /** `word` is what it asks for where it joins nothing. */
  | { readonly kind: 'and' | 'or'; readonly position: number; readonly word: QueryNode | undefined }
  | { readonly kind: 'operand'; readonly position: number; readonly node: QueryNode }
  /** `in:page` and `allintitle:`: see scope.ts. */
  | { readonly kind: 'scope'; readonly field: TextField; readonly position: number }
  /** A word of signs alone. It asks for nothing, but an operator beside it must not reach past it. */
  | { readonly kind: 'nothing'; readonly position: number }

/**
 * Returns the operator as something to look for, so that printed and parsed again it stays that: OR in small letters, which find
 * the same, 或 in quotation marks, and nothing for signs.
 */
export function operatorText(written: string): QueryNode | undefined {
  if (isSignsOnly(written)) return undefined
  const folded = written.normalize('NFKC')
  return /^[A-Z]+$/.test(folded)
    ? { kind: 'word', text: folded.toLowerCase() }
    : { kind: 'phrase', text: written }
}

/** Makes a prefix of a word that ends in *; a * elsewhere means nothing. */
export function wordToken(text: string, position: number, warn: Warn, field?: TextField): Token {
  if (isSignsOnly(text)) return { kind: 'nothing', position }
  const where = field && { field }
  const beginning = withoutStars(text)
  if (STAR.test(beginning))
    warn('plain', 'a * stands for what follows, at the end of a word only', position)
  if (beginning === text) return operand({ kind: 'word', text, ...where }, position)
  return operand({ kind: 'prefix', text: beginning, ...where }, position)
}

const STAR = /^[*＊]|[\p{L}\p{N}][*＊]/u

/** Drops the stars at the end of a word. */
function withoutStars(text: string): string {
  let end = text.length
  while (isStar(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

export function phraseToken(text: string, position: number, warn: Warn, field?: TextField): Token {
  if (!isBlank(text)) return operand({ kind: 'phrase', text, ...(field && { field }) }, position)
  return nothingBetween(position, warn)
}

/** `value` stands behind the field's name; `plain` makes the token where the value says nothing. */
export function conditionToken(
  { name, metaName }: ConditionField,
  value: string,
  position: number,
  plain: () => Token,
  { warn, today }: Reading,
): Token {
  if (isBlank(value)) return nothingBetween(position, warn)
  const condition = conditionOf(name, value, today, metaName)
  if (condition !== undefined) return operand(condition, position)
  warn('plain', EXPECTED[name], position)
  return plain()
}

/** The context of reading a query. */
export interface Reading {
  readonly warn: Warn
  /** `YYYY-MM-DD`, '' where it is not known. */
  readonly today: string
}

function nothingBetween(position: number, warn: Warn): Token {
  warn('dropped', 'nothing stands between these quotation marks', position)
  return { kind: 'nothing', position }
}

/** Matches text of spaces and invisible characters alone. Signs can be looked up literally. */
function isBlank(text: string): boolean {
  return /^[\s\p{Default_Ignorable_Code_Point}]*$/u.test(text)
}

function operand(node: QueryNode, position: number): Token {
  return { kind: 'operand', node, position }
}
