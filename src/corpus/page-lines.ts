/**
 * A Markdown page as the lines a reader sees, each with the kind of block it stands in. Furniture is judged line by line,
 * so this is the shape in which a page is looked at; what is kept becomes blocks again.
 */

import type { BlockKind } from './article.ts'
import { type Stretch, stretches } from './fences.ts'
import { type InlineText, withoutInlineMarkup } from './inline.ts'
import { keyOfUnits, lineKey } from './line-key.ts'
import { endOfSeen, firstSeen, isEven } from './seen-units.ts'

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
  /** Inside a list, after a blank line: an indented line still belongs to it. */
  listOpen: boolean
}

export function pageLines(markdown: string): readonly PageLine[] {
  const parser: Parser = { lines: [], block: 0, kind: undefined, listOpen: false }
  for (const stretch of stretches(markdown)) {
    if (stretch.kind === 'code') addCode(parser, markdown, stretch)
    else addProse(parser, withoutInlineMarkup(markdown.slice(stretch.start, stretch.end)))
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

const HEADING = /^\s{0,12}#{1,6}\s+/
const ITEM = /^\s*(?:[*+-]|\d{1,9}[.)])(?:\s+|$)/
const QUOTE = /^\s*>[\s>]*/
const RULE = /^\s*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|={3,})$/
const TABLE_ROW = /^\s*\|.*\|\s*$/
const TABLE_RULE = /^[\s|:-]+$/

/** What is seen first of a line to which one of these applies; nearly all lines begin otherwise. */
const SIGNS = new Set(Array.from('#*+-0123456789>|_=', (sign) => sign.charCodeAt(0)))

function addLine(parser: Parser, prose: InlineText, start: number, end: number): void {
  const first = firstSeen(prose.units, start, end)
  if (first === end) {
    parser.listOpen = parser.kind === 'list'
    if (parser.kind !== 'list') endBlock(parser)
    return
  }
  const line = prose.text.slice(start, end)
  const signed = SIGNS.has(prose.units[first] ?? 0)
  if (signed && RULE.test(line)) {
    endBlock(parser)
    return
  }
  const { kind, markerUnits } = (signed ? signedShape(line) : undefined) ?? shapeIn(parser, line)
  if (kind !== parser.kind || kind === 'heading') startBlock(parser, kind)
  parser.listOpen = false
  if (kind !== 'table') addText(parser, prose, start + markerUnits, end)
  else if (!TABLE_RULE.test(line)) addRow(parser, line, countLinked(prose.linked, start, end))
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
  const even = isEven(units, from, to)
  const text = even ? written : visible(written)
  const linkedUnits = Math.min(countLinked(linked, start, end), text.length)
  const key = even ? keyOfUnits(units, from, to) : lineKey(text)
  lines.push({ block, kind, text, linkedUnits, key })
}

function addRow({ lines, block }: Parser, row: string, linked: number): void {
  const text = cells(row)
  if (text === '') return
  const linkedUnits = Math.min(linked, text.length)
  lines.push({ block, kind: 'table', text, linkedUnits, key: lineKey(text) })
}

interface Shape {
  readonly kind: BlockKind
  readonly markerUnits: number
}

/** What a line is by its first signs. */
function signedShape(line: string): Shape | undefined {
  const heading = HEADING.exec(line)
  if (heading !== null) return { kind: 'heading', markerUnits: heading[0].length }
  const item = ITEM.exec(line)
  if (item !== null) {
    const inner = HEADING.exec(line.slice(item[0].length))
    return { kind: 'list', markerUnits: item[0].length + (inner?.[0].length ?? 0) }
  }
  const quote = QUOTE.exec(line)
  if (quote !== null) return { kind: 'quote', markerUnits: quote[0].length }
  return TABLE_ROW.test(line) ? { kind: 'table', markerUnits: 0 } : undefined
}

/** What a line without such signs is by what it stands in. */
function shapeIn(parser: Parser, line: string): Shape {
  const continues = parser.kind === 'list' && (!parser.listOpen || /^(?: {2}|\t)/.test(line))
  if (continues) return { kind: 'list', markerUnits: 0 }
  if (parser.kind === 'quote') return { kind: 'quote', markerUnits: 0 }
  return { kind: 'paragraph', markerUnits: 0 }
}

function startBlock(parser: Parser, kind: BlockKind): void {
  parser.block++
  parser.kind = kind
}

function endBlock(parser: Parser): void {
  parser.kind = undefined
  parser.listOpen = false
}

const SPACES = /[\s\u00a0\u200b\u2060\ufeff]+/g
/** What `visible` has to change; most texts have none of it. */
const UNEVEN = /^ | $|[^\S ]|[ \u200b\u2060\ufeff]{2}|[\u200b\u2060]/

/** A line or a cell as it is seen: no zero-width space, no run of blanks. */
function visible(text: string): string {
  return UNEVEN.test(text) ? text.replace(SPACES, ' ').trim() : text
}

function cells(row: string): string {
  return row.trim().slice(1, -1).split('|').map(visible).join('\t').trim()
}

function countLinked(linked: Uint8Array, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) count += linked[at] ?? 0
  return count
}
