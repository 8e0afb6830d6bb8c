/** Reads a field with its value: title:漏洞, source:"新华 社", date:last Wednesday. */

import { conditionOf } from './conditions.ts'
import { type ConditionName, type Field, namesPage } from './fields.ts'
import type { Reader } from './reader.ts'
import { isQuote } from './signs.ts'
import { conditionToken, phraseToken, type Token, wordToken } from './tokens.ts'

/** The value of a field, and the offset where it begins. */
interface Value {
  readonly text: string
  readonly isQuoted: boolean
  readonly start: number
}

/** Reads on behind the name of a field and what stands there without a blank. */
export function readField(reader: Reader, field: Field, word: string, position: number): void {
  const { text, at, tokens, warn } = reader
  const { name, metaName, valueStart } = field
  const value = word.slice(valueStart)
  const closing = value === '' && isQuote(text.charAt(at)) ? reader.findClosing(at, true) : -1
  if (name === 'allintitle' || (name === 'page' && value === '' && closing < 0))
    tokens.push({ kind: 'scope', field: name === 'page' ? 'page' : 'title', position })
  if (closing >= 0) {
    reader.at = closing + 1
    const quoted = { text: text.slice(at + 1, closing), isQuoted: true, start: at }
    tokens.push(valueToken(reader, { name, metaName }, quoted, word, position))
  } else if (value !== '') {
    const plain = { text: value, isQuoted: false, start: position + valueStart }
    tokens.push(valueToken(reader, { name, metaName }, plain, word, position))
  } else if (name !== 'page' && name !== 'allintitle') {
    warn('plain', `nothing stands behind "${word}"; it is searched as a plain word`, position)
    tokens.push(wordToken(word, position, warn))
  }
}

type Named = Omit<Field, 'valueStart'>

function valueToken(
  reader: Reader,
  { name, metaName }: Named,
  value: Value,
  word: string,
  position: number,
): Token {
  const { warn } = reader
  const { text, isQuoted, start } = value
  const plain = () =>
    isQuoted ? phraseToken(text, position, warn) : wordToken(word, position, warn)
  switch (name) {
    case 'allintitle':
    case 'title':
    case 'page': {
      const make = isQuoted ? phraseToken : wordToken
      const isScope = name === 'allintitle'
      return make(text, isScope ? start : position, warn, isScope ? 'title' : name)
    }
    case 'in':
      return !isQuoted && namesPage(text) ? { kind: 'scope', field: 'page', position } : plain()
    case 'filetype':
      warn('dropped', `articles have no type of file; "${word}" is left out`, position)
      return { kind: 'nothing', position }
    case 'date':
    case 'fetched':
    case 'before':
    case 'after':
      return conditionToken(
        { name },
        isQuoted ? text : readDays(reader, name, text),
        position,
        plain,
        reader,
      )
    default:
      return conditionToken({ name, metaName }, text, position, plain, reader)
  }
}

/** Matches the next word, if it may belong to a date. */
const NEXT_WORD = /^[ \u3000]+[\p{L}\p{N},]{1,12}(?![^\s])/u
/** A date that is written in words has three at most: 3 days ago. */
const MOST_WORDS = 3
const MOST_UNITS = 20

/** Reads further words where only together they are a date: date:last Wednesday. */
function readDays(reader: Reader, name: ConditionName, value: string): string {
  const { text, at, today } = reader
  let [words, end] = [value, at]
  for (let count = 1; count <= MOST_WORDS; count++) {
    if (conditionOf(name, words, today) !== undefined) {
      reader.at = end
      return words
    }
    const [next] = NEXT_WORD.exec(text.slice(end, end + MOST_UNITS)) ?? []
    if (next === undefined) return value
    words += next
    end += next.length
  }
  return value
}
