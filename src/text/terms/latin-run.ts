/**
 * Finds the signs that belong to a run of letters and digits: c++, c#, .net. Texts are normalised; offsets are UTF-16 units.
 */

import { isWordUnit } from './script-runs.ts'

/** A run of letters and digits in [start, end); with its signs, such as `c++` or `.net`, in [extendedStart, extendedEnd). */
export interface Run {
  readonly start: number
  readonly end: number
  readonly extendedStart: number
  readonly extendedEnd: number
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

/** The longest term, in UTF-16 units. A longer run gives windows, a longer name no term. */
export const MAXIMUM_UNITS = 64
/** Signs make a run at most this much longer: `.x++`. */
const SIGN_UNITS = 3

/** Says whether the units around a run exclude that it is part of a name. This spares nearly all words a closer look. */
export function standsAlone(text: string, start: number, end: number): boolean {
  return (
    !MAY_CONTINUE.has(text.charCodeAt(end)) &&
    text.charCodeAt(start - 1) !== DOT &&
    end - start <= MAXIMUM_UNITS
  )
}

/** Adds ++, # or a leading full stop to a run where that makes it a name. */
export function extendBySigns(text: string, start: number, end: number): Run {
  if (end - start > MAXIMUM_UNITS - SIGN_UNITS)
    return { start, end, extendedStart: start, extendedEnd: end }
  const dotted = isLetter(text.charCodeAt(start)) && opensName(text, start - 1)
  return {
    start,
    end,
    extendedStart: dotted ? start - 1 : start,
    extendedEnd: endWithSigns(text, start, end),
  }
}

/** Visits the run, or overlapping windows of a run too long for a term. Any half of a window's length lies inside one. */
export function visitWindows(text: string, start: number, end: number, visit: VisitSpan): void {
  let from = start
  while (end - from > MAXIMUM_UNITS + SIGN_UNITS) {
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

/** Says whether a full stop begins a name: .net and 用.net, but not "end.next" or "...". */
function opensName(text: string, dot: number): boolean {
  if (text.charCodeAt(dot) !== DOT) return false
  const before = text.charCodeAt(dot - 1)
  return dot === 0 || !(before === DOT || isWordUnit(before) || isSurrogate(before))
}

/** Moves an offset back by one unit where it would part a surrogate pair. */
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
