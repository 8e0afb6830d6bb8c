/** A line turned back into the bytes it was made of, and those read as UTF-8. */

import { type Codec, isContinuation, sequenceLength } from './misread-codecs.ts'
import { isForeignLetter, WRITTEN } from './written-characters.ts'

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
  /** What was turned back is nothing but lines and shades: a drawing. */
  readonly isDrawing: boolean
  /** A character that was found stands in the line as itself too: the line tells what becomes of it. */
  readonly isExplanation: boolean
}

/** A character made of several units. `mended`: a byte was made up; `broken`: U+FFFD, or '' for what was cut off. */
interface Piece {
  readonly kind: 'whole' | 'mended' | 'broken'
  readonly text: string
  /** UTF-16 units of the line that it was made of. */
  readonly units: number
}

/** A piece and where in its line it begins. */
interface Place {
  readonly at: number
  readonly piece: Piece
}

export function reread(line: string, codec: Codec): Reread {
  const { turned, same } = partsOf(line, codec)
  const pieces = turned.map(({ piece }) => piece)
  const found = pieces.filter(({ kind }) => kind !== 'broken').map(({ text }) => text)
  return {
    text: textOf(line, turned),
    found,
    whole: pieces.filter(({ kind }) => kind === 'whole').length,
    broken: pieces.length - found.length,
    left: same.filter(isForeignLetter).length,
    isDrawing: isDrawing(line, turned),
    isExplanation: found.length > 0 && isExplanation(found, new Set(same)),
  }
}

/** What is to be turned back, and the characters beyond ASCII that stay as they are. */
function partsOf(line: string, codec: Codec) {
  const turned: Place[] = []
  const same: string[] = []
  for (let at = 0; at < line.length; ) {
    if (line.charCodeAt(at) < 0x80) {
      at++
      continue
    }
    const piece = characterAt(line, at, codec)
    if (piece === undefined) same.push(String.fromCodePoint(line.codePointAt(at) ?? 0))
    else turned.push({ at, piece })
    at += piece?.units ?? same.at(-1)?.length ?? 1
  }
  return { turned, same }
}

function textOf(line: string, turned: readonly Place[]): string {
  let text = ''
  let copied = 0
  for (const { at, piece } of turned) {
    text += line.slice(copied, at) + piece.text
    copied = at + piece.units
  }
  return text + line.slice(copied)
}

const DRAWN_SHARE = 0.8
/** Box drawings and blocks. */
const [FIRST_DRAWN, LAST_DRAWN] = [0x2500, 0x259f]

/** Nearly all that was turned back are box drawings and blocks: they are bytes in the encodings of old terminals. */
function isDrawing(line: string, turned: readonly Place[]): boolean {
  let [units, drawn] = [0, 0]
  for (const { at, piece } of turned) {
    units += piece.units
    for (let i = at; i < at + piece.units; i++) {
      const unit = line.charCodeAt(i)
      if (unit >= FIRST_DRAWN && unit <= LAST_DRAWN) drawn++
    }
  }
  return drawn > units * DRAWN_SHARE
}

function isExplanation(found: readonly string[], same: ReadonlySet<string>): boolean {
  const both = found.filter((character) => same.has(character))
  return both.length * 2 > found.length || both.some(isForeignLetter)
}

/** The character of UTF-8 whose bytes begin here; undefined if none does. */
function characterAt(line: string, at: number, codec: Codec): Piece | undefined {
  const length = sequenceLength(codec.byteOf.get(line.charCodeAt(at)) ?? 0)
  if (length === 0) return undefined
  const { bytes, units, mended } = bytesAt(line, at, length, codec)
  if (bytes.length < length) return mended ? undefined : brokenAt(line, at, units)
  const text = characterOf(bytes)
  if (!WRITTEN.test(text)) return undefined
  return { kind: text === '\uFFFD' ? 'broken' : mended ? 'mended' : 'whole', text, units }
}

/** The least that is written in so many bytes; less in more is no UTF-8. */
const LEAST = [0, 0, 0x80, 0x800, 0x10000]

/** '' for bytes that stand for none. As a decoder of UTF-8 has it, in a tenth of the time. */
function characterOf(bytes: readonly number[]): string {
  let code = (bytes[0] ?? 0) & (0x7f >> bytes.length)
  for (let at = 1; at < bytes.length; at++) code = (code << 6) | ((bytes[at] ?? 0) & 0x3f)
  const isSurrogate = code >= 0xd800 && code <= 0xdfff
  if (code < (LEAST[bytes.length] ?? 0) || code > 0x10ffff || isSurrogate) return ''
  return String.fromCodePoint(code)
}

/** The first byte and those that follow it, at most one of them made up. */
function bytesAt(line: string, at: number, length: number, { byteOf, losesA0 }: Codec) {
  const bytes = [byteOf.get(line.charCodeAt(at)) ?? 0]
  let units = 1
  let mended = false
  while (bytes.length < length) {
    const byte = byteOf.get(line.charCodeAt(at + units)) ?? 0
    if (isContinuation(byte)) {
      bytes.push(byte)
      units++
      continue
    }
    const isLast = bytes.length === length - 1
    if (mended || !losesA0 || !lostA0(line[at + units], length, isLast)) break
    mended = true
    bytes.push(0xa0)
    // à and a blank became one blank: it stays. Within Chinese there are no blanks.
    if (length > 2 && line[at + units] === ' ') units++
  }
  return { bytes, units, mended }
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
  if (rest === CUT) return { kind: 'broken', text: '', units }
  if (units === 1) return undefined
  return { kind: 'broken', text: rest === '' ? '' : '\uFFFD', units }
}
