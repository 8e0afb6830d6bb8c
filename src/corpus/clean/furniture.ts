/**
 * The furniture of a site: the lines that come back on its pages, menus, footers, sidebars. A site is a host, and besides it
 * each source on that host, since the accounts of one platform have furniture of their own.
 */

import { webAddress } from '../../address/web-address.ts'
import { fnv1a } from '../../hash.ts'
import type { Head } from '../read/page.ts'

/** Fewer pages than this tell nothing about what comes back. */
export const MIN_PAGES = 3
/** Pages of a site that are learned from; more cost time and change little. */
export const SAMPLE_SIZE = 400

/** The classes of lines by how often they come back on a site's pages; steady: on so many that it is furniture wherever it stands. */
export type Recurrence = typeof OWN | typeof REPEATED | typeof STEADY
export const OWN = 0
export const REPEATED = 1
export const STEADY = 2

/** Marks in the lowest bits of a learned key. */
export const STEADY_MARK = 1
/** The line comes back with other numbers in it: it is a form that each page fills in. */
export const FORM_MARK = 2
export const KEY_BITS = ~3

/** The lines that come back on a site's pages. */
export interface Furniture {
  recurrenceOf(key: number): Recurrence
  /** Says whether the line comes back with other numbers in it. */
  isForm(key: number): boolean
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

/** Orders a site's pages by chance, the same on every run. */
export function sampleRank(path: string): number {
  const hash = fnv1a(path)
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0
}

/** Everything that was learned for a page's site keys, as one. */
export function furnitureOf(learned: readonly Uint32Array[]): Furniture {
  function recurrenceOf(signed: number): Recurrence {
    let most: Recurrence = OWN
    for (const keys of learned) {
      const marks = marksAt(keys, signed >>> 0)
      if (marks < 0) continue
      if ((marks & STEADY_MARK) !== 0) return STEADY
      most = REPEATED
    }
    return most
  }
  function isForm(signed: number): boolean {
    return learned.some((keys) => {
      const marks = marksAt(keys, signed >>> 0)
      return marks >= 0 && (marks & FORM_MARK) !== 0
    })
  }
  return { recurrenceOf, isForm }
}

/** The marks of a key among the ascending ones; −1: it is not among them. This is asked of every line of every page. */
function marksAt(keys: Uint32Array, key: number): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? 0) < key) low = middle + 1
    else high = middle
  }
  const found = (keys[low] ?? 0) - key
  return low < keys.length && found <= (STEADY_MARK | FORM_MARK) ? found : -1
}
