/** Measures how much of the searched text stands in lines that come back on the site's pages. */

import type { Article, Page } from '../../src/corpus/article.ts'
import { lineKey } from '../../src/corpus/markdown/line-key.ts'
import { pageLines } from '../../src/corpus/markdown/page-lines.ts'
import type { Figure } from '../bars.ts'
import type { CleanedPage } from './sites.ts'

/** A line on this share of a site's pages is not an article's own. */
const LEAK_SHARE = 0.1
/** Sites with fewer articles tell little about what comes back. */
const ARTICLES_OF_SITE = 30
const CHINESE_SITES = 20

export interface SiteLeak {
  readonly host: string
  readonly articles: number
  /** Most of its titles have Han in them. */
  readonly isChinese: boolean
  /** UTF-16 units of the searched text, blanks and signs left out. */
  readonly units: number
  readonly leaked: number
  /** The lines that leak most. */
  readonly worst: readonly { readonly text: string; readonly units: number }[]
}

/** Counts the lines of a site's pages that hold an article, each once a page, and then looks for them in the articles. */
export function leakOf(host: string, pages: readonly CleanedPage[]): SiteLeak {
  const articles = pages.filter(({ article }) => article.status === 'article')
  const counts = lineCounts(articles)
  const enough = articles.length * LEAK_SHARE
  let units = 0
  const leaks = new Map<string, number>()
  for (const { article } of articles) {
    for (const line of bodyLines(article)) {
      const size = sizeOf(line)
      units += size
      if ((counts.get(lineKey(line)) ?? 0) >= enough) leaks.set(line, (leaks.get(line) ?? 0) + size)
    }
  }
  const worst = [...leaks].map(([text, size]) => ({ text, units: size }))
  worst.sort((a, b) => b.units - a.units)
  return {
    host,
    articles: articles.length,
    isChinese:
      articles.filter(({ page }) => /\p{Script=Han}/u.test(page.title)).length * 2 >
      articles.length,
    units,
    leaked: worst.reduce((sum, line) => sum + line.units, 0),
    worst: worst.slice(0, 5),
  }
}

/** Counts the pages that each line stands on. */
export function lineCounts(pages: readonly CleanedPage[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const { page } of pages)
    for (const key of keysOf(page)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function keysOf({ markdown }: Page): ReadonlySet<number> {
  const keys = new Set(pageLines(markdown).flatMap(({ text }) => text.split('\n').map(lineKey)))
  keys.delete(0)
  return keys
}

function bodyLines({ blocks }: Article): readonly string[] {
  return blocks.flatMap(({ text }) => text.split('\n'))
}

function sizeOf(line: string): number {
  return line.replace(/[^\p{L}\p{N}]+/gu, '').length
}

export function leakFigures(sites: readonly SiteLeak[]): readonly Figure[] {
  const known = sites.filter((site) => site.articles >= ARTICLES_OF_SITE)
  const chinese = known.filter((site) => site.isChinese).slice(0, CHINESE_SITES)
  const each = chinese.map((site) => leakFigure(site.host, [site], 2))
  return [...each, leakFigure(`${known.length} sites together`, known, 1)]
}

function leakFigure(name: string, sites: readonly SiteLeak[], atMost: number): Figure {
  const units = sites.reduce((sum, site) => sum + site.units, 0)
  const leaked = sites.reduce((sum, site) => sum + site.leaked, 0)
  const articles = sites.reduce((sum, site) => sum + site.articles, 0)
  const value = (leaked / Math.max(1, units)) * 100
  return { name: `leak, ${name}`, value, unit: '%', atMost, note: `${articles} articles` }
}
