/** HTML inside Markdown: tags and comments are not seen, blocks begin lines, and scripts and styles are left out whole. */

import { withoutEntities } from './entities.ts'
import { kindOf, type Tag, tagAt } from './html-tags.ts'
import {
  breakLine,
  findEnd,
  firstOfLine,
  type Pass,
  put,
  putLiteral,
  putMarkup,
  skip,
  takeBack,
} from './inline-pass.ts'

const AUTOLINK = /<((?:https?|ftp|mailto):[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,255})>/y
const DECLARATION = /<!doctype\b[^<>]{0,300}>/iy
const COMMENT = '<!--'
const COMMENT_END = '-->'

/** Handles `<` at `at`; returns where to go on. */
export function lessThan(pass: Pass, at: number): number {
  const { source } = pass
  const next = source[at + 1] ?? ''
  if (next === '!') return declaration(pass, at) ?? put(pass, at, at + 1)
  if (next !== '/' && !LETTER_OR_DIGIT.test(next)) return put(pass, at, at + 1)
  const tag = tagAt(source, at, pass.page)
  if (tag === undefined) return autolink(pass, at)
  return isQuotedAttack(pass, at, tag) ? put(pass, at, at + 1) : applyTag(pass, at, tag)
}

const ATTACK = /\b(?:alert|prompt|confirm)[(`]/
/** Longer scripts are a page's own. UTF-16 units. */
const MAXIMUM_ATTACK = 200

/** Articles on security have `<script>alert(1)</script>` in the middle of a sentence; there it is what they write about. */
function isQuotedAttack(pass: Pass, at: number, { name, end, hasAttributes }: Tag): boolean {
  if (firstOfLine(pass) === at || (name !== 'script' && !hasAttributes)) return false
  const [line = ''] = pass.source.slice(at, end + MAXIMUM_ATTACK).split('\n', 1)
  return ATTACK.test(name === 'script' ? line : line.slice(0, end - at))
}

const LETTER_OR_DIGIT = /[\w.+-]/

function declaration(pass: Pass, at: number): number | undefined {
  if (pass.source.startsWith(COMMENT, at)) {
    const end = findEnd(pass, COMMENT_END, at + COMMENT.length)
    return end < 0 ? undefined : skip(pass, at, end + COMMENT_END.length)
  }
  DECLARATION.lastIndex = at
  return DECLARATION.test(pass.source) ? DECLARATION.lastIndex : undefined
}

function autolink(pass: Pass, at: number): number {
  AUTOLINK.lastIndex = at
  if (!AUTOLINK.test(pass.source)) return put(pass, at, at + 1)
  const start = pass.length
  const end = AUTOLINK.lastIndex
  put(pass, at + 1, end - 1)
  pass.linked.fill(1, start, pass.length)
  return end
}

function applyTag(pass: Pass, at: number, tag: Tag): number {
  const end = skip(pass, at, tag.end)
  switch (kindOf(tag)) {
    case 'inline':
      return inlineTag(pass, tag, end)
    case 'break':
      if (tag.name !== 'wbr') breakLine(pass)
      return end
    case 'block':
      return blockTag(pass, tag, end)
    case 'cell':
      if (pass.length > pass.contentStart) putMarkup(pass, ' ')
      return tag.closing ? end : skipBlanks(pass, end)
    case 'unseen':
      return tag.closing ? end : (unseenElement(pass, tag, end) ?? end)
    case 'verbatim':
      return tag.closing ? end : (verbatim(pass, tag, end) ?? end)
    case 'void':
      return end
  }
}

function inlineTag(pass: Pass, { name, closing, hasAttributes }: Tag, end: number): number {
  if (name === 'a') anchor(pass, closing, hasAttributes)
  else if (name === 'rt' || name === 'rp' || name === 'ruby') {
    endReading(pass)
    if (!closing && name !== 'ruby') pass.reading = { isSeen: name === 'rt', at: pass.length }
  }
  return end
}

function anchor(pass: Pass, closing: boolean, hasAttributes: boolean): void {
  if (!closing) {
    pass.anchors.push(hasAttributes ? pass.length : -1)
    return
  }
  const start = pass.anchors.pop() ?? -1
  if (start >= 0 && start < pass.length) pass.linked.fill(1, start, pass.length)
  // A link cannot hold another, so anchors that are still open are forgotten.
  pass.anchors.length = 0
}

/** Puts what was written since `<rt>` aside: it stands over the line, which it does not part. */
function endReading(pass: Pass): void {
  const { reading } = pass
  pass.reading = undefined
  if (reading === undefined || pass.length <= reading.at) return
  if (reading.isSeen) pass.readings.push(...pass.units.subarray(reading.at, pass.length), SPACE)
  takeBack(pass, reading.at)
}

/** Writes the readings that were put aside under the line they stand over. */
export function flushReadings(pass: Pass): void {
  endReading(pass)
  if (pass.readings.length === 0) return
  breakLine(pass)
  for (const unit of pass.readings.slice(0, -1)) pass.units[pass.length++] = unit
  pass.readings = []
}

const SPACE = 0x20

/** Markdown's signs for what a block is; of others only a line begins. */
const MARKERS: Readonly<Record<string, string>> = {
  h1: '# ',
  h2: '# ',
  h3: '# ',
  h4: '# ',
  h5: '# ',
  h6: '# ',
  li: '* ',
}
/** Their text may begin on the line after the tag. */
const BEGINS_LATER = /^(?:h[1-6]|li|dt|dd|summary|figcaption|caption|p)$/

function blockTag(pass: Pass, { name, closing }: Tag, end: number): number {
  const isFirst = pass.length === pass.contentStart
  breakLine(pass)
  const marker = closing ? undefined : MARKERS[name]
  if (marker !== undefined && !isInRow(pass)) {
    putMarkup(pass, marker)
    pass.contentStart = pass.length
  } else if (!isFirst && closing && /^(?:p|h[1-6])$/.test(name)) putMarkup(pass, '\n')
  return !closing && BEGINS_LATER.test(name) ? skipBlanks(pass, end) : end
}

/** Headings and rows of tables hold no blocks. */
function isInRow(pass: Pass): boolean {
  const first = pass.source[firstOfLine(pass)]
  return first === '|' || first === '#'
}

function skipBlanks(pass: Pass, from: number): number {
  let at = from
  while (at < pass.source.length && /\s/.test(pass.source[at] ?? '')) at++
  return skip(pass, from, at)
}

/** Skips an element whose content is not shown and returns where it ends; undefined if it is never closed. */
function unseenElement(pass: Pass, { name }: Tag, from: number): number | undefined {
  const end = closingTag(pass, name, from)
  return end === undefined ? undefined : skip(pass, from, end.end)
}

/** Keeps what is preformatted as it stands, but for tags inside. */
function verbatim(pass: Pass, { name }: Tag, from: number): number | undefined {
  const close = closingTag(pass, name, from)
  if (close === undefined) return undefined
  breakLine(pass)
  const inside = pass.source.slice(from, close.start).replace(/<\/?[a-zA-Z][^<>]*>/g, '')
  putLiteral(pass, withoutEntities(inside).replace(/\n\s*\n/g, '\n'))
  pass.contentStart = -1
  breakLine(pass)
  return skip(pass, from, close.end)
}

function closingTag(pass: Pass, name: string, from: number) {
  const end = `</${name}`
  if (pass.missing.has(end)) return undefined
  const pattern = new RegExp(`${end}\\s*>`, 'gi')
  pattern.lastIndex = from
  const found = pattern.exec(pass.source)
  if (found !== null) return { start: found.index, end: pattern.lastIndex }
  pass.missing.add(end)
  return undefined
}
