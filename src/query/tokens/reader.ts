/** What the lexer knows while it reads a query from its beginning to its end. */

import type { FindClosing } from './quotes.ts'
import type { Reading, Token } from './tokens.ts'

export interface Reader extends Reading {
  readonly text: string
  readonly tokens: Token[]
  readonly findClosing: FindClosing
  /** The offsets of closing marks of quotations that are read as text. */
  readonly plainClosings: Set<number>
  at: number
  /** A hyphen may exclude here: at the start, and after a space or an opening bracket. */
  beginsWord: boolean
}

export function step(reader: Reader, beginsWord: boolean): void {
  reader.at++
  reader.beginsWord = beginsWord
}

export function readSign(
  reader: Reader,
  kind: 'open' | 'close' | 'not' | 'must',
  beginsWord: boolean,
): void {
  reader.tokens.push({ kind, position: reader.at })
  step(reader, beginsWord)
}
