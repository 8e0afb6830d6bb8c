/**
 * Takes the inline markup out of Markdown: links keep their text, images leave nothing, emphasis and escapes lose their
 * signs. Pages have links whose text goes over blank lines (a picture, then a headline), so this works on whole texts
 * and before they are parted into blocks. Linear in the text's length: every search is bounded or remembered.
 */

import { type Delimiters, emphasis } from './emphasis.ts'
import { destinationEnd } from './link-destination.ts'
import { textOfUnits, unitsOf } from './units.ts'

/** A text without inline markup, and which of its units were link text. */
export interface InlineText {
  readonly text: string
  /** Those of `text`. Good until the next text is read, as `linked` is: the memory is used again. */
  readonly units: Uint16Array
  /** One entry a unit of `text`: 1 inside a link. */
  readonly linked: Uint8Array
}

/** Text of a link or picture is at most this long, so that a stray bracket does not swallow an article. */
const MAXIMUM_LINK_TEXT = 4000
const AUTOLINK = /<((?:https?|ftp|mailto):[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,255})>/y
const ESCAPABLE = new Set('_*`[]~|')

interface Bracket {
  /** Where its text begins in the output; the bracket itself is the unit before. */
  readonly at: number
  readonly image: boolean
}

/** The state of one pass over a text. */
interface Pass {
  readonly source: string
  /** The units of `source`. */
  readonly written: Uint16Array
  /** What is seen. */
  readonly units: Uint16Array
  readonly linked: Uint8Array
  /** 1: markup, left out in the end. */
  readonly dropped: Uint8Array
  length: number
  brackets: Bracket[]
  readonly delimiters: Delimiters
  /** Where the paragraph ends that was looked at last: looking for it again from each backtick would take ever longer. */
  paragraphEnd: number
  /** By length of a run of backticks: no such run closes before this offset. */
  readonly unclosed: Map<number, number>
}

const BACKSLASH = 0x5c
const BACKTICK = 0x60
const OPEN = 0x5b
const CLOSE = 0x5d
const BANG = 0x21
const LESS = 0x3c
const STAR = 0x2a
const UNDERSCORE = 0x5f
const TILDE = 0x7e
const NEWLINE = 0x0a
/** Stands at the text's ends too. */
const SPACE = 0x20

/** 1 for units that begin markup: all of ASCII, so that the table stays in the processor's nearest cache. */
const SPECIAL = new Uint8Array(0x80)
for (const unit of [BACKSLASH, BACKTICK, OPEN, CLOSE, BANG, LESS, STAR, UNDERSCORE, TILDE, NEWLINE])
  SPECIAL[unit] = 1

/** Grown as needed, used for every text: indexing reads a hundred thousand. */
let memory = reserve(1 << 16)

type Memory = Pick<Pass, 'units' | 'linked' | 'dropped'>

function reserve(length: number): Memory {
  return {
    units: new Uint16Array(length),
    linked: new Uint8Array(length),
    dropped: new Uint8Array(length),
  }
}

export function withoutInlineMarkup(source: string): InlineText {
  if (memory.units.length < source.length) memory = reserve(source.length)
  const { units, linked, dropped } = memory
  const written = unitsOf(source)
  linked.fill(0, 0, source.length)
  dropped.fill(0, 0, source.length)
  const pass: Pass = {
    source,
    written,
    units,
    linked,
    dropped,
    length: 0,
    brackets: [],
    delimiters: emphasis(),
    paragraphEnd: -1,
    unclosed: new Map(),
  }
  for (let at = putPlain(pass, 0); at < source.length; at = putPlain(pass, at))
    at = step(pass, at, written[at] ?? 0)
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
  const { source, written } = pass
  switch (unit) {
    case BACKSLASH:
      return ESCAPABLE.has(source[at + 1] ?? '') ? put(pass, at + 1, at + 2) : put(pass, at, at + 1)
    case BACKTICK:
      return codeSpan(pass, at)
    case BANG:
      return written[at + 1] === OPEN ? openBracket(pass, at, true) : put(pass, at, at + 1)
    case OPEN:
      return openBracket(pass, at, false)
    case CLOSE:
      return closeBracket(pass, at)
    case LESS:
      return autolink(pass, at)
    case NEWLINE:
      if (written[at + 1] === NEWLINE) pass.delimiters.reset()
      return put(pass, at, at + 1)
    default:
      return delimiterRun(pass, at, unit)
  }
}

/** Copies [from, to) of the source; returns `to`. */
function put(pass: Pass, from: number, to: number): number {
  for (let at = from; at < to; at++) pass.units[pass.length++] = pass.written[at] ?? 0
  return to
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
      return end
    }
    next = source.indexOf('`', end)
  }
  unclosed.set(length, paragraphEnd)
  return put(pass, at, start)
}

function endOr(index: number, otherwise: number): number {
  return index < 0 ? otherwise : index
}

function openBracket(pass: Pass, at: number, image: boolean): number {
  const end = put(pass, at, at + (image ? 2 : 1))
  pass.brackets.push({ at: pass.length, image })
  return end
}

/** `](…)` ends the link or picture that the nearest open bracket began; any other `]` is a character. */
function closeBracket(pass: Pass, at: number): number {
  const bracket = pass.brackets.pop()
  if (bracket === undefined || pass.length - bracket.at > MAXIMUM_LINK_TEXT)
    return put(pass, at, at + 1)
  const end = destinationEnd(pass.source, pass.written, at + 1)
  if (end < 0) return put(pass, at, at + 1)
  if (bracket.image) pass.length = bracket.at - 2
  else {
    pass.dropped[bracket.at - 1] = 1
    pass.linked.fill(1, bracket.at, pass.length)
    // No link holds another, so each unit is marked at most once.
    if (pass.brackets.length > 0) pass.brackets = pass.brackets.filter((open) => open.image)
  }
  return end
}

function autolink(pass: Pass, at: number): number {
  AUTOLINK.lastIndex = at
  const match = AUTOLINK.exec(pass.source)
  if (match === null) return put(pass, at, at + 1)
  const start = pass.length
  put(pass, at + 1, AUTOLINK.lastIndex - 1)
  pass.linked.fill(1, start, pass.length)
  return AUTOLINK.lastIndex
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

/** What is left without the dropped units. Each is copied, and the next put over it if it was dropped: quicker than to ask. */
function compact({ units, linked, dropped, length }: Pass): InlineText {
  let kept = 0
  for (let at = 0; at < length; at++) {
    units[kept] = units[at] ?? 0
    linked[kept] = linked[at] ?? 0
    kept += 1 - (dropped[at] ?? 0)
  }
  const seen = units.subarray(0, kept)
  return { text: textOfUnits(seen), units: seen, linked: linked.subarray(0, kept) }
}
