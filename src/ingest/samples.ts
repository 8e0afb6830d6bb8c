/**
 * Which pages a site's furniture is learned from: those with the smallest ranks, so that the choice depends on nothing but
 * which pages there are, and a new page rarely changes it. That makes an update come to what a full build comes to.
 */

import { createHash } from 'node:crypto'
import { MIN_PAGES, SAMPLE_SIZE, sampleRank } from '../corpus/furniture.ts'
import type { CatalogFile, Site } from './catalog.ts'

export interface Sample {
  readonly key: string
  /** Names the pages and their state; another signature means learning again. */
  readonly signature: string
  readonly paths: readonly string[]
}

/**
 * The pages of the given hosts' sites, by key; a site with too few pages is left out, and so is one that its host, with the
 * very same pages, stands for.
 * @param files all of them, in the order of their paths
 */
export function pagesOfSites(
  files: readonly CatalogFile[],
  hosts: ReadonlySet<string>,
): ReadonlyMap<string, readonly CatalogFile[]> {
  const pages = new Map<string, CatalogFile[]>()
  for (const file of oneAnArticle(files, hosts)) {
    for (const key of file.siteKeys) {
      const known = pages.get(key)
      if (known === undefined) pages.set(key, [file])
      else known.push(file)
    }
  }
  for (const [key, { length }] of pages) {
    const host = hostOfKey(key)
    const standsFor = host !== key && pages.get(host)?.length === length
    if (length < MIN_PAGES || standsFor) pages.delete(key)
  }
  return pages
}

/** What all keys of a file begin with. */
export function hostOfKey(key: string): string {
  const end = key.indexOf('\t')
  return end > 0 ? key.slice(0, end) : key
}

/**
 * Pages of the given hosts. An article that was fetched many times would make its own lines come back: its first file by
 * path stands for it, and may be of another host.
 */
function oneAnArticle(
  files: readonly CatalogFile[],
  hosts: ReadonlySet<string>,
): readonly CatalogFile[] {
  const isOfHost = ({ siteKeys: [host] }: CatalogFile) => host !== undefined && hosts.has(host)
  const left = new Set(files.filter(isOfHost).map((file) => file.articleId))
  const pages: CatalogFile[] = []
  for (const file of files) if (left.delete(file.articleId) && isOfHost(file)) pages.push(file)
  return pages
}

export function sampleOf(key: string, files: readonly CatalogFile[]): Sample {
  const ranks = Uint32Array.from(files, (file) => sampleRank(file.path))
  const highest =
    ranks
      .slice()
      .sort()
      .at(SAMPLE_SIZE - 1) ?? Number.POSITIVE_INFINITY
  const ranked = files
    .map((file, i) => ({ file, rank: ranks[i] ?? 0 }))
    .filter(({ rank }) => rank <= highest)
    .sort((a, b) => a.rank - b.rank || (a.file.path < b.file.path ? -1 : 1))
    .slice(0, SAMPLE_SIZE)
  const hash = createHash('sha256')
  for (const { file } of ranked)
    hash.update(`${file.path}\n${file.sizeBytes}\n${file.modifiedMs}\n`)
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
    if (!sameLines(before.get(key)?.furniture, after.get(key)?.furniture)) changed.add(key)
  }
  return changed
}

function sameLines(a: Uint32Array | undefined, b: Uint32Array | undefined): boolean {
  if (a === b) return true
  const [left, right] = [a ?? new Uint32Array(0), b ?? new Uint32Array(0)]
  return left.length === right.length && left.every((line, i) => line === right[i])
}
