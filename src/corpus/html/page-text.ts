/** The text of a web page as Markdown, in which every sign is escaped that is no markup of ours. */

import type { Attributes } from './tokens.ts'

export interface WrittenPage {
  readonly markdown: string
  /** The text in elements of navigation has a line for each link or block. */
  readonly navigation: readonly string[]
}

export interface PageText {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text(piece: string): void
  finish(): WrittenPage
}

/** Nobody reads what is in these. */
const UNSEEN = words(
  'head script style template noscript svg math iframe object canvas audio video select button datalist rp',
)
const BLOCKS = words(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form header hr legend main ol p section summary table tbody tfoot thead ul',
)
const HEADINGS = words('h1 h2 h3 h4 h5 h6')
const CELLS = words('td th')
/** A navigation whose end is left out ends here. */
const TEXT_BEGINS = words('main article h1')
const MAY_BE_HIDDEN = words('div section span dialog')

function words(names: string): ReadonlySet<string> {
  return new Set(names.split(' '))
}

interface Unseen {
  readonly name: string
  depth: number
}

interface Writer {
  /** The text is written in pieces; line breaks are pieces of their own. */
  readonly pieces: string[]
  /** The element that is not seen, and how many of its name are open in it. */
  unseen: Unseen | undefined
  /** How many elements of navigation are open. */
  navigations: number
  /** Text in elements of navigation is gathered here; a link or a block begins with a line feed. */
  readonly navigation: string[]
  inRow: boolean
  /** Text of the open `<pre>` is gathered here; undefined when none is open. */
  code: string[] | undefined
  links: number
  readings: string[]
  inReading: boolean
}

export function createPageText(): PageText {
  const writer: Writer = {
    pieces: [],
    unseen: undefined,
    navigations: 0,
    navigation: [],
    inRow: false,
    code: undefined,
    links: 0,
    readings: [],
    inReading: false,
  }
  return {
    open: (name, attributes) => openTag(writer, name, attributes),
    close: (name) => closeTag(writer, name),
    text: (piece) => addText(writer, piece),
    finish: () => {
      endCode(writer)
      return {
        markdown: writer.pieces.join('').trim(),
        navigation: linesOf(writer.navigation.join('')),
      }
    },
  }
}

function openTag(writer: Writer, name: string, attributes: Attributes): void {
  if (writer.unseen !== undefined) {
    if (writer.unseen.name === name) writer.unseen.depth++
    // The end of a head may be left out.
    if (name !== 'body' || writer.unseen.name !== 'head') return
    writer.unseen = undefined
  }
  if (TEXT_BEGINS.has(name)) writer.navigations = 0
  if (UNSEEN.has(name) || (MAY_BE_HIDDEN.has(name) && isHidden(attributes)))
    writer.unseen = { name, depth: 1 }
  else if (name === 'nav') writer.navigations++
  else if (writer.navigations > 0) writer.navigation.push('\n')
  else if (name === 'br') addBreak(writer, '\n')
  else if (name === 'pre') beginCode(writer)
  else if (name === 'rt') writer.inReading = true
  else if (name === 'tr') beginRow(writer)
  else if (CELLS.has(name)) writer.pieces.push(writer.inRow ? ' | ' : ' ')
  else if (name === 'li') beginBlock(writer, '\n', '* ')
  else if (HEADINGS.has(name)) beginBlock(writer, '\n\n', '# ')
  else if (name === 'blockquote') beginBlock(writer, '\n\n', '> ')
  else if (BLOCKS.has(name)) beginBlock(writer, '\n\n', '')
  else if (name === 'a' && attributes.has('href') && writer.code === undefined) {
    writer.pieces.push('[')
    writer.links++
  }
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function isHidden(attributes: Attributes): boolean {
  return attributes.has('hidden') || /display\s*:\s*none/i.test(attributes.get('style') ?? '')
}

function closeTag(writer: Writer, name: string): void {
  if (writer.unseen !== undefined) {
    if (writer.unseen.name === name && --writer.unseen.depth === 0) writer.unseen = undefined
    return
  }
  if (name === 'nav') writer.navigations = Math.max(0, writer.navigations - 1)
  else if (writer.navigations > 0) return
  else if (name === 'pre') endCode(writer)
  else if (name === 'rt') writer.inReading = false
  else if (name === 'tr' || name === 'table') endRow(writer)
  else if (BLOCKS.has(name) || HEADINGS.has(name)) addBreak(writer, '\n\n')
  else if (name === 'a' && writer.links > 0) {
    writer.pieces.push('](x)')
    writer.links--
  }
}

function addBreak(writer: Writer, lines: string): void {
  if (writer.code !== undefined) writer.code.push('\n')
  else if (writer.inRow) writer.pieces.push(' ')
  else {
    writer.pieces.push(
      '\n',
      ...writer.readings,
      writer.readings.length > 0 ? '\n' : '',
      lines.slice(1),
    )
    writer.readings = []
  }
}

/** A marker must stand before its text: an item that begins with a paragraph keeps it. */
function beginBlock(writer: Writer, lines: string, marker: string): void {
  const isMarked = /^(?:\* |# |> )$/.test(writer.pieces.at(-1) ?? '')
  if (!isMarked) addBreak(writer, lines)
  if (marker !== '' && !writer.inRow && writer.code === undefined && !isMarked)
    writer.pieces.push(marker)
}

function beginRow(writer: Writer): void {
  endRow(writer)
  addBreak(writer, '\n')
  writer.inRow = true
}

/** The bar before each cell stands behind the cell before; the last one has it here. */
function endRow(writer: Writer): void {
  if (!writer.inRow) return
  writer.inRow = false
  writer.pieces.push(' |')
  addBreak(writer, '\n')
}

function beginCode(writer: Writer): void {
  endRow(writer)
  addBreak(writer, '\n\n')
  writer.code = []
}

function endCode(writer: Writer): void {
  const text = writer.code?.join('').replace(/^\n|\s+$/g, '') ?? ''
  writer.code = undefined
  if (text === '') return
  const longest = text.match(/`{3,}/g)?.reduce((most, run) => Math.max(most, run.length), 2) ?? 2
  const fence = '`'.repeat(longest + 1)
  writer.pieces.push('\n\n', fence, '\n', text, '\n', fence, '\n\n')
}

function addText(writer: Writer, piece: string): void {
  if (writer.unseen !== undefined) return
  if (writer.navigations > 0) writer.navigation.push(piece.replace(/\s+/g, ' '))
  else if (writer.code !== undefined) writer.code.push(piece)
  else if (writer.inReading) writer.readings.push(escapeSigns(piece), ' ')
  else {
    const text = piece.replace(/\s+/g, ' ')
    // A blank before the first text of a block would part its marker from it.
    if (text !== ' ' || !isMarkerOrBreak(writer.pieces.at(-1)))
      writer.pieces.push(escapeSigns(text))
  }
}

function isMarkerOrBreak(piece = '\n'): boolean {
  return piece === '' || /^[\n*#>|\s]+$/.test(piece)
}

/** Signs of Markdown, of which entities are text wherever they stand. */
function escapeSigns(text: string): string {
  return text.replace(/[\\`*_~=[\]<&|{}]|^\s*[#>+:!?.)-]|(?<=\d)[.)](?=\s|$)/g, (signs) =>
    signs.replace(/\S/, (sign) => `&#${sign.charCodeAt(0)};`),
  )
}
