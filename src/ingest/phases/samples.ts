/**
 * Which pages a site's furniture is learned from: those with the smallest ranks, so that the choice depends on nothing but
 * which pages there are, and a new page rarely changes it. That makes an update come to what a full build comes to.
 */

import { createHash } from 'node:crypto'
import { MIN_PAGES, SAMPLE_SIZE, sampleRank } from '../../corpus/clean/furniture.ts'
import { elementAt, floatAt, integerAt } from '../../element-at.ts'
import { Bitmap } from '../../index/columns/bitmap.ts'
import type { NumberedFiles } from '../catalog/articles.ts'
import type { Site } from '../catalog/catalog.ts'
import type { CatalogFiles } from '../catalog/catalog-columns.ts'

export interface Sample {
  readonly key: string
  /** Names the pages and their state; another signature means learning again. */
  readonly signature: string
  readonly paths: readonly string[]
}

/**
 * Rows of the pages of the given hosts' sites, by site key. A site with too few pages is left out, and so is a source that has
 * the very same pages as its host.
 * @param all every file there is
 */
export function pagesOfSites(
  all: NumberedFiles,
  hosts: ReadonlySet<string>,
): ReadonlyMap<string, readonly number[]> {
  const pages = new Map<string, number[]>()
  for (const row of firstFilesOfArticles(all, hosts)) {
    for (const key of all.files.siteKeysAt(row)) {
      const known = pages.get(key)
      if (known === undefined) pages.set(key, [row])
      else known.push(row)
    }
  }
  for (const [key, { length }] of pages) {
    const host = hostOfKey(key)
    const standsFor = host !== key && pages.get(host)?.length === length
    if (length < MIN_PAGES || standsFor) pages.delete(key)
  }
  return pages
}

/** All keys of a file begin with its host. */
export function hostOfKey(key: string): string {
  const end = key.indexOf('\t')
  return end > 0 ? key.slice(0, end) : key
}

/**
 * Pages of the given hosts. An article that was fetched many times would make its own lines come back: its first file by
 * path stands for it, and may be of another host.
 */
function* firstFilesOfArticles(
  { files, articles }: NumberedFiles,
  hosts: ReadonlySet<string>,
): Generator<number> {
  const { sites, siteKeys } = files.records
  const isOfHost = siteKeys.map(([host]) => host !== undefined && hosts.has(host))
  const met = new Bitmap(articles.reduce((most, article) => Math.max(most, article + 1), 0))
  for (let row = 0; row < articles.length; row++) {
    const article = integerAt(articles, row)
    const isFirst = !met.has(article)
    met.add(article)
    if (isFirst && elementAt(isOfHost, integerAt(sites, row))) yield row
  }
}

/** The ranks of pages by their rows, each worked out once: a host and the sources on it have theirs in common. */
export function createRanking({ list }: Pick<CatalogFiles, 'list'>): (row: number) => number {
  const ranks = new Float64Array(list.length).fill(NOT_RANKED)
  return (row) => {
    if (ranks[row] === NOT_RANKED) ranks[row] = sampleRank(list.paths.at(row))
    return floatAt(ranks, row)
  }
}

const NOT_RANKED = -1

/** @param pages rows of the site's pages */
export function chooseSample(
  key: string,
  { list }: Pick<CatalogFiles, 'list'>,
  pages: readonly number[],
  rankOf: (row: number) => number,
): Sample {
  const ranks = Uint32Array.from(pages, rankOf)
  const highest =
    ranks
      .slice()
      .sort()
      .at(SAMPLE_SIZE - 1) ?? Number.POSITIVE_INFINITY
  const ranked = pages
    .filter((_, i) => integerAt(ranks, i) <= highest)
    .map((row) => ({ file: list.at(row), rank: rankOf(row) }))
    .sort((a, b) => a.rank - b.rank || (a.file.path < b.file.path ? -1 : 1))
    .slice(0, SAMPLE_SIZE)
  const hash = createHash('sha256')
  for (const { file } of ranked)
    hash.update(`${file.path}\n${file.sizeBytes}\n${file.modifiedMs}\n${file.changedMs}\n`)
  return {
    key,
    signature: hash.digest('hex').slice(0, 16),
    paths: ranked.map(({ file }) => file.path),
  }
}

/** Sites whose furniture is not the same in both. */
export function changedSites(
  before: ReadonlyMap<string, Site>,
  after: ReadonlyMap<string, Site>,
): ReadonlySet<string> {
  const changed = new Set<string>()
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    if (!areSameLines(before.get(key)?.furniture, after.get(key)?.furniture)) changed.add(key)
  }
  return changed
}

function areSameLines(a: Uint32Array | undefined, b: Uint32Array | undefined): boolean {
  if (a === b) return true
  const [left, right] = [a ?? new Uint32Array(0), b ?? new Uint32Array(0)]
  return left.length === right.length && left.every((line, i) => line === right[i])
}
