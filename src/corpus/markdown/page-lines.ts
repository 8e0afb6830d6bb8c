/**
 * A Markdown page as the lines a reader sees, each with the kind of block it stands in. Furniture is judged line by line,
 * so this is the shape in which a page is looked at; what is kept becomes blocks again.
 */

import type { BlockKind } from '../article.ts'
import { type Stretch, stretches } from './fences.ts'
import { withoutInlineMarkup } from './inline.ts'
import type { InlineText } from './inline-pass.ts'
import { keyOfEven, lineKey, UNEVEN } from './line-key.ts'
import {
  boxTitle,
  headingEndUnits,
  isRule,
  isSign,
  isUnderline,
  type Shape,
  signedShape,
} from './line-shape.ts'
import { endOfSeen, firstSeen } from './seen-units.ts'
import { wholePage } from './whole-page.ts'

export interface PageLine {
  /** Lines of one block have one number; numbers ascend. */
  readonly block: number
  readonly kind: BlockKind
  /** One line without markup; of kind 'code' the whole block, its lines joined by '\n'; cells of a table by '\t'. */
  readonly text: string
  /** How many of the text's UTF-16 units were link text. */
  readonly linkedUnits: number
  /** The text's lineKey. */
  readonly key: number
}

interface Parser {
  readonly lines: PageLine[]
  block: number
  kind: BlockKind | undefined
  /** True in a list after a blank line, where an indented line still belongs to the list. */
  listOpen: boolean
}

export function pageLines(markdown: string): readonly PageLine[] {
  const parser: Parser = { lines: [], block: 0, kind: undefined, listOpen: false }
  const page = wholePage(markdown)
  for (const stretch of stretches(markdown)) {
    if (stretch.kind === 'code') addCode(parser, markdown, stretch)
    else addProse(parser, withoutInlineMarkup(markdown.slice(stretch.start, stretch.end), page))
  }
  return parser.lines
}

function addCode(parser: Parser, markdown: string, { start, end }: Stretch): void {
  const text = markdown.slice(start, end).replace(/\s+$/, '')
  if (text.trim() === '') return
  startBlock(parser, 'code')
  parser.lines.push({ block: parser.block, kind: 'code', text, linkedUnits: 0, key: lineKey(text) })
  endBlock(parser)
}

function addProse(parser: Parser, prose: InlineText): void {
  const { text } = prose
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    addLine(parser, prose, start, end)
    start = end + 1
  }
  endBlock(parser)
}

function addLine(parser: Parser, prose: InlineText, start: number, end: number): void {
  const first = firstSeen(prose.units, start, end)
  if (first === end) {
    parser.listOpen = parser.kind === 'list'
    if (parser.kind !== 'list') endBlock(parser)
    return
  }
  const sign = prose.units[first] ?? 0
  if (isSign(sign) && prose.literal?.[first] !== 1) addSignedLine(parser, prose, start, end, sign)
  else addShaped(parser, prose, start, end, shapeIn(parser, prose.units, start))
}

function addSignedLine(
  parser: Parser,
  prose: InlineText,
  start: number,
  end: number,
  sign: number,
): void {
  const line = prose.text.slice(start, end)
  if (isUnderline(line) && makeHeading(parser)) return
  if (isRule(line, sign)) {
    if (parser.kind !== 'table') endBlock(parser)
    return
  }
  const title = BOX_SIGNS.has(sign) ? boxTitle(line) : undefined
  if (title !== undefined) {
    endBlock(parser)
    if (title[0] < title[1]) addShaped(parser, prose, start + title[0], start + title[1], PLAIN)
    return
  }
  const shape = signedShape(line, sign)
  const isMarker = shape !== undefined && !isLiteral(prose, start, start + shape.markerUnits)
  const tail = isMarker && shape.kind === 'heading' ? headingEndUnits(line) : 0
  const seen = isMarker ? shape : shapeIn(parser, prose.units, start)
  addShaped(parser, prose, start, Math.max(end - tail, start + seen.markerUnits), seen)
}

/** Lines of boxes begin with one of these: `:::`, `!!!`, `???`. */
const BOX_SIGNS = new Set([0x3a, 0x21, 0x3f])

