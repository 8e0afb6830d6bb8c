/**
 * Takes the inline markup out of Markdown: links keep their text, pictures leave nothing, emphasis and escapes lose their
 * signs, tags of HTML go. Pages have links whose text goes over blank lines (a picture, then a headline), so this works on
 * whole texts and before they are parted into blocks. It is linear in the text's length: every search is bounded or remembered.
 */

import { closeBracket, openBracket } from './brackets.ts'
import { entityAt } from './entities.ts'
import { flushReadings, lessThan } from './html-markup.ts'
import {
  compact,
  firstOfLine,
  type InlineText,
  openPass,
  type Pass,
  put,
  putLiteral,
  skip,
} from './inline-pass.ts'
import { openBrace } from './shortcodes.ts'
import { type WholePage, wholePage } from './whole-page.ts'

const BACKSLASH = 0x5c
const BACKTICK = 0x60
const OPEN = 0x5b
const CLOSE = 0x5d
const BANG = 0x21
const LESS = 0x3c
const AMPERSAND = 0x26
const BRACE = 0x7b
const STAR = 0x2a
const UNDERSCORE = 0x5f
const TILDE = 0x7e
const EQUALS = 0x3d
const NEWLINE = 0x0a
/** Stands at the text's ends too. */
const SPACE = 0x20

/** 1 for units that begin markup: all of ASCII, so that the table stays in the processor's nearest cache. */
const SPECIAL = new Uint8Array(0x80)
for (const unit of [BACKSLASH, BACKTICK, OPEN, CLOSE, BANG, LESS, AMPERSAND, BRACE, NEWLINE])
  SPECIAL[unit] = 1
for (const unit of [STAR, UNDERSCORE, TILDE, EQUALS]) SPECIAL[unit] = 1

/** @param page what the whole page says, of which `source` may be a stretch */
export function withoutInlineMarkup(
  source: string,
  page: WholePage = wholePage(source),
): InlineText {
  const pass = openPass(source, page)
  for (let at = putPlain(pass, 0); at < source.length; at = putPlain(pass, at))
    at = step(pass, at, pass.written[at] ?? 0)
  flushReadings(pass)
  return compact(pass)
}

/** Copies up to the next sign that may begin markup; returns its place. */
function putPlain(pass: Pass, from: number): number {
  const { written, units } = pass
  let { length } = pass
  let at = from
  for (; at < written.length; at++) {
    const unit = written[at] ?? 0
    if (unit < SPECIAL.length && SPECIAL[unit] === 1) break
    units[length++] = unit
  }
  pass.length = length
  return at
}

/** Handles the sign at `at`; returns where to go on. */
function step(pass: Pass, at: number, unit: number): number {
  switch (unit) {
    case BACKSLASH:
      return escapedSign(pass, at)
    case BACKTICK:
      return codeSpan(pass, at)
    case BANG:
      return pass.written[at + 1] === OPEN ? openBracket(pass, at, true) : put(pass, at, at + 1)
    case OPEN:
      return openBracket(pass, at, false)
    case CLOSE:
      return closeBracket(pass, at)
    case LESS:
      return lessThan(pass, at)
    case AMPERSAND:
      return ampersand(pass, at)
    case BRACE:
      return openBrace(pass, at)
    case NEWLINE:
      return newline(pass, at)
    default:
      return delimiterRun(pass, at, unit)
  }
}

function newline(pass: Pass, at: number): number {
  if (pass.written[at + 1] === NEWLINE) pass.delimiters.reset()
  if (pass.reading !== undefined || pass.readings.length > 0) flushReadings(pass)
  put(pass, at, at + 1)
  pass.lineStart = at + 1
  pass.contentStart = pass.length
  return at + 1
}

function ampersand(pass: Pass, at: number): number {
  const entity = entityAt(pass.source, at)
  if (entity === undefined) return put(pass, at, at + 1)
  putLiteral(pass, entity.character)
  return entity.end
}

const ESCAPABLE = new Set('_*`[]~|')
/** Converters escape these where they would begin a block, and these after the number that begins a line. */
const ESCAPABLE_FIRST = new Set('#+->=:!')
const ESCAPABLE_BEHIND_NUMBER = new Set('.)')
const DIGITS = /^\d{1,9}$/

/** A backslash before a sign of markup; those of paths, patterns and bytes are text. */
function escapedSign(pass: Pass, at: number): number {
  const sign = pass.source[at + 1] ?? ''
  if (!ESCAPABLE.has(sign) && !isEscapedTag(pass, at, sign) && !isEscapedFirst(pass, at, sign))
    return put(pass, at, at + 1)
  putLiteral(pass, sign)
  return at + 2
}

/** A word before the backslash means that it belongs to a path, as in `C:\\Users\\<name>`. */
function isEscapedTag({ source }: Pass, at: number, sign: string): boolean {
  return sign === '<' && !/[\w:)]/.test(source[at - 1] ?? '')
}

function isEscapedFirst(pass: Pass, at: number, sign: string): boolean {
  if (!ESCAPABLE_FIRST.has(sign) && !ESCAPABLE_BEHIND_NUMBER.has(sign)) return false
  const first = firstOfLine(pass)
  if (first === at) return ESCAPABLE_FIRST.has(sign)
  return (
    at - first < 10 &&
    ESCAPABLE_BEHIND_NUMBER.has(sign) &&
    DIGITS.test(pass.source.slice(first, at))
  )
}

function runEnd(written: Uint16Array, at: number, unit: number): number {
  let end = at
  while (end < written.length && written[end] === unit) end++
  return end
}

/** `code` keeps what is inside as it stands; it closes in its own paragraph or not at all. */
function codeSpan(pass: Pass, at: number): number {
  const { source, written, unclosed } = pass
  const start = runEnd(written, at, BACKTICK)
  const length = start - at
  if ((unclosed.get(length) ?? 0) > at) return put(pass, at, start)
  if (pass.paragraphEnd < start) {
    pass.paragraphEnd = endOr(source.indexOf('\n\n', start), source.length)
  }
  const { paragraphEnd } = pass
  for (let next = source.indexOf('`', start); next >= 0 && next < paragraphEnd; ) {
    const end = runEnd(written, next, BACKTICK)
    if (end - next === length) {
      put(pass, start, next)
      return skip(pass, at, end)
    }
    next = source.indexOf('`', end)
  }
  unclosed.set(length, paragraphEnd)
  return put(pass, at, start)
}

function endOr(index: number, otherwise: number): number {
  return index < 0 ? otherwise : index
}

function delimiterRun(pass: Pass, at: number, unit: number): number {
  const { written } = pass
  const end = runEnd(written, at, unit)
  const start = pass.length
  put(pass, at, end)
  const before = written[at - 1] ?? SPACE
  const after = written[end] ?? SPACE
  const opener = pass.delimiters.meet({ unit, start, length: end - at, before, after })
  if (opener !== undefined) {
    pass.dropped.fill(1, opener, opener + end - at)
    pass.dropped.fill(1, start, pass.length)
  }
  return end
}
