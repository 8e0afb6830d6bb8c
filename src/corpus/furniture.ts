/**
 * Learns the furniture of a site: the lines that come back on its pages, menus, footers, sidebars. A site is a host, and
 * besides it each source on that host, since the accounts of one platform have furniture of their own.
 */

import type { Page } from './article.ts'
import type { Head } from './page.ts'
import { pageLines } from './page-lines.ts'

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
  readonly keys: ReadonlySet<number>
}

/** The lines that come back on a site's pages. */
export interface Furniture {
  has(key: number): boolean
  /** On so many pages that it is furniture wherever it stands. */
  isSteady(key: number): boolean
}

/** The keys that a page's furniture is learned under: its host, and its source on that host. */
export function siteKeysOf(head: Pick<Head, 'url' | 'source'>): readonly string[] {
  const host = hostOf(head.url)
  if (host === '') return head.source === '' ? [] : [`\t${head.source}`]
  return head.source === '' ? [host] : [host, `${host}\t${head.source}`]
}

function hostOf(url: string): string {
  if (!URL.canParse(url)) return ''
  return new URL(url).hostname.replace(/^www\./, '')
}

/** Orders a site's pages by chance, the same on every run. FNV-1a over the path. */
export function sampleRank(path: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < path.length; at++) hash = Math.imul(hash ^ path.charCodeAt(at), 0x01000193)
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0
}

export function sampledPage(page: Pick<Page, 'markdown'>): SampledPage {
  const keys = new Set(pageLines(page.markdown).map(({ key }) => key))
  keys.delete(0)
  return { keys }
}

/** Keys of the lines that come back, ascending; those of steady lines have the lowest bit set. */
export function learnSite(pages: readonly SampledPage[]): Uint32Array {
  const counts = new Map<number, number>()
  for (const { keys } of pages) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const enough = Math.max(MIN_PAGES, Math.ceil(pages.length * SHARE))
  const steady = Math.max(MIN_PAGES, Math.ceil(pages.length * STEADY_SHARE))
  const found: number[] = []
  for (const [key, count] of counts) {
    if (count >= enough) found.push(count >= steady ? key + 1 : key)
  }
  return Uint32Array.from(found).sort()
}

/** Everything that was learned for a page's site keys, as one. */
export function furnitureOf(learned: readonly Uint32Array[]): Furniture {
  return {
    has: (key) => learned.some((keys) => isEither(lineAt(keys, key), key)),
    isSteady: (key) => learned.some((keys) => lineAt(keys, key + 1) === key + 1),
  }
}

function isEither(line: number, key: number): boolean {
  return line === key || line === key + 1
}

/** The first of the ascending keys that is not below `key`; −1: all are. Asked of every line of every page. */
function lineAt(keys: Uint32Array, key: number): number {
  let [low, high] = [0, keys.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? 0) < key) low = middle + 1
    else high = middle
  }
  return keys[low] ?? -1
}