function isLiteral({ literal }: InlineText, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (literal?.[at] === 1) return true
  return false
}

/** Longer lines above an underline are text above a rule. UTF-16 units. */
const MAXIMUM_HEADING = 160

/** Makes a paragraph of one line the heading that its underline says it is. */
function makeHeading({ lines, block, kind }: Parser): boolean {
  const last = lines.at(-1)
  if (kind !== 'paragraph' || last === undefined || last.block !== block) return false
  if (last.text.length > MAXIMUM_HEADING || lines.at(-2)?.block === block) return false
  lines[lines.length - 1] = { ...last, kind: 'heading' }
  return true
}

function addShaped(
  parser: Parser,
  prose: InlineText,
  start: number,
  end: number,
  { kind, markerUnits }: Shape,
): void {
  if (kind !== parser.kind || kind === 'heading') startBlock(parser, kind)
  parser.listOpen = false
  if (kind !== 'table') {
    addText(parser, prose, start + markerUnits, end)
    return
  }
  addRow(parser, cells(prose, start, end), countLinked(prose.linked, start, end))
}

function addText(
  { lines, block, kind = 'paragraph' }: Parser,
  prose: InlineText,
  start: number,
  end: number,
): void {
  const { units, linked } = prose
  const from = firstSeen(units, start, end)
  const to = endOfSeen(units, from, end)
  if (from === to) return
  const written = prose.text.slice(from, to)
  const even = keyOfEven(units, from, to)
  const text = even === UNEVEN ? visible(written) : written
  const key = even === UNEVEN ? lineKey(text) : even
  const linkedUnits = Math.min(countLinked(linked, start, end), text.length)
  lines.push({ block, kind, text, linkedUnits, key })
}

function addRow({ lines, block }: Parser, text: string, linked: number): void {
  if (text === '') return
  const linkedUnits = Math.min(linked, text.length)
  lines.push({ block, kind: 'table', text, linkedUnits, key: lineKey(text) })
}

const GOES_ON: Shape = { kind: 'list', markerUnits: 0 }
const QUOTED: Shape = { kind: 'quote', markerUnits: 0 }
const PLAIN: Shape = { kind: 'paragraph', markerUnits: 0 }

/** Returns the shape of a line that begins with no sign; it depends on the block around the line. */
function shapeIn({ kind, listOpen }: Parser, units: Uint16Array, start: number): Shape {
  if (kind === 'list' && (!listOpen || isIndented(units, start))) return GOES_ON
  return kind === 'quote' ? QUOTED : PLAIN
}

const TAB = 0x09
const SPACE = 0x20

function isIndented(units: Uint16Array, start: number): boolean {
  return units[start] === TAB || (units[start] === SPACE && units[start + 1] === SPACE)
}

function startBlock(parser: Parser, kind: BlockKind): void {
  parser.block++
  parser.kind = kind
}

function endBlock(parser: Parser): void {
  parser.kind = undefined
  parser.listOpen = false
}

const SPACES = /\s+/g
const ZERO_WIDTH = /[\u200b\u2060\ufeff]+/g
/** Matches the blanks that `visible` has to change; most texts have none of them. */
const NOT_AS_SEEN = /^ | $|[^\S ]| {2}|[\u200b\u2060]/

/** A line or a cell as it is seen: no zero-width space, no run of blanks. */
function visible(text: string): string {
  return NOT_AS_SEEN.test(text) ? text.replace(ZERO_WIDTH, '').replace(SPACES, ' ').trim() : text
}

const BAR = 0x7c
const BACKSLASH = 0x5c

/** The cells of a row, a tab between them. Bars that were escaped part none, in code neither. */
function cells({ text, units, literal }: InlineText, start: number, end: number): string {
  const found: string[] = []
  const first = firstSeen(units, start, end) + 1
  let from = first
  for (let at = first; at < end; at++) {
    if (units[at] !== BAR || literal?.[at] === 1 || units[at - 1] === BACKSLASH) continue
    found.push(visible(text.slice(from, at).replaceAll('\\|', '|')))
    from = at + 1
  }
  return found.join('\t').trim()
}

function countLinked(linked: Uint8Array, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) count += linked[at] ?? 0
  return count
}
