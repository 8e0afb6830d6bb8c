/** A file of the corpus as a `Page`: its bytes decoded, its fields read or made up from what else is known of it. */

import type { Page } from '../article.ts'
import { withoutEntities } from '../markdown/entities.ts'
import { withoutInlineMarkup } from '../markdown/inline.ts'
import { repairLines } from '../repair/repair.ts'
import { decode, decodeHead, HEAD_BYTES } from './decode.ts'
import { type Fields, readFrontMatter, settledFields } from './front-matter.ts'

/** What identifies a page and names its site. */
export type Head = Pick<Page, 'path' | 'title' | 'url' | 'source' | 'date' | 'fetchDate'>

export { HEAD_BYTES }

/** Throws an Error that says why the bytes are no text. */
export function readPage(bytes: Uint8Array, path: string): Page {
  const { text, encoding } = decode(bytes)
  const { fields, markdown: written } = readFrontMatter(text)
  const { text: markdown, codec: repaired } = repairLines(written) ?? { text: written, codec: '' }
  return { ...headOf(fields, path, () => markdown), markdown, encoding, repaired }
}

/**
 * The same fields as readPage gives, from the first HEAD_BYTES bytes of a file where these are enough.
 * @param first the first HEAD_BYTES bytes, or all of a shorter file
 * @param whole reads the whole file; called only when `first` does not settle it
 */
export function readHead(first: Uint8Array, path: string, whole: () => Uint8Array): Head {
  const text = decodeHead(first)
  const fields = text === undefined ? undefined : settledFields(text)
  if (fields !== undefined && oneLine(withoutEntities(fields.title)) !== '')
    return headOf(fields, path, () => '')
  const { markdown, encoding, repaired, ...head } = readPage(whole(), path)
  return head
}

function headOf(fields: Fields, path: string, markdown: () => string): Head {
  const fetchDate = oneLine(fields.fetch_date)
  return {
    path,
    title: oneLine(withoutEntities(fields.title)) || firstHeading(markdown()) || nameOf(path),
    url: oneLine(fields.url),
    source: oneLine(fields.source),
    date: dayIn(fields.date) || dayIn(fetchDate) || dayInPath(path),
    fetchDate,
  }
}

/** Control characters are blanks; U+FEFF, which nobody sees, is nothing. */
function oneLine(value: string): string {
  if (PLAIN.test(value)) return value.trim()
  return value
    .replace(/\uFEFF/g, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .toWellFormed()
}

/** Nothing but ASCII that is seen, blanks, and characters far from those that oneLine looks for. */
const PLAIN = /^[ -~\u3001-\u9fff\uff01-\uff5e]*$/

/** Headings further down are not the title. UTF-16 units. */
const HEADING_WITHIN = 65_536
const HEADING = /^ {0,3}#{1,6}[ \t]+(\S.{0,500})/mu

function firstHeading(markdown: string): string {
  const heading = HEADING.exec(markdown.slice(0, HEADING_WITHIN))?.[1] ?? ''
  return oneLine(withoutInlineMarkup(heading.replace(/[ \t]+#+[ \t]*$/, '')).text)
}

function nameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return oneLine(name.replace(/\.(?:md|markdown|txt)$/i, '')) || name
}

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)/
const DAY_IN_PATH = /(?:^|\/)(\d{4})\/(\d{2})\/(\d{2})(?=\/)/

/** The day that a text begins with, as YYYY-MM-DD; '' for none, or one that no calendar has. */
function dayIn(text: string): string {
  return day(DAY.exec(text.trim()))
}

function dayInPath(path: string): string {
  return day(DAY_IN_PATH.exec(path))
}

function day(match: RegExpExecArray | null): string {
  if (match === null) return ''
  const [, year = '', month = '', date = ''] = match
  const most = daysIn(Number(year), Number(month))
  if (Number(date) < 1 || Number(date) > most) return ''
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** 0 for a month that no calendar has. By the calendar, not by a Date: that took an eighth of reading a head. */
function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0)
}
