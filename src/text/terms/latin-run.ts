/**
 * Runs of letters and digits, and the signs that belong to some of them: c++, c#, .net. Works on normalised text; offsets
 * are UTF-16 units.
 */

import { isWordUnit } from './script-runs.ts'

/** A run of letters and digits, [start, end), and what belongs to it: [dressedStart, dressedEnd) is `c++`, `c#`, `.net`. */
export interface Run {
  readonly start: number
  readonly end: number
  readonly dressedStart: number
  readonly dressedEnd: number
}

export type VisitSpan = (start: number, end: number) => void

export const AMPERSAND = 0x26
export const DOT = 0x2e
export const SLASH = 0x2f
export const COLON = 0x3a
const HASH = 0x23
const PLUS = 0x2b
/** - . _ @ */
export const PLAIN_CONNECTORS: ReadonlySet<number> = new Set([0x2d, DOT, 0x5f, 0x40])
const MAY_CONTINUE = new Set([...PLAIN_CONNECTORS, SLASH, COLON, AMPERSAND, PLUS, HASH])

/** The longest term; a longer run is given in windows, a longer name not at all. */
export const MAXIMUM_UNITS = 64
/** A dressed run is at most this much longer: `.x++`. */
const DRESS_UNITS = 3

/** Can the run be no part of a name, by the units around it? The quick way out for nearly all words of a text. */
export function isPlain(text: string, start: number, end: number): boolean {
  return (
    !MAY_CONTINUE.has(text.charCodeAt(end)) &&
    text.charCodeAt(start - 1) !== DOT &&
    end - start <= MAXIMUM_UNITS
  )
}

/** The run with its ++, # or leading full stop, if that makes it a name. */
export function dressRun(text: string, start: number, end: number): Run {
  if (end - start > MAXIMUM_UNITS - DRESS_UNITS)
    return { start, end, dressedStart: start, dressedEnd: end }
  const dotted = isLetter(text.charCodeAt(start)) && opensName(text, start - 1)
  return {
    start,
    end,
    dressedStart: dotted ? start - 1 : start,
    dressedEnd: endWithSigns(text, start, end),
  }
}

/** The run itself; one too long for a term as overlapping windows, so that half a window's length is always inside one. */
export function visitWindows(text: string, start: number, end: number, visit: VisitSpan): void {
  let from = start
  while (end - from > MAXIMUM_UNITS + DRESS_UNITS) {
    visit(wholeCharacter(text, from), wholeCharacter(text, from + MAXIMUM_UNITS))
    from += MAXIMUM_UNITS / 2
  }
  visit(wholeCharacter(text, from), end)
}

function endWithSigns(text: string, start: number, end: number): number {
  const [sign, next] = [text.charCodeAt(end), text.charCodeAt(end + 1)]
  if (sign === PLUS && next === PLUS && text.charCodeAt(end + 2) !== PLUS) return end + 2
  const single = end - start === 1 && isLetter(text.charCodeAt(start))
  return sign === HASH && single && !isLetter(next) && next !== HASH ? end + 1 : end
}

/** A full stop that stands after no word and no other full stop: .net, 用.net, but not "end.next" or "...". */
function opensName(text: string, dot: number): boolean {
  if (text.charCodeAt(dot) !== DOT) return false
  const before = text.charCodeAt(dot - 1)
  return dot === 0 || !(before === DOT || isWordUnit(before) || isSurrogate(before))
}

/** Moved back by one unit if it would part a surrogate pair. */
function wholeCharacter(text: string, index: number): number {
  return (text.charCodeAt(index) & 0xfc00) === 0xdc00 ? index - 1 : index
}

function isSurrogate(unit: number): boolean {
  return (unit & 0xf800) === 0xd800
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

export function isLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a
}
