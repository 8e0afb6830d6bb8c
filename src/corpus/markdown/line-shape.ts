/** Which block a line of Markdown begins, by the signs that it begins with. */

import type { BlockKind } from '../article.ts'

const HEADING = /^\s{0,12}#{1,6}\s+/
const ITEM = /^\s*(?:[*+-]|\d{1,9}[.)])(?:\s+|$)/
const QUOTE = /^\s*>[\s>]*/
const RULE = /^\s*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|={3,})$/
const TABLE_ROW = /^\s*\|.*\|\s*$/

/** What is seen first of a line to which one of these applies; nearly all lines begin otherwise. */
const SIGNS = signs('#*+-0123456789>|_=')
/** Of a line that is a rule. */
const RULE_SIGNS = signs('*-_=')

function signs(all: string): Uint8Array {
  const table = new Uint8Array(0x80)
  for (const sign of all) table[sign.charCodeAt(0)] = 1
  return table
}

export function isSign(unit: number): boolean {
  return SIGNS[unit] === 1
}

/** @param sign what is seen first of the line */
export function isRule(line: string, sign: number): boolean {
  return RULE_SIGNS[sign] === 1 && RULE.test(line)
}

export interface Shape {
  readonly kind: BlockKind
  readonly markerUnits: number
}

const NUMBER_SIGN = 0x23
const MORE = 0x3e
const BAR = 0x7c

/** What a line is by its first signs: each begins but one kind of block. */
export function signedShape(line: string, sign: number): Shape | undefined {
  if (sign === NUMBER_SIGN) return shapeBy(HEADING, 'heading', line)
  if (sign === MORE) return shapeBy(QUOTE, 'quote', line)
  if (sign === BAR) return TABLE_ROW.test(line) ? ROW : undefined
  const item = shapeBy(ITEM, 'list', line)
  if (item === undefined || line[item.markerUnits] !== '#') return item
  const inner = HEADING.exec(line.slice(item.markerUnits))
  return { kind: 'list', markerUnits: item.markerUnits + (inner?.[0].length ?? 0) }
}

function shapeBy(marker: RegExp, kind: BlockKind, line: string): Shape | undefined {
  const found = marker.exec(line)
  return found === null ? undefined : { kind, markerUnits: found[0].length }
}

const ROW: Shape = { kind: 'table', markerUnits: 0 }
