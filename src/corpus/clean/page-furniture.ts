/**
 * Decides whether a page was fetched with the furniture of its site around it. Where it was not, every line is its author's: a lead, a
 * table of contents, a list of links, a note on who wrote it.
 */

import { lineKey } from '../markdown/line-key.ts'
import type { PageLine } from '../markdown/page-lines.ts'
import { opensAfter } from '../signs/after-signs.ts'
import { isBare, isChrome, isLink, opensReferences } from '../signs/line-signs.ts'
import { OWN } from './furniture.ts'
import type { SeenPage } from './judgement.ts'

/** Such lines of a menu make a page one that was fetched with it; a machine that wrote when it fetched the page may be believed. */
const MENU_LINES = 3
const MENU_LINES_OF_FETCHED = 1
/** A line that menus and nothing else have counts as much as two links. */
const CHROME_WEIGHT = 2
export function hasFurniture(page: SeenPage, isFetched: boolean): boolean {
  if (hasRecurringLine(page, isFetched) || isShell(page)) return true
  if (isFetched) return menuLines(page, everywhere(page)) >= MENU_LINES_OF_FETCHED
  return menuLines(page, textBoundsOf(page)) >= MENU_LINES
}

/** Says whether all but the title comes back word for word. */
function isShell({ lines, recurrences, isFormAt, titles }: SeenPage): boolean {
  const isTitle = new Set(titles)
  const isFixed = (_: PageLine, i: number) =>
    isTitle.has(i) || (recurrences[i] !== OWN && !isFormAt(i))
  return lines.some((_, i) => !isTitle.has(i)) && lines.every(isFixed)
}

/** Says whether a line comes back word for word; on a page that no machine fetched only those of menus count. */
function hasRecurringLine({ lines, recurrences, isFormAt }: SeenPage, isFetched: boolean): boolean {
  return lines.some(
    (line, i) =>
      recurrences[i] !== OWN && !isFormAt(i) && (isFetched || isLink(line) || isChrome(line)),
  )
}

interface Bounds {
  readonly first: number
  readonly last: number
}

function everywhere({ lines }: SeenPage): Bounds {
  return { first: lines.length, last: lines.length }
}

/** Places of the first and the last line of running text; -1 and -1 without one. */
function textBoundsOf({ lines, unitsAt }: SeenPage): Bounds {
  return {
    first: lines.findIndex((_, i) => unitsAt(i) > 0),
    last: lines.findLastIndex((_, i) => unitsAt(i) > 0),
  }
}

/** Links above the text, and chrome above and below it. */
function menuLines({ lines, titles }: SeenPage, { first, last }: Bounds): number {
  const headings = headingKeys(lines)
  const isTitle = new Set(titles)
  let count = 0
  for (const [i, line] of lines.entries()) {
    if (i >= first && i <= last) continue
    if (isChrome(line) && !isContentsHeading(line)) count += CHROME_WEIGHT
    else if (i < first && isLink(line) && !isTitle.has(i) && !headings.has(line.key)) count++
    else if (first < 0 && isBare(line)) count++
  }
  return count
}

const CONTENTS = /目录|contents/i

/** Authors write tables of contents as well. */
function isContentsHeading({ text }: PageLine): boolean {
  return CONTENTS.test(text)
}

const NUMBER = /^[\d.\s]+/

/** Keys of the headings that are no links, with and without their numbers. */
function headingKeys(lines: readonly PageLine[]): ReadonlySet<number> {
  const keys = new Set<number>()
  for (const { kind, text, key, linkedUnits } of lines)
    if (kind === 'heading' && linkedUnits === 0) {
      keys.add(key)
      keys.add(lineKey(text.replace(NUMBER, '')))
    }
  return keys
}

/** A box of other articles has the first of their links within so many lines under its heading. */
const BOX_BEGINS_WITHIN = 4

/** Says whether there is, under running text, a heading such as 相关文章 or Leave a Reply with what belongs to it. */
export function hasBox({ lines, unitsAt }: SeenPage): boolean {
  const first = lines.findIndex((_, i) => unitsAt(i) > 0)
  if (first < 0) return false
  return lines.some(
    (line, i) =>
      i > first &&
      isBoxHeading(line) &&
      lines
        .slice(i + 1, i + 1 + BOX_BEGINS_WITHIN)
        .some((under) => isLink(under) || isChrome(under)),
  )
}

function isBoxHeading(line: PageLine): boolean {
  return opensAfter(line) && !opensReferences(line) && !READING.test(line.text)
}

/** Advice to read on and notes on the writer are the author's own word as often as the site's. */
const READING = /(?:推荐|延伸|扩展)阅读|further reading|作者|author|声明/i
