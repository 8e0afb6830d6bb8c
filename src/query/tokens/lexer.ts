/** Cuts a query into tokens: words, phrases and conditions, and the signs that join them. It takes linear time and never throws. */

import { COMMON_FIELDS, fieldOf, unknownField } from './fields.ts'
import { closingFinder } from './quotes.ts'
import { readField } from './read-field.ts'
import { readOperator, readPrefixSign } from './read-operator.ts'
import { type Reader, readSign, step } from './reader.ts'
import {
  endsWord,
  isClosing,
  isOpening,
  isPrefixSign,
  isQuote,
  isSpace,
  operatorOf,
} from './signs.ts'
import { phraseToken, type Reading, type Token, wordToken } from './tokens.ts'

export function readTokens(text: string, reading: Reading): readonly Token[] {
  const findClosing = closingFinder(text)
  const reader: Reader = { ...reading, text, tokens: [], findClosing, at: 0, beginsWord: true }
  while (reader.at < text.length) readToken(reader, text.charAt(reader.at))
  return reader.tokens
}

function readToken(reader: Reader, character: string): void {
  if (isSpace(character)) step(reader, true)
  else if (isOpening(character)) readSign(reader, 'open', true)
  else if (isClosing(character)) readSign(reader, 'close', false)
  else if (isQuote(character)) readPhrase(reader)
  else if (isPrefixSign(character)) readPrefixSign(reader, character, readWord)
  else readWord(reader)
}

function readPhrase(reader: Reader): void {
  const { text, at, tokens, warn } = reader
  const closing = reader.findClosing(at, reader.beginsWord)
  if (closing < 0) {
    warn(
      'plain',
      'this quotation mark has no partner; the words beside it are searched without it',
      at,
    )
    step(reader, false)
    return
  }
  tokens.push(phraseToken(text.slice(at + 1, closing), at, warn))
  reader.at = closing + 1
  reader.beginsWord = false
}

function readWord(reader: Reader): void {
  const { text, at, tokens } = reader
  let end = at + 1
  while (end < text.length && !endsWord(text.charAt(end))) end++
  const word = text.slice(at, end)
  const operator = operatorOf(word)
  if (operator !== undefined) {
    readOperator(reader, operator, word)
    return
  }
  reader.at = end
  reader.beginsWord = false
  const field = fieldOf(word)
  if (field !== undefined) readField(reader, field, word, at)
  else {
    warnOfUnknownField(reader, word, at)
    tokens.push(wordToken(word, at, reader.warn))
  }
}

function warnOfUnknownField(reader: Reader, word: string, position: number): void {
  const { text, warn } = reader
  const name = unknownField(word)
  if (name === undefined || (name === word && !isQuote(text.charAt(reader.at)))) return
  warn(
    'plain',
    `"${name}" is no field; it is searched as text. Fields are ${COMMON_FIELDS}`,
    position,
  )
}
