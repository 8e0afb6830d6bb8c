/** Which block a line of Markdown begins, by the signs that it begins with. */

import type { BlockKind } from '../article.ts'

const HEADING = /^\s{0,12}#{1,6}\s+/
const ITEM = /^\s*(?:[*+-]|\d{1,9}[.)])(?:\s+|$)/
const QUOTE = /^\s*>[\s>]*/
const RULE = /^\s*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|={3,}\s*)$/
/**
 * Matches the line between a table's head and its rows, and lines that only name classes or call a template: `{: .note}`,
 * `{% endif %}`.
 */
const UNSEEN = /^\s*(?:\|[\s|:-]*|:?-+:?\s*\|[\s|:-]*|\{:[^{}]*\}|\{%-?[^{}]*%\})\s*$/
/** The underline that makes the line above a heading. */
const UNDERLINE = /^ {0,3}(?:={2,}|-{2,})[ \t]*$/
/** The line that opens or closes a box, and the words in it that are its title. */
const BOX =
  /^\s*(?::{3,}[ \t]*(?:\{[^}]*\}|[\w-]*(?:\{[^}]*\})?)(?:\[([^\]]*)\]|[ \t]+(\S.*))?|(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?:[ \t]+"([^"]*)")?)\s*$/
/** A quote that begins with this is shown as a box; an item that begins with the next is a task. */
const CALLOUT = /^\s*\[![\w-]{1,40}\][+-]?(?:\s+|$)/
const TASK = /^\[[ xX]\]\s+/
/** A heading's text may be followed by signs that close it, or by its name for links. */
const HEADING_END = /(?:\s+#{1,6}|\s*\{#[^{}\s]*\}|\s+\^[\w-]+)\s*$/
const TABLE_ROW = /^\s*\|.*\|\s*$/

/**
 * A line to which one of these patterns applies begins with one of these signs, after blanks; nearly all lines begin otherwise.
 */
const SIGNS = signs('#*+-0123456789>|_=:![{?')
/** A rule begins with one of these. */
const RULE_SIGNS = signs('*-_=|:{')

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
  return RULE_SIGNS[sign] === 1 && (RULE.test(line) || UNSEEN.test(line))
}

export function isUnderline(line: string): boolean {
  return UNDERLINE.test(line)
}

/** Returns the range [start, end) of the box title in a line that opens or closes a box; undefined for any other line. */
export function boxTitle(line: string): readonly [start: number, end: number] | undefined {
  const found = BOX.exec(line)
  if (found === null) return undefined
  const title = found[1] ?? found[2] ?? found[3] ?? ''
  const start = title === '' ? line.length : line.lastIndexOf(title)
  return [start, start + title.length]
}

/** How many units at the end of a heading are not seen. */
export function headingEndUnits(line: string): number {
  return HEADING_END.exec(line)?.[0].length ?? 0
}

export interface Shape {
  readonly kind: BlockKind
  readonly markerUnits: number
}

const NUMBER_SIGN = 0x23
const MORE = 0x3e
const BAR = 0x7c

/** Returns the shape of a line by its first sign, since each sign begins only one kind of block. */
export function signedShape(line: string, sign: number): Shape | undefined {
  if (sign === NUMBER_SIGN) return shapeBy(HEADING, 'heading', line)
  if (sign === MORE) return withMore(shapeBy(QUOTE, 'quote', line), CALLOUT, line)
  if (sign === BAR) return TABLE_ROW.test(line) ? ROW : undefined
  const item = withMore(shapeBy(ITEM, 'list', line), TASK, line)
  if (item === undefined || line[item.markerUnits] !== '#') return item
  const inner = HEADING.exec(line.slice(item.markerUnits))
  return { kind: 'list', markerUnits: item.markerUnits + (inner?.[0].length ?? 0) }
}

function shapeBy(marker: RegExp, kind: BlockKind, line: string): Shape | undefined {
  const found = marker.exec(line)
  return found === null ? undefined : { kind, markerUnits: found[0].length }
}

/** A marker that may follow the first one. */
function withMore(shape: Shape | undefined, marker: RegExp, line: string): Shape | undefined {
  if (shape === undefined || line[shape.markerUnits] !== '[') return shape
  const more = marker.exec(line.slice(shape.markerUnits))?.[0].length ?? 0
  return { ...shape, markerUnits: shape.markerUnits + more }
}

const ROW: Shape = { kind: 'table', markerUnits: 0 }
