/**
 * Learns the furniture of a site from some of its pages. Lines that come back are furniture only where the pages have been
 * fetched with their menus: what comes back in hand-written files is what their author writes again and again.
 */

import type { Page } from '../article.ts'
import { type PageLine, pageLines } from '../markdown/page-lines.ts'
import { isChrome, isLink } from '../signs/line-signs.ts'
import { FORM_MARK, KEY_BITS, MIN_PAGES, STEADY_MARK } from './furniture.ts'

/**
 * A line of furniture stands on this share of a site's pages, and on at least MIN_PAGES. On hand-labelled
 * pages of other sites 2 % kept 98 % of the articles' characters and halved the rest.
 */
const SHARE = 0.02
/** A line on this share of the pages is furniture even in the middle of an article. */
const STEADY_SHARE = 0.2
/** A page that was fetched with its menus has on average so many lines of menus that come back. */
const MENU_LINES_A_PAGE = 2
/** Fewer will do where a machine wrote down when it fetched the pages. */
const MENU_LINES_A_FETCHED_PAGE = 0.5

/** Marks the key of a line that looks like part of a menu. */
const MENU_MARK = 1

/** The lines of one page, as learning needs them. */
export interface SampledPage {
  /** The keys of its lines but its title, ascending, each once, with the marks of lines of menus. */
  readonly keys: Uint32Array
  /** The key of each line with digits, and after each key a hash of these digits. */
  readonly numbers: Uint32Array
  /** True if its file says when it was fetched. */
  readonly isFetched: boolean
}

type Sampled = Pick<Page, 'markdown' | 'title' | 'fetchDate'>

export function sampledPage({ markdown, title, fetchDate }: Sampled): SampledPage {
  const lines = pageLines(markdown).filter(({ text }) => text !== title)
  const keys = Uint32Array.from(lines, (line) => (isOfMenu(line) ? line.key | MENU_MARK : line.key))
  const numbers: number[] = []
  for (const { key, text, kind } of lines)
    if (kind !== 'code' && DIGITS.test(text)) numbers.push(key, digitsHash(text))
  return {
    keys: withoutCopies(keys.sort()),
    numbers: Uint32Array.from(numbers),
    isFetched: fetchDate !== '',
  }
}

function isOfMenu(line: PageLine): boolean {
  return isLink(line) || isChrome(line)
}

const DIGITS = /\d/

/** FNV-1a over the digits of a text and the places between them; lineKey takes all digits for one. */
function digitsHash(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0, inside = false; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const isDigit = unit >= 0x30 && unit <= 0x39
    if (isDigit) hash = Math.imul(hash ^ unit, 0x01000193)
    else if (inside) hash = Math.imul(hash ^ 0x20, 0x01000193)
    inside = isDigit
  }
  return hash >>> 0
}

/** Keeps one of each of the ascending keys, whatever their marks; 0 is no key. */
function withoutCopies(keys: Uint32Array): Uint32Array {
  let [length, last] = [0, 0]
  for (const key of keys) {
    if ((key & KEY_BITS) === last) continue
    keys[length++] = key
    last = key & KEY_BITS
  }
  return keys.slice(0, length)
}

/**
 * Keys of the lines that come back, ascending, with the marks of furniture.ts. They are counted in
 * order, because looking each key up in a table takes far longer.
 */
export function learnSite(pages: readonly SampledPage[]): Uint32Array {
  const { found, menuLines } = recurringLines(pages)
  const forms = formsAmong(found, pages)
  if (menuLines < leastMenuLines(pages)) return shellLines(found, forms, pages)
  return found.map((key) => (forms.has(key & KEY_BITS) ? key | FORM_MARK : key)).sort()
}

/** The number of lines of menus that must come back on all the pages together. */
function leastMenuLines(pages: readonly SampledPage[]): number {
  return pages.reduce(
    (sum, { isFetched }) => sum + (isFetched ? MENU_LINES_A_FETCHED_PAGE : MENU_LINES_A_PAGE),
    0,
  )
}

interface RecurringLines {
  readonly found: Uint32Array
  /** The numbers of pages on which the lines of menus come back, added up. */
  readonly menuLines: number
}

function recurringLines(pages: readonly SampledPage[]): RecurringLines {
  const keys = keysOf(pages).sort()
  const enough = Math.max(MIN_PAGES, Math.ceil(pages.length * SHARE))
  const steady = Math.max(MIN_PAGES, Math.ceil(pages.length * STEADY_SHARE))
  const found: number[] = []
  let menuLines = 0
  for (let start = 0, end = 0; start < keys.length; start = end) {
    const key = ((keys[start] ?? 0) & KEY_BITS) >>> 0
    let marked = 0
    for (; end < keys.length && ((keys[end] ?? 0) & KEY_BITS) >>> 0 === key; end++)
      marked += (keys[end] ?? 0) & MENU_MARK
    const count = end - start
    if (count < enough) continue
    found.push(count >= steady ? key + STEADY_MARK : key)
    menuLines += marked
  }
  return { found: Uint32Array.from(found), menuLines }
}

function keysOf(pages: readonly SampledPage[]): Uint32Array {
  const all = new Uint32Array(pages.reduce((sum, { keys }) => sum + keys.length, 0))
  let length = 0
  for (const { keys } of pages) {
    all.set(keys, length)
    length += keys.length
  }
  return all
}

/** Those of the found keys, without their marks, whose lines have other digits on other pages. */
function formsAmong(found: Uint32Array, pages: readonly SampledPage[]): ReadonlySet<number> {
  const digits = new Map<number, number | undefined>()
  for (const key of found) digits.set(key & KEY_BITS, undefined)
  const forms = new Set<number>()
  for (const { numbers } of pages)
    for (let at = 0; at < numbers.length; at += 2) {
      const key = (numbers[at] ?? 0) & KEY_BITS
      if (!digits.has(key)) continue
      const known = digits.get(key)
      if (known === undefined) digits.set(key, numbers[at + 1])
      else if (known !== numbers[at + 1]) forms.add(key)
    }
  return forms
}

/** The lines of pages on which all but the title comes back word for word: 正在验证您的请求, and nothing of an article. */
function shellLines(
  found: Uint32Array,
  forms: ReadonlySet<number>,
  pages: readonly SampledPage[],
): Uint32Array {
  const marked = new Map<number, number>()
  for (const key of found) if (!forms.has(key & KEY_BITS)) marked.set(key & KEY_BITS, key)
  const shells = new Set<number>()
  for (const { keys } of pages) {
    const known = [...keys].flatMap((key) => marked.get(key & KEY_BITS) ?? [])
    if (known.length === keys.length) for (const key of known) shells.add(key)
  }
  return Uint32Array.from(shells).sort()
}
