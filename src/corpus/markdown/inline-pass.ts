/** The state of one pass over a Markdown text, and how what is seen of it is written down. */

import { type Delimiters, emphasis } from './emphasis.ts'
import { isUnseen } from './seen-units.ts'
import { textOfUnits, unitsOf } from './units.ts'
import type { WholePage } from './whole-page.ts'

/** A text without inline markup, and what is known of its units. */
export interface InlineText {
  readonly text: string
  /** The units of `text`. They are good until the next text is read, as the other two are: the memory is used again. */
  readonly units: Uint16Array
  /** One entry a unit of `text`: 1 inside a link. */
  readonly linked: Uint8Array
  /** One entry a unit of `text`: 1 where it was escaped, so that it is no markup of blocks; undefined: nowhere. */
  readonly literal: Uint8Array | undefined
}

/** An open `[`. */
export interface Bracket {
  /** Its text begins here in the output; the bracket itself is the unit before. */
  readonly at: number
  /** Its text begins here in the source. */
  readonly from: number
  readonly image: boolean
}

export interface Pass {
  readonly source: string
  readonly page: WholePage
  /** The units of `source`. */
  readonly written: Uint16Array
  /** The output holds the text that is seen, and markup until it is dropped. */
  readonly units: Uint16Array
  readonly linked: Uint8Array
  /** 1: markup, left out in the end. */
  readonly dropped: Uint8Array
  readonly literal: Uint8Array
  hasLiterals: boolean
  length: number
  brackets: Bracket[]
  readonly delimiters: Delimiters
  /** The paragraph's end that was looked for last: looking for it again from each backtick would take ever longer. */
  paragraphEnd: number
  /** The key is the length of a run of backticks; no run of that length closes before this offset. */
  readonly unclosed: Map<number, number>
  /** Ends of markup, as '-->', that do not come any more. */
  readonly missing: Set<string>
  /** The line that is being read begins here in the source. */
  lineStart: number
  /** The start of the line that `lineFirst` is known of. */
  knownLine: number
  /** The first unit of that line that is neither blank nor a quote's sign. */
  lineFirst: number
  /** The content of the last line begins here in the output, after markers that were put there. */
  contentStart: number
  /** Each open `<a>` begins at one of these places in the output; −1 stands for one without attributes. */
  readonly anchors: number[]
  /** An open `<rt>` or `<rp>` of a ruby text. */
  reading: { readonly isSeen: boolean; readonly at: number } | undefined
  /** Readings of the line's ruby texts, which stand over it. */
  readings: number[]
}

/** The memory is grown as needed and used for every text: indexing reads a hundred thousand. */
let memory = reserve(1 << 16)

type Memory = Pick<Pass, 'units' | 'linked' | 'dropped' | 'literal'>

function reserve(length: number): Memory {
  return {
    units: new Uint16Array(length),
    linked: new Uint8Array(length),
    dropped: new Uint8Array(length),
    literal: new Uint8Array(length),
  }
}

export function openPass(source: string, page: WholePage): Pass {
  if (memory.units.length < source.length) memory = reserve(source.length)
  const { units, linked, dropped, literal } = memory
  linked.fill(0, 0, source.length)
  dropped.fill(0, 0, source.length)
  return {
    source,
    page,
    written: unitsOf(source),
    units,
    linked,
    dropped,
    literal,
    hasLiterals: false,
    length: 0,
    brackets: [],
    delimiters: emphasis(),
    paragraphEnd: -1,
    unclosed: new Map(),
    missing: new Set(),
    lineStart: 0,
    knownLine: -1,
    lineFirst: 0,
    contentStart: 0,
    anchors: [],
    reading: undefined,
    readings: [],
  }
}

/** Copies [from, to) of the source; returns `to`. */
export function put(pass: Pass, from: number, to: number): number {
  for (let at = from; at < to; at++) pass.units[pass.length++] = pass.written[at] ?? 0
  return to
}

/** Writes a text that is no markup, whatever its signs are. It must not be longer than what it was made of. */
export function putLiteral(pass: Pass, text: string): void {
  if (!pass.hasLiterals) pass.literal.fill(0, 0, pass.source.length)
  pass.hasLiterals = true
  pass.literal.fill(1, pass.length, pass.length + text.length)
  for (let at = 0; at < text.length; at++) pass.units[pass.length++] = text.charCodeAt(at)
}

/** Writes a text that may begin a block. It must not be longer than the markup that it stands for. */
export function putMarkup(pass: Pass, text: string): void {
  for (let at = 0; at < text.length; at++) pass.units[pass.length++] = text.charCodeAt(at)
}

/** Takes back what was written from `length` on, and what is known of it. */
export function takeBack(pass: Pass, length: number): void {
  pass.linked.fill(0, length, pass.length)
  pass.dropped.fill(0, length, pass.length)
  pass.literal.fill(0, length, pass.length)
  pass.length = length
}

/** Goes on behind markup that is not seen, [from, to) of the source; returns `to`. */
export function skip(pass: Pass, from: number, to: number): number {
  const newline = pass.source.slice(from, to).lastIndexOf('\n')
  if (newline >= 0) pass.lineStart = from + newline + 1
  return to
}

/** Returns where the next `end` begins, or −1 if there is none. A string that was not found is not looked for again. */
export function findEnd(pass: Pass, end: string, from: number): number {
  if (pass.missing.has(end)) return -1
  const place = pass.source.indexOf(end, from)
  if (place < 0) pass.missing.add(end)
  return place
}

const MORE = 0x3e
const NUMBER_SIGN = 0x23
const BAR = 0x7c

/** The place of the first sign of the line that is being read, after blanks and signs of quotes. */
export function firstOfLine(pass: Pass): number {
  if (pass.knownLine === pass.lineStart) return pass.lineFirst
  let at = pass.lineStart
  while (at < pass.written.length && isIndent(pass.written[at] ?? 0)) at++
  pass.knownLine = pass.lineStart
  pass.lineFirst = at
  return at
}

function isIndent(unit: number): boolean {
  return unit === MORE || (unit !== NEWLINE && isUnseen(unit))
}

const NEWLINE = 0x0a

/** Begins a line of the output, unless it stands at the start of one. Headings and rows of tables are one line. */
export function breakLine(pass: Pass): void {
  if (pass.length === pass.contentStart) return
  const first = pass.written[firstOfLine(pass)]
  putMarkup(pass, first === BAR || first === NUMBER_SIGN ? ' ' : '\n')
  pass.contentStart = pass.length
}

/** Returns what is left without the dropped units. Each is copied, and the next put over it if it was dropped: that is quicker than asking. */
export function compact(pass: Pass): InlineText {
  const { units, linked, dropped, length } = pass
  const literal = pass.hasLiterals ? literalOf(pass) : undefined
  let kept = 0
  for (let at = 0; at < length; at++) {
    units[kept] = units[at] ?? 0
    linked[kept] = linked[at] ?? 0
    kept += 1 - (dropped[at] ?? 0)
  }
  const seen = units.subarray(0, kept)
  return { text: textOfUnits(seen), units: seen, linked: linked.subarray(0, kept), literal }
}

function literalOf({ literal, dropped, length }: Pass): Uint8Array {
  let kept = 0
  for (let at = 0; at < length; at++) {
    literal[kept] = literal[at] ?? 0
    kept += 1 - (dropped[at] ?? 0)
  }
  return literal.subarray(0, kept)
}
