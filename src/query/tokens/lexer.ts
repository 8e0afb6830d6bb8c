/** Cuts a query into tokens: words, phrases and conditions, and the signs that join them. It takes linear time and never throws. */

import { COMMON_FIELDS, fieldOf, MOST_NAME_UNITS, unknownField } from './fields.ts'
import { closingFinder } from './quotes.ts'
import { readField } from './read-field.ts'
import { readOperator, readPrefixSign } from './read-operator.ts'
import { readPhrase } from './read-phrase.ts'
import { type Reader, readSign, step } from './reader.ts'
import {
  endsWord,
  isClosing,
  isOpening,
  isPrefixSign,
  isQuote,
  isSeparator,
  isSpace,
  operatorOf,
} from './signs.ts'
import { type Reading, type Token, wordToken } from './tokens.ts'

export function readTokens(text: string, reading: Reading): readonly Token[] {
  const findClosing = closingFinder(text)
  const reader: Reader = {
    ...reading,
    text,
    tokens: [],
    findClosing,
    plainClosings: new Set(),
    at: 0,
    beginsWord: true,
  }
  while (reader.at < text.length) readToken(reader, text.charAt(reader.at))
  return reader.tokens
}

function readToken(reader: Reader, character: string): void {
  if (isSpace(character)) step(reader, true)
  else if (isSeparator(reader.text, reader.at)) readSeparator(reader)
  else if (isOpening(character)) readSign(reader, 'open', true)
  else if (isClosing(character)) readSign(reader, 'close', false)
  else if (isQuote(character)) readPhrase(reader)
  else if (isPrefixSign(character)) readPrefixSign(reader, character, readWord)
  else readWord(reader)
}

/** Behind a word it is like a blank; by itself it asks for nothing. */
function readSeparator(reader: Reader): void {
  if (reader.beginsWord) reader.tokens.push({ kind: 'nothing', position: reader.at })
  step(reader, true)
}

function readWord(reader: Reader): void {
  const { text, at, tokens } = reader
  const field = fieldOf(text.slice(at, endOfWord(text, at, MOST_NAME_UNITS)))
  // The value of a field may hold a comma; a word ends there.
  const end = field === undefined ? endOfPart(text, at) : endOfWord(text, at, text.length)
  const word = text.slice(at, end)
  const operator = operatorOf(word)
  if (operator !== undefined) {
    readOperator(reader, operator, word)
    return
  }
  reader.at = end
  reader.beginsWord = false
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

/** @param most looks no further than so many UTF-16 units */
function endOfWord(text: string, at: number, most: number): number {
  const last = Math.min(text.length, at + most)
  let end = at + 1
  while (end < last && !endsWord(text.charAt(end))) end++
  return end
}

function endOfPart(text: string, at: number): number {
  let end = at + 1
  while (end < text.length && !endsWord(text.charAt(end)) && !isSeparator(text, end)) end++
  return end
}
