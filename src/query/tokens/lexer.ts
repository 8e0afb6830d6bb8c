/** Cuts a query into tokens: words, phrases and conditions, and the signs that join them. It takes linear time and never throws. */

import { type Field, fieldOf, namesPage } from './fields.ts'
import { closingFinder, type FindClosing } from './quotes.ts'
import {
  endsWord,
  isClosing,
  isHyphen,
  isOpening,
  isPlus,
  isPrefixSign,
  isQuote,
  isSpace,
  type Operator,
  operatorOf,
} from './signs.ts'
import {
  conditionToken,
  operatorText,
  phraseToken,
  type Reading,
  type Token,
  wordToken,
} from './tokens.ts'

interface Reader extends Reading {
  readonly text: string
  readonly tokens: Token[]
  readonly findClosing: FindClosing
  at: number
  /** A hyphen may exclude here: at the start, and after a space or an opening bracket. */
  beginsWord: boolean
}

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
  else if (isPrefixSign(character)) readPrefixSign(reader, character)
  else readWord(reader)
}

function step(reader: Reader, beginsWord: boolean): void {
  reader.at++
  reader.beginsWord = beginsWord
}

function readSign(
  reader: Reader,
  kind: 'open' | 'close' | 'not' | 'must',
  beginsWord: boolean,
): void {
  reader.tokens.push({ kind, position: reader.at })
  step(reader, beginsWord)
}

/** -npm excludes and +npm demands; --force and ++i do not, nor does a sign behind a phrase: “一带一路”－新丝路. */
function readPrefixSign(reader: Reader, sign: string): void {
  const { text, at, beginsWord } = reader
  const next = text[at + 1]
  if (!beginsWord) step(reader, false)
  else if (next === undefined || isSpace(next) || isClosing(next)) readLoneSign(reader, sign)
  else if (isPrefixSign(next) || next === '=') readWord(reader)
  else readSign(reader, isPlus(sign) ? 'must' : 'not', false)
}

function readLoneSign(reader: Reader, sign: string): void {
  const { at, tokens, warn } = reader
  if (isHyphen(sign))
    warn('dropped', 'a minus sign by itself excludes nothing; write it right before the word', at)
  tokens.push({ kind: 'nothing', position: at })
  step(reader, false)
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
  else tokens.push(wordToken(word, at, reader.warn))
}

/**
 * AND, OR and NOT join whatever stands beside them. Chinese ones such as 或 do only where they stand alone between spaces and have
 * something to act on (苹果 或 华为); else they are text.
 */
function readOperator(reader: Reader, operator: Operator, written: string): void {
  const { text, at: position, tokens, warn, beginsWord } = reader
  const end = position + written.length
  const distance = text.slice(end).search(NOT_SPACE)
  const follows = distance >= 0 && !isClosing(text.charAt(end + distance))
  const word = operatorText(written)
  reader.at = end
  reader.beginsWord = false
  if (word?.kind === 'phrase' && !(beginsWord && follows && distance > 0))
    tokens.push({ kind: 'operand', node: word, position })
  else if (operator !== 'not') tokens.push({ kind: operator, position, word })
  else if (follows) tokens.push({ kind: 'not', position })
  else {
    warn('plain', 'NOT needs something behind it; it is searched as a plain word', position)
    if (word !== undefined) tokens.push({ kind: 'operand', node: word, position })
  }
}

const NOT_SPACE = /\S/

function readField(reader: Reader, field: Field, word: string, position: number): void {
  const { text, at, tokens, warn } = reader
  const value = word.slice(field.valueStart)
  const closing = value === '' && isQuote(text.charAt(at)) ? reader.findClosing(at, true) : -1
  if (value !== '') tokens.push(fieldToken(reader, field, value, word, position))
  else if (closing < 0 && field.name === 'page') tokens.push({ kind: 'scope', position })
  else if (closing < 0) {
    warn('plain', `nothing stands behind "${word}"; it is searched as a plain word`, position)
    tokens.push(wordToken(word, position, warn))
  } else {
    tokens.push(quotedFieldToken(reader, field, at, closing, position))
    reader.at = closing + 1
  }
}

function fieldToken(
  reading: Reading,
  { name, metaName }: Field,
  value: string,
  word: string,
  position: number,
): Token {
  if (name === 'title' || name === 'page') return wordToken(value, position, reading.warn, name)
  const plain = () => wordToken(word, position, reading.warn)
  if (name === 'in') return namesPage(value) ? { kind: 'scope', position } : plain()
  return conditionToken({ name, metaName }, value, position, plain, reading)
}

function quotedFieldToken(
  reader: Reader,
  { name, metaName }: Field,
  open: number,
  closing: number,
  position: number,
): Token {
  const value = reader.text.slice(open + 1, closing)
  if (name === 'title' || name === 'page') return phraseToken(value, position, reader.warn, name)
  const plain = () => phraseToken(value, position, reader.warn)
  if (name === 'in') return plain()
  return conditionToken({ name, metaName }, value, position, plain, reader)
}
