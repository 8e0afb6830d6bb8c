/**
 * Names that are more than letters and digits: cve-2025-1234, gpt-oss-120b, node.js, c++, .net, a.b@c.com, 10.0.0.1,
 * tcp/ip, at&t. Runs of letters and digits joined by single connectors make a chain. Works on normalised text; offsets
 * are UTF-16 units.
 */

import {
  AMPERSAND,
  COLON,
  DOT,
  isDigit,
  isLetter,
  MAXIMUM_UNITS,
  PLAIN_CONNECTORS,
  type Run,
  SLASH,
  type VisitSpan,
  visitWindows,
} from './latin-run.ts'
import { isWordUnit } from './script-runs.ts'

/** Longer chains are rarely names; beyond it a chain gives its runs only. */
const MAXIMUM_RUNS = 8
/** Runs joined by / or & are short: tcp/ip, 24/7, r&d, but no paths. */
const SHORT_UNITS = 4

const LETTER_V = 0x76

/** Says whether the next run is part of the same chain. */
export function isJoined(text: string, chain: readonly Run[], next: Run): boolean {
  const last = chain.at(-1)
  if (last === undefined) return false
  if (next.start === last.extendedEnd) return last.extendedEnd > last.end
  if (next.start !== last.extendedEnd + 1) return false
  const connector = text.charCodeAt(last.extendedEnd)
  const slashed = chain.length > 1 && text.charCodeAt(last.start - 1) === SLASH
  if (connector === SLASH) {
    return (chain.length === 1 || slashed) && areShort(last, next) && !goesOn(text, next)
  }
  if (slashed) return false
  const before = text.charCodeAt(last.extendedEnd - 1)
  const after = text.charCodeAt(next.start)
  if (connector === COLON) return isDigit(before) && isDigit(after)
  if (connector === AMPERSAND) return areShort(last, next) && isLetter(before) && isLetter(after)
  return PLAIN_CONNECTORS.has(connector)
}

/**
 * Visits all terms of a chain: the whole, its beginnings and its ends (www.example.com has example.com, gpt-oss-120b has
 * gpt-oss), the parts between, each run, and the last one with its full stop (.exe, .net). Spans with the same text come in order.
 */
export function visitChain(text: string, chain: readonly Run[], visit: VisitSpan): void {
  const named = isCompound(chain)
  if (named) visitSpans(text, chain, visit)
  for (const [index, run] of chain.entries()) {
    visitRun(text, run, named && index === chain.length - 1, visit)
  }
}

/** Visits the terms that a query asks for with a chain: the whole if it is a name, else each run with its signs. */
export function visitWhole(text: string, chain: readonly Run[], visit: VisitSpan): void {
  const [first, last] = [chain[0], chain.at(-1)]
  if (first === undefined || last === undefined) return
  if (isCompound(chain)) visit(afterLetterV(text, first) ?? first.extendedStart, last.extendedEnd)
  else for (const run of chain) visitWindows(text, run.extendedStart, run.extendedEnd, visit)
}

function visitSpans(text: string, chain: readonly Run[], visit: VisitSpan): void {
  const [first, last] = [chain[0], chain.at(-1)]
  if (first === undefined || last === undefined) return
  const ends = chain.slice(1).map((run) => run.extendedEnd)
  for (const end of ends.toReversed()) visit(first.extendedStart, end)
  if (first.extendedStart < first.start) visit(first.start, last.extendedEnd)
  const number = afterLetterV(text, first)
  if (number !== undefined) for (const end of ends.toReversed()) visit(number, end)
  for (const [i, run] of chain.slice(1, -1).entries()) {
    if (isInNumber(text, run.start - 1)) continue
    visitMiddle(text, chain.slice(i + 1, -1), visit)
    visit(run.start, last.extendedEnd)
    const version = afterLetterV(text, run)
    if (version !== undefined) visit(version, last.extendedEnd)
  }
}

/** Visits the spans from the first of these runs to each other one: 2.14.1 in log4j-2.14.1.jar, b.com in a.b.com.cn. */
function visitMiddle(text: string, runs: readonly Run[], visit: VisitSpan): void {
  const [first, ...others] = runs
  if (first === undefined) return
  for (const { extendedEnd } of others.toReversed())
    if (!isInNumber(text, extendedEnd)) visit(first.start, extendedEnd)
}

function visitRun(text: string, run: Run, closesName: boolean, visit: VisitSpan): void {
  const { start, end, extendedStart, extendedEnd } = run
  const [dotted, signed] = [extendedStart < start, extendedEnd > end]
  if (dotted || signed) visit(extendedStart, extendedEnd)
  else if (closesName && text.charCodeAt(start - 1) === DOT && isLetter(text.charCodeAt(start))) {
    visit(start - 1, end)
  }
  if (dotted && signed) visit(start, extendedEnd)
  // C++ is no C: one letter with its signs does not stand for the letter.
  const isLetterWithSigns = signed && end - start === 1 && isLetter(text.charCodeAt(start))
  if (!isLetterWithSigns) visitWindows(text, start, end, visit)
}

function isCompound(chain: readonly Run[]): boolean {
  const [first, last] = [chain[0], chain.at(-1)]
  if (first === undefined || last === undefined || first === last) return false
  return chain.length <= MAXIMUM_RUNS && last.extendedEnd - first.extendedStart <= MAXIMUM_UNITS
}

/** Finds where the number of a version begins: v5.6.2 is 5.6.2 too. */
function afterLetterV(text: string, first: Run): number | undefined {
  const isVersion =
    text.charCodeAt(first.extendedStart) === LETTER_V &&
    /^v\d+$/.test(text.slice(first.start, first.end)) &&
    text.charCodeAt(first.extendedEnd) === DOT
  return isVersion ? first.start + 1 : undefined
}

/** The end of a number is no name: 5.6.2 is not 6.2. */
function isInNumber(text: string, dot: number): boolean {
  const isDot = text.charCodeAt(dot) === DOT
  return isDot && isDigit(text.charCodeAt(dot - 1)) && isDigit(text.charCodeAt(dot + 1))
}

/** tcp/ip-based is no tcp/ip: the second run belongs to another name. */
function goesOn(text: string, run: Run): boolean {
  const sign = text.charCodeAt(run.extendedEnd)
  const connects = PLAIN_CONNECTORS.has(sign) || sign === COLON || sign === AMPERSAND
  return connects && isWordUnit(text.charCodeAt(run.extendedEnd + 1))
}

function areShort(left: Run, right: Run): boolean {
  return left.end - left.start <= SHORT_UNITS && right.end - right.start <= SHORT_UNITS
}
