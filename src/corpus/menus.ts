/** Menus around an article, tables of contents of it, and what is left of them between lines that were taken out. */

import { isAttribution, isByline } from './bylines.ts'
import { type Judgement, mark, sum, textBounds } from './judgement.ts'
import { lineKey } from './line-key.ts'
import { isAddress, isBare, isChrome, isLink, opensReferences } from './line-signs.ts'
import type { PageLine } from './page-lines.ts'

/** So many links to the page's own headings are a table of contents. */
const CONTENTS_ENTRIES = 3
/** Entries have numbers where headings have none. */
const NUMBER = /^[\d.\s]+/

/** Links that say what a heading of the page says, and the links between them: a page that was cut lacks headings. */
export function dropContents(judgement: Judgement): void {
  const { lines, keys } = judgement
  const keyAt = (i: number, text: string) => (NUMBER.test(text) ? wordsKey(text) : (keys[i] ?? 0))
  const headings = new Set<number>()
  for (const [i, { kind, text, linkedUnits }] of lines.entries())
    if (kind === 'heading' && linkedUnits === 0) headings.add(keyAt(i, text))
  headings.delete(0)
  if (headings.size === 0) return
  const entries = new Set<number>()
  for (const [i, line] of lines.entries())
    if (line.kind !== 'heading' && isEntry(line) && headings.has(keyAt(i, line.text)))
      entries.add(i)
  if (entries.size < CONTENTS_ENTRIES) return
  let block = -1
  for (const [i, line] of lines.entries()) {
    const follows = line.kind === 'list' && line.block === block && isEntry(line)
    block = entries.has(i) || follows ? line.block : -1
    if (block >= 0) mark(judgement, i, i + 1, 'menu')
  }
}

function isEntry({ text, linkedUnits, kind }: PageLine): boolean {
  return kind !== 'code' && linkedUnits * 2 >= text.length
}

function wordsKey(text: string): number {
  return lineKey(text.replace(NUMBER, ''))
}

/** Less running text than this: the links are what the page has to say. */
const LITTLE_TEXT = 200

/** Links and chrome before the first and after the last running text; inside an article links are the article's. */
export function dropMenus(judgement: Judgement): void {
  const { lines, prose, verdicts } = judgement
  const { first, last } = textBounds(judgement)
  const text = prose.map((units, i) => (verdicts[i] === 'kept' ? units : 0))
  const digest = sum(text, 0, text.length) < LITTLE_TEXT
  let references = false
  for (const [i, line] of lines.entries()) {
    if (verdicts[i] !== 'kept') continue
    const outside = i < first || i > last
    if (isBare(line) && line.kind !== 'table') verdicts[i] = 'menu'
    else if (isChrome(line) && (outside || line.kind !== 'paragraph')) verdicts[i] = 'menu'
    else if (outside && (isByline(line) || isAttribution(line))) verdicts[i] = 'menu'
    else if (isLink(line) && outside && !digest && !references) verdicts[i] = 'menu'
    else if (!isLink(line)) references = i > last && opensReferences(line)
  }
}

/** Under the running text: once the page's own lines begin, what is short and between them is theirs. */
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

/** What is left between dropped lines above and below the article: a date, a name, a count. */
export function dropRemnants(judgement: Judgement): void {
  const { lines, prose, verdicts } = judgement
  const kept = lines.map((line, i) => ({ line, i })).filter(({ i }) => verdicts[i] === 'kept')
  const first = kept.findIndex(({ i }) => (prose[i] ?? 0) > 0)
  const last = kept.findLastIndex(({ i }) => (prose[i] ?? 0) > 0)
  if (first < 0) return
  for (const [place, { line, i }] of kept.entries()) {
    if (place >= first && place <= last) continue
    const alone = verdicts[i - 1] !== 'kept' && verdicts[i + 1] !== 'kept'
    if (alone && line.kind !== 'heading' && line.text.length <= REMNANT_UNITS) verdicts[i] = 'menu'
  }
}
