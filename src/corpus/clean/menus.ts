/** Menus around an article, tables of contents of it, and what is left of them between lines that were taken out. */

import { lineKey } from '../markdown/line-key.ts'
import type { PageLine } from '../markdown/page-lines.ts'
import { isAttribution, isByline } from '../signs/bylines.ts'
import { isAddress, isBare, isChrome, isLink, opensReferences } from '../signs/line-signs.ts'
import { type Judgement, mark, textBounds } from './judgement.ts'

/** Links to the page's own headings, so many of them, are a table of contents. */
const CONTENTS_ENTRIES = 3
/** Entries have numbers where headings have none. */
const NUMBER = /^[\d.\s]+/

/** Links that say what a heading of the page says, and the links between them: a page that was cut lacks headings. */
export function dropContents(judgement: Judgement): void {
  const { lines } = judgement
  const headings = headingKeys(lines)
  if (headings.size === 0) return
  const entries = new Set<PageLine>()
  for (const line of lines)
    if (line.kind !== 'heading' && isEntry(line) && headings.has(unnumberedKey(line)))
      entries.add(line)
  if (entries.size < CONTENTS_ENTRIES) return
  let block = -1
  for (const [i, line] of lines.entries()) {
    const follows = line.kind === 'list' && line.block === block && isEntry(line)
    block = entries.has(line) || follows ? line.block : -1
    if (block >= 0) mark(judgement, i, i + 1, 'menu')
  }
}

/** The keys of the headings that are no links. */
function headingKeys(lines: readonly PageLine[]): ReadonlySet<number> {
  const keys = new Set<number>()
  for (const line of lines)
    if (line.kind === 'heading' && line.linkedUnits === 0) keys.add(unnumberedKey(line))
  keys.delete(0)
  return keys
}

function isEntry({ text, linkedUnits, kind }: PageLine): boolean {
  return kind !== 'code' && linkedUnits * 2 >= text.length
}

/** The key of the line without the number that it begins with. */
function unnumberedKey({ text, key }: PageLine): number {
  return NUMBER.test(text) ? lineKey(text.replace(NUMBER, '')) : key
}

/** Less running text than this: the links are what the page has to say. */
const LITTLE_TEXT = 200

/** Links and chrome before the first and after the last running text; inside an article links are the article's. */
export function dropMenus(judgement: Judgement): void {
  const { lines, verdicts } = judgement
  const { first, last } = textBounds(judgement)
  const digest = keptText(judgement) < LITTLE_TEXT
  let references = false
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    if (line === undefined || verdicts[i] !== 'kept') continue
    const outside = i < first || i > last
    const link = isLink(line)
    if (link && outside && !digest && !references) verdicts[i] = 'menu'
    else if (isSignOfMenu(line, outside)) verdicts[i] = 'menu'
    else if (!link) references = i > last && opensReferences(line)
  }
}

function keptText({ prose, verdicts }: Judgement): number {
  return prose.reduce((sum, units, i) => (verdicts[i] === 'kept' ? sum + units : sum), 0)
}

function isSignOfMenu(line: PageLine, outside: boolean): boolean {
  if (line.kind !== 'table' && isBare(line)) return true
  if ((outside || line.kind !== 'paragraph') && isChrome(line)) return true
  return outside && (isByline(line) || isAttribution(line))
}

/** Drops the short lines under the running text once furniture has begun: they belong to it. */
export function dropTail(judgement: Judgement): void {
  const { lines, verdicts } = judgement
  const { first, last } = textBounds(judgement)
  if (first < 0) return
  let tail = false
  let references = false
  for (let i = last + 1; i < lines.length; i++) {
    const line = lines[i]
    if (line === undefined) continue
    if (verdicts[i] !== 'kept') tail = true
    else if (opensReferences(line)) references = true
    else if (tail && !references && isLeftOver(line)) verdicts[i] = 'after'
  }
}

function isLeftOver(line: PageLine): boolean {
  return line.kind !== 'code' && line.kind !== 'table' && !isAddress(line)
}

/** Shorter lines without a sentence between dropped ones go with them. */
const REMNANT_UNITS = 24

/** Drops the remains between dropped lines above and below the article: a date, a name, a count. */
export function dropRemnants(judgement: Judgement): void {
  const { lines, verdicts } = judgement
  const { first, last } = textBounds(judgement)
  if (first < 0) return
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    if (line === undefined || verdicts[i] !== 'kept' || (i >= first && i <= last)) continue
    const alone = verdicts[i - 1] !== 'kept' && verdicts[i + 1] !== 'kept'
    if (alone && line.kind !== 'heading' && line.text.length <= REMNANT_UNITS) verdicts[i] = 'menu'
  }
}
