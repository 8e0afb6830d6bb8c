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

/** The samples of all sites with enough pages; a site that another one with the very same pages stands for is left out. */
export function chooseSamples(files: readonly CatalogFile[]): ReadonlyMap<string, Sample> {
  const pages = new Map<string, CatalogFile[]>()
  for (const file of oneAnArticle(files)) {
    for (const key of file.siteKeys) {
      const known = pages.get(key)
      if (known === undefined) pages.set(key, [file])
      else known.push(file)
    }
  }
  const samples = new Map<string, Sample>()
  for (const [key, all] of pages) {
    const host = all[0]?.siteKeys[0] ?? key
    const standsFor = host !== key && pages.get(host)?.length === all.length
    if (all.length >= MIN_PAGES && !standsFor) samples.set(key, sampleOf(key, all))
  }
  return samples
}

/** An article that was fetched many times would make its own lines come back: its first file by path stands for it. */
function oneAnArticle(files: readonly CatalogFile[]): readonly CatalogFile[] {
  const first = new Map<string, CatalogFile>()
  for (const file of files) {
    const known = first.get(file.articleId)
    if (known === undefined || file.path < known.path) first.set(file.articleId, file)
  }
  return [...first.values()]
}

function sampleOf(key: string, files: readonly CatalogFile[]): Sample {
  const ranked = files
    .map((file) => ({ file, rank: sampleRank(file.path) }))
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

/** Samples that differ from what the sites were learned from. */
export function samplesToLearn(
  samples: ReadonlyMap<string, Sample>,
  sites: ReadonlyMap<string, Site>,
): readonly Sample[] {
  return [...samples.values()].filter(
    (sample) => sites.get(sample.key)?.sample !== sample.signature,
  )
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
  const [left, right] = [a ?? new Uint32Array(0), b ?? new Uint32Array(0)]
  return left.length === right.length && left.every((line, i) => line === right[i])
}
