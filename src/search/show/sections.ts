/** Parts an article's text into sections, which passages do not leave: what stands under a heading, or a piece of code. */

import type { Block } from '../../corpus/article.ts'
import { countColumns } from '../../text/columns.ts'
import { titleKey } from '../../text/title-key.ts'
import { isSpaceUnit } from '../literal/characters.ts'
import type { Range } from '../literal/ranges.ts'

/** Ranges are in UTF-16 units of the body, see bodyOf; no space stands at their edges. */
export interface Section {
  readonly range: Range
  /** The heading above it, which is no part of it. */
  readonly heading?: Range
  readonly isCode: boolean
}

/** A block's range, and what the block does to the sections. */
interface Piece {
  readonly role: 'heading' | 'title' | 'code' | 'text'
  readonly range: Range
}

/** A wider heading is a paragraph that was marked up as one: it is not shown whole. */
const HEADING_COLUMNS = 160
/** A paragraph that says the title again stands among the first blocks, so that no other has to be compared. */
const FIRST_BLOCKS = 3
/** A text that is so many times as long as the title's key has other letters than it. */
const LONGER = 4

/**
 * Lists the sections in the order of the text. A heading with nothing under it is a section itself. Blocks that only say the title
 * again are in none, unless there is nothing else.
 */
export function listSections(blocks: readonly Block[], title: string): readonly Section[] {
  const pieces = classifyBlocks(blocks, title)
  const sections = joinPieces(pieces)
  if (sections.length > 0) return sections
  return pieces.map(({ range }) => ({ range, isCode: false }))
}

/** Makes one section of a text without blocks; none of a text without anything but spaces. */
export function wholeSection(text: string): readonly Section[] {
  const range = trimRange(text, 0)
  return range === undefined ? [] : [{ range, isCode: false }]
}

function classifyBlocks(blocks: readonly Block[], title: string): readonly Piece[] {
  const key = titleKey(title)
  const pieces: Piece[] = []
  let start = 0
  for (const [number, block] of blocks.entries()) {
    const range = trimRange(block.text, start)
    start += block.text.length + 1
    if (range === undefined) continue
    pieces.push({ role: roleOf(block, number, key), range })
  }
  return pieces
}

function roleOf({ kind, text }: Block, number: number, key: string): Piece['role'] {
  if (kind === 'code') return 'code'
  const isShort = text.length <= HEADING_COLUMNS
  const mayBeTitle = isShort && (kind === 'heading' || number < FIRST_BLOCKS) && key !== ''
  if (mayBeTitle && text.length <= LONGER * key.length && titleKey(text) === key) return 'title'
  const isHeading = kind === 'heading' && isShort
  return isHeading && countColumns(text, 0, text.length) <= HEADING_COLUMNS ? 'heading' : 'text'
}

function joinPieces(pieces: readonly Piece[]): readonly Section[] {
  const sections: OpenSection[] = []
  let above: Piece | undefined
  for (const [number, piece] of pieces.entries()) {
    const { role, range } = piece
    const before = pieces[number - 1]
    const isBare = before?.role === 'heading' && (role === 'heading' || role === 'title')
    if (isBare) sections.push({ range: before.range, isCode: false })
    if (role === 'heading' || role === 'title') above = piece
    else if (role === 'text' && before?.role === 'text') extend(sections.at(-1), range)
    else sections.push(createSection(piece, above))
  }
  const last = pieces.at(-1)
  if (last?.role === 'heading') sections.push({ range: last.range, isCode: false })
  return sections
}

/** A section that grows by the blocks of text that follow. */
type OpenSection = Omit<Section, 'range'> & { range: Range }

function createSection({ role, range }: Piece, above: Piece | undefined): OpenSection {
  const isCode = role === 'code'
  return above?.role === 'heading' ? { range, heading: above.range, isCode } : { range, isCode }
}

function extend(section: OpenSection | undefined, [, end]: Range): void {
  if (section !== undefined) section.range = [section.range[0], end]
}

/** Takes a block without the spaces at its edges; undefined: it has nothing else to be seen. */
function trimRange(text: string, offset: number): Range | undefined {
  let [start, end] = [0, text.length]
  while (start < end && isSpaceUnit(text.charCodeAt(start))) start++
  while (end > start && isSpaceUnit(text.charCodeAt(end - 1))) end--
  // A lone U+FEFF is no space of a text, and nothing to be seen.
  if (end - start < 2 && text.trim() === '') return undefined
  return [offset + start, offset + end]
}
