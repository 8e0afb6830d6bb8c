/** A line turned back into the bytes it was made of, and those read as UTF-8. */

import { type Codec, isContinuation, sequenceLength } from './misread-codecs.ts'
import { countForeignLetters, isForeignLetter, isWritten } from './written-characters.ts'

/** A line that is better for it. */
export interface Reread {
  readonly text: string
  /** The characters that were found, those made up for a lost byte included. */
  readonly found: readonly string[]
  /** How many of them all bytes are there for. */
  readonly whole: number
  /** Characters that lost a byte that cannot be told. */
  readonly broken: number
  /** Letters beyond ASCII that stay as they were. */
  readonly left: number
}

/** A character made of several units. `mended`: a byte was made up; `broken`: U+FFFD, or '' for what was cut off. */
interface Piece {
  readonly kind: 'whole' | 'mended' | 'broken'
  readonly text: string
  /** The character begins here in its line. */
  readonly at: number
  /** UTF-16 units of the line that it was made of. */
  readonly units: number
}

/** Undefined: the line is not one that was misread in this encoding. */
export function reread(line: string, codec: Codec): Reread | undefined {
  const { turned, same } = partsOf(line, codec)
  const found = turned.filter(({ kind }) => kind !== 'broken').map(({ text }) => text)
  const broken = turned.length - found.length
  const left = countForeignLetters(same)
  if (!isMostlyFound(found.length, left + broken)) return undefined
  if (isDrawing(line, turned) || isExplanation(found, new Set(same))) return undefined
  const whole = turned.filter(({ kind }) => kind === 'whole').length
  return { text: textOf(line, turned), found, whole, broken, left }
}

/** A line may have one character that stays as it is or is broken for this many that are found, since bytes get lost. */
const FOUND_TO_ONE_SPOILT = 5

function isMostlyFound(found: number, spoilt: number): boolean {
  if (found === 0) return false
  return spoilt * FOUND_TO_ONE_SPOILT <= found || (spoilt === 1 && found > 1)
}

/** Splits a line into the characters to turn back and those beyond ASCII that stay as they are. */
function partsOf(line: string, { byUnit, losesA0 }: Codec) {
  const bytes = byUnit()
  const turned: Piece[] = []
  const same: string[] = []
  for (let at = 0; at < line.length; ) {
    if (line.charCodeAt(at) < 0x80) {
      at++
      continue
    }
    const piece = characterAt(line, at, bytes, losesA0)
    if (piece === undefined) same.push(String.fromCodePoint(line.codePointAt(at) ?? 0))
    else turned.push(piece)
    at += piece?.units ?? same.at(-1)?.length ?? 1
  }
  return { turned, same }
}

function textOf(line: string, turned: readonly Piece[]): string {
  let text = ''
  let copied = 0
  for (const piece of turned) {
    text += line.slice(copied, piece.at) + piece.text
    copied = piece.at + piece.units
  }
  return text + line.slice(copied)
}

const DRAWN_SHARE = 0.8
/** Box drawings and blocks. */
const [FIRST_DRAWN, LAST_DRAWN] = [0x2500, 0x259f]

/** A drawing: nearly all that was turned back are box drawings and blocks: they are bytes in the encodings of old terminals. */
function isDrawing(line: string, turned: readonly Piece[]): boolean {
  let [units, drawn] = [0, 0]
  for (const piece of turned) {
    units += piece.units
    for (let i = piece.at; i < piece.at + piece.units; i++) {
      const unit = line.charCodeAt(i)
      if (unit >= FIRST_DRAWN && unit <= LAST_DRAWN) drawn++
    }
  }
  return drawn > units * DRAWN_SHARE
}

/** Characters that were found stand in the line as themselves too: it tells what becomes of them. */
function isExplanation(found: readonly string[], same: ReadonlySet<string>): boolean {
  const both = found.filter((character) => same.has(character))
  return both.length * 2 > found.length || both.some(isForeignLetter)
}

/** The character of UTF-8 whose bytes begin here, at most one of them made up; undefined if none does. */
function characterAt(
  line: string,
  at: number,
  bytes: Uint8Array,
  losesA0: boolean,
): Piece | undefined {
  const first = byteAt(line, at, bytes)
  const length = sequenceLength(first)
  if (length === 0) return undefined
  let code = first & (0x7f >> length)
  let mended = false
  let units = 1
  for (let known = 1; known < length; known++) {
    const byte = byteAt(line, at + units, bytes)
    if (isContinuation(byte)) {
      code = (code << 6) | (byte & 0x3f)
      units++
      continue
    }
    if (mended) return undefined
    if (!losesA0 || !lostA0(line[at + units], length, known === length - 1))
      return brokenAt(line, at, units)
    mended = true
    code = (code << 6) | (0xa0 & 0x3f)
    // à and a blank became one blank: it stays. Within Chinese there are no blanks.
    if (length > 2 && line[at + units] === ' ') units++
  }
  if (!isCharacter(code, length) || !isWritten(code)) return undefined
  const kind = code === BROKEN ? 'broken' : mended ? 'mended' : 'whole'
  return { kind, text: String.fromCodePoint(code), at, units }
}

/** 0 past the end, and for a unit that no byte became. */
function byteAt(line: string, at: number, bytes: Uint8Array): number {
  return at < line.length ? (bytes[line.charCodeAt(at)] ?? 0) : 0
}

/** U+FFFD: what a character became that lost a byte before it was misread. */
const BROKEN = 0xfffd

/** The least that is written in so many bytes; less in more is no UTF-8. */
const LEAST = [0, 0, 0x80, 0x800, 0x10000]

/** Applies the rules of a UTF-8 decoder: no overlong forms, no surrogates, nothing past U+10FFFF. */
function isCharacter(code: number, length: number): boolean {
  const isSurrogate = code >= 0xd800 && code <= 0xdfff
  return code >= (LEAST[length] ?? 0) && code <= 0x10ffff && !isSurrogate
}

/** The end of a line, of a link, of emphasis: where blanks are trimmed. */
const TRIMMED = /[\])"'*_|]/

function lostA0(next: string | undefined, length: number, isLast: boolean): boolean {
  if (next === ' ') return length > 2 || isLast
  return isLast && (next === undefined || TRIMMED.test(next))
}

/** The fetcher's mark, for a page that it cut. */
const CUT = '...'

function brokenAt(line: string, at: number, units: number): Piece | undefined {
  const rest = line.slice(at + units, at + units + CUT.length + 1)
  if (rest === CUT) return { kind: 'broken', text: '', at, units }
  if (units === 1) return undefined
  return { kind: 'broken', text: rest === '' ? '' : '\uFFFD', at, units }
}
