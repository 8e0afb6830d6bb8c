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

/** A piece of a line. `mended`: a byte was made up; `broken`: U+FFFD, or '' for what was cut off. */
interface Piece {
  readonly kind: 'same' | 'whole' | 'mended' | 'broken'
  readonly text: string
  /** UTF-16 units of the line that it was made of. */
  readonly units: number
}

export function reread(line: string, codec: Codec): Reread {
  const pieces = piecesOf(line, codec)
  const same = pieces.filter(({ kind }) => kind === 'same').map(({ text }) => text)
  const found = pieces.filter(({ kind }) => kind === 'whole' || kind === 'mended')
  const characters = found.map(({ text }) => text)
  return {
    text: pieces.map(({ text }) => text).join(''),
    found: characters,
    whole: pieces.filter(({ kind }) => kind === 'whole').length,
    broken: pieces.filter(({ kind }) => kind === 'broken').length,
    left: same.filter(isForeignLetter).length,
    isDrawing: isDrawing(line, pieces),
    isExplanation: isExplanation(characters, new Set(same)),
  }
}

/** ASCII in runs, all else by the character. */
function piecesOf(line: string, codec: Codec): readonly Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < line.length; at += pieces.at(-1)?.units ?? 1) {
    const piece = line.charCodeAt(at) < 0x80 ? asciiAt(line, at) : characterAt(line, at, codec)
    pieces.push(piece ?? sameAt(line, at))
  }
  return pieces
}

function asciiAt(line: string, at: number): Piece {
  let end = at + 1
  while (line.charCodeAt(end) < 0x80) end++
  return { kind: 'same', text: line.slice(at, end), units: end - at }
}

function sameAt(line: string, at: number): Piece {
  const text = String.fromCodePoint(line.codePointAt(at) ?? 0)
  return { kind: 'same', text, units: text.length }
}

const DRAWN_SHARE = 0.8
const DRAWN = /[\u2500-\u259f]/g

/** Nearly all that was turned back are box drawings and blocks: they are bytes in the encodings of old terminals. */
function isDrawing(line: string, pieces: readonly Piece[]): boolean {
  let [at, turned, drawn] = [0, 0, 0]
  for (const { kind, units } of pieces) {
    if (kind !== 'same') {
      turned += units
      drawn += line.slice(at, at + units).match(DRAWN)?.length ?? 0
    }
    at += units
  }
  return drawn > turned * DRAWN_SHARE
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
  const text = utf8.decode(Uint8Array.from(bytes))
  if (!WRITTEN.test(text)) return undefined
  return { kind: text === '\uFFFD' ? 'broken' : mended ? 'mended' : 'whole', text, units }
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

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
