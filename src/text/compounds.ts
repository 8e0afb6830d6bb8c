/**
 * Names that are more than letters and digits: cve-2025-1234, gpt-oss-120b, node.js, c++, .net, a.b@c.com, 10.0.0.1,
 * tcp/ip, at&t. Runs of letters and digits joined by single connectors make a chain. Works on normalised text; offsets
 * are UTF-16 units.
 */

import { isWordUnit } from './pieces.ts'

/** A run of letters and digits, [start, end), and what belongs to it: [dressedStart, dressedEnd) is `c++`, `c#`, `.net`. */
export interface Run {
  readonly start: number
  readonly end: number
  readonly dressedStart: number
  readonly dressedEnd: number
}

export type VisitSpan = (start: number, end: number) => void

/** Longer runs and chains are rarely names; a chain beyond them gives its runs only. */
export const MAXIMUM_UNITS = 64
const MAXIMUM_RUNS = 8
/** Runs joined by / or & are short: tcp/ip, 24/7, r&d, but no paths. */
const SHORT_UNITS = 4

const AMPERSAND = 0x26
const SLASH = 0x2f
const COLON = 0x3a
const PLUS = 0x2b
const HASH = 0x23
const DOT = 0x2e
const LETTER_V = 0x76
/** A dressed run is at most this much longer: `.x++`. */
const DRESS_UNITS = 3
const PLAIN_CONNECTORS = new Set([DOT, 0x2d /* - */, 0x5f /* _ */, 0x40 /* @ */])

const MAY_CONTINUE = new Set([...PLAIN_CONNECTORS, SLASH, COLON, AMPERSAND, PLUS, HASH])

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

/** Is the next run part of the same chain? */
export function isJoined(text: string, chain: readonly Run[], next: Run): boolean {
  const last = chain.at(-1)
  if (last === undefined) return false
  if (next.start === last.dressedEnd) return last.dressedEnd > last.end
  if (next.start !== last.dressedEnd + 1) return false
  const connector = text.charCodeAt(last.dressedEnd)
  const slashed = chain.length > 1 && text.charCodeAt(last.start - 1) === SLASH
  if (connector === SLASH) {
    return (chain.length === 1 || slashed) && areShort(last, next) && !goesOn(text, next)
  }
  if (slashed) return false
  const before = text.charCodeAt(last.dressedEnd - 1)
  const after = text.charCodeAt(next.start)
  if (connector === COLON) return isDigit(before) && isDigit(after)
  if (connector === AMPERSAND) return areShort(last, next) && isLetter(before) && isLetter(after)
  return PLAIN_CONNECTORS.has(connector)
}

/**
 * All that a chain is found by: the whole, its beginnings and its ends (www.example.com has example.com, gpt-oss-120b has
 * gpt-oss), every run, and the last one with its full stop (.exe, .net). Spans with the same text come in order.
 */
export function visitChain(text: string, chain: readonly Run[], visit: VisitSpan): void {
  const named = isCompound(chain)
  if (named) visitSpans(text, chain, visit)
  for (const [index, run] of chain.entries()) {
    visitRun(text, run, named && index === chain.length - 1, visit)
  }
}

/** What a query asks for with the chain: the whole if it is a name, else each run with what belongs to it. */
export function visitWhole(text: string, chain: readonly Run[], visit: VisitSpan): void {
  const [first, last] = [chain[0], chain.at(-1)]
  if (first === undefined || last === undefined) return
  if (isCompound(chain)) visit(afterLetterV(text, first) ?? first.dressedStart, last.dressedEnd)
  else for (const run of chain) visitWindows(text, run.dressedStart, run.dressedEnd, visit)
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

function visitSpans(text: string, chain: readonly Run[], visit: VisitSpan): void {
  const [first, last] = [chain[0], chain.at(-1)]
  if (first === undefined || last === undefined) return
  const ends = chain.slice(1).map((run) => run.dressedEnd)
  for (const end of ends.toReversed()) visit(first.dressedStart, end)
  if (first.dressedStart < first.start) visit(first.start, last.dressedEnd)
  const number = afterLetterV(text, first)
  if (number !== undefined) for (const end of ends.toReversed()) visit(number, end)
  for (const run of chain.slice(1, -1)) {
    if (!isInNumber(text, run.start - 1)) visit(run.start, last.dressedEnd)
  }
}

function visitRun(text: string, run: Run, closesName: boolean, visit: VisitSpan): void {
  const { start, end, dressedStart, dressedEnd } = run
  if (dressedStart < start || dressedEnd > end) visit(dressedStart, dressedEnd)
  else if (closesName && text.charCodeAt(start - 1) === DOT && isLetter(text.charCodeAt(start))) {
    visit(start - 1, end)
  }
  // C++ is no C: one letter with its signs does not stand for the letter.
  const isLetterWithSigns =
    dressedEnd > end && end - start === 1 && isLetter(text.charCodeAt(start))
  if (!isLetterWithSigns) visitWindows(text, start, end, visit)
}

function isCompound(chain: readonly Run[]): boolean {
  const [first, last] = [chain[0], chain.at(-1)]
  if (first === undefined || last === undefined || first === last) return false
  return chain.length <= MAXIMUM_RUNS && last.dressedEnd - first.dressedStart <= MAXIMUM_UNITS
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

/** v5.6.2 is 5.6.2 too: where its number begins. */
function afterLetterV(text: string, first: Run): number | undefined {
  const isVersion =
    text.charCodeAt(first.dressedStart) === LETTER_V &&
    /^v\d+$/.test(text.slice(first.start, first.end)) &&
    text.charCodeAt(first.dressedEnd) === DOT
  return isVersion ? first.start + 1 : undefined
}

/** The end of a number is no name: 5.6.2 is not 6.2. */
function isInNumber(text: string, dot: number): boolean {
  const isDot = text.charCodeAt(dot) === DOT
  return isDot && isDigit(text.charCodeAt(dot - 1)) && isDigit(text.charCodeAt(dot + 1))
}

/** tcp/ip-based is no tcp/ip: the second run belongs to another name. */
function goesOn(text: string, run: Run): boolean {
  const sign = text.charCodeAt(run.dressedEnd)
  const connects = PLAIN_CONNECTORS.has(sign) || sign === COLON || sign === AMPERSAND
  return connects && isWordUnit(text.charCodeAt(run.dressedEnd + 1))
}

function areShort(left: Run, right: Run): boolean {
  return left.end - left.start <= SHORT_UNITS && right.end - right.start <= SHORT_UNITS
}

/** Moved back by one unit if it would part a surrogate pair. */
function wholeCharacter(text: string, index: number): number {
  return (text.charCodeAt(index) & 0xfc00) === 0xdc00 ? index - 1 : index
}

function isSurrogate(unit: number): boolean {
  return (unit & 0xf800) === 0xd800
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

function isLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a
}
