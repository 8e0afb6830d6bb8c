/**
 * Learns the furniture of a site: the lines that come back on its pages, menus, footers, sidebars. A site is a host, and
 * besides it each source on that host, since the accounts of one platform have furniture of their own.
 */

import type { Page } from '../article.ts'
import { pageLines } from '../markdown/page-lines.ts'
import type { Head } from '../read/page.ts'
import { webAddress } from '../read/web-address.ts'

/** Fewer pages than this tell nothing about what comes back. */
export const MIN_PAGES = 3
/** Pages of a site that are learned from; more cost time and change little. */
export const SAMPLE_SIZE = 400

/**
 * On how many of a site's pages a line stands that is furniture: this share, and at least MIN_PAGES. On hand-labelled
 * pages of other sites 2 % kept 98 % of the articles' characters and halved the rest (data README).
 */
const SHARE = 0.02
/** From this share on a line is furniture even in the middle of an article. */
const STEADY_SHARE = 0.2

/** What a page teaches: the keys of its lines, each once. */
export interface SampledPage {
  readonly keys: Uint32Array
}

/** How often a line comes back on a site's pages; steady: on so many that it is furniture wherever it stands. */
export type Recurrence = typeof OWN | typeof REPEATED | typeof STEADY
export const OWN = 0
export const REPEATED = 1
export const STEADY = 2

/** What comes back on a site's pages. */
export interface Furniture {
  recurrenceOf(key: number): Recurrence
}

/** The keys that a page's furniture is learned under: its host, and its source on that host. */
export function siteKeysOf(head: Pick<Head, 'url' | 'source'>): readonly string[] {
  const host = hostOf(head.url)
  if (host === '') return head.source === '' ? [] : [`\t${head.source}`]
  return head.source === '' ? [host] : [host, `${host}\t${head.source}`]
}

function hostOf(url: string): string {
  return webAddress(url)?.hostname.replace(/^www\./, '') ?? ''
}

/** Orders a site's pages by chance, the same on every run. FNV-1a over the path. */
export function sampleRank(path: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < path.length; at++) hash = Math.imul(hash ^ path.charCodeAt(at), 0x01000193)
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0
}

export function sampledPage(page: Pick<Page, 'markdown'>): SampledPage {
  const lines = pageLines(page.markdown)
  const keys = new Uint32Array(lines.length)
  for (const [i, { key }] of lines.entries()) keys[i] = key
  return { keys: withoutCopies(keys.sort()) }
}

/** Of ascending keys; 0 is none. */
function withoutCopies(keys: Uint32Array): Uint32Array {
  let [length, last] = [0, 0]
  for (const key of keys) {
    if (key === last) continue
    keys[length++] = key
    last = key
  }
  return keys.slice(0, length)
}

/**
 * Keys of the lines that come back, ascending; those of steady lines have the lowest bit set. Counted in order: a site has
 * twenty thousand keys, and to look each up in a table of them takes ten times as long.
 */
export function learnSite(pages: readonly SampledPage[]): Uint32Array {
  const keys = keysOf(pages).sort()
  const enough = Math.max(MIN_PAGES, Math.ceil(pages.length * SHARE))
  const steady = Math.max(MIN_PAGES, Math.ceil(pages.length * STEADY_SHARE))
  const found: number[] = []
  for (let start = 0, end = 0; start < keys.length; start = end) {
    const key = keys[start] ?? 0
    while (keys[end] === key) end++
    const count = end - start
    if (count >= enough) found.push(count >= steady ? key + 1 : key)
  }
  return Uint32Array.from(found)
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

/** Everything that was learned for a page's site keys, as one. */
export function furnitureOf(learned: readonly Uint32Array[]): Furniture {
  function recurrenceOf(signed: number): Recurrence {
    const key = signed >>> 0
    let most: Recurrence = OWN
    for (const keys of learned) {
      const line = lineAt(keys, key)
      if (line === key + 1) return STEADY
      if (line === key) most = REPEATED
    }
    return most
  }
  return { recurrenceOf }
}

/** The first of the ascending keys that is not below `key`; −1: all are. Asked of every line of every page. */
function lineAt(keys: Uint32Array, key: number): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? 0) < key) low = middle + 1
    else high = middle
  }
  return keys[low] ?? -1
}
