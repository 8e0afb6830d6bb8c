/** Reads what joins, demands and excludes: AND, 或, NOT, +, -. */

import { type Reader, readSign, step } from './reader.ts'
import { isClosing, isHyphen, isPlus, isPrefixSign, isSpace, type Operator } from './signs.ts'
import { operatorText } from './tokens.ts'

/** -npm excludes and +npm demands; --force and ++i do not, nor does a sign behind a phrase: “一带一路”－新丝路. */
export function readPrefixSign(
  reader: Reader,
  sign: string,
  readWord: (reader: Reader) => void,
): void {
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

/**
 * AND, OR and NOT join whatever stands beside them. Chinese ones such as 或 do only where they stand alone between spaces and have
 * something to act on (苹果 或 华为); else they are text.
 */
export function readOperator(reader: Reader, operator: Operator, written: string): void {
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
