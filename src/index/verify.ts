/** Is the index on disk whole? Checksums of every page, and whether its parts agree with each other. */

import { SouwenError } from '../errors.ts'
import { hostOf } from '../text/host.ts'
import type { IndexFolder } from './byte-source.ts'
import { openContainer } from './container.ts'
import { readDeletions } from './deletions.ts'
import { type Manifest, readManifest, type SegmentEntry } from './manifest.ts'
import { createPageCache } from './page-cache.ts'
import {
  createPostings,
  decodePairPostings,
  decodeWordPostings,
  type Postings,
} from './postings.ts'
import { openSegment, type Segment } from './segment.ts'
import { compareBytes } from './term-blocks.ts'
import { openCursor } from './term-cursor.ts'

/** Something that is not as it was written, or does not agree with the rest. */
export interface Fault {
  /** Name of the file in the index folder. */
  readonly file: string
  readonly reason: string
}

export interface Verification {
  readonly generation: number
  readonly articles: number
  readonly files: number
  readonly faults: readonly Fault[]
}

/** Reads everything. Throws SouwenError (index-missing, index-damaged, index-newer) where there is no manifest to go by. */
export async function verifyIndex(folder: IndexFolder): Promise<Verification> {
  const manifest = await readManifest(folder)
  if (manifest === undefined) {
    throw new SouwenError(
      'index-missing',
      `${folder.path}: no index here; build one with "souwen index"`,
    )
  }
  const faults: Fault[] = []
  for (const entry of manifest.segments) {
    await check(entry.name, faults, () => verifySegment(folder, entry))
    const { deletions } = entry
    if (deletions !== undefined)
      await check(deletions, faults, () => verifyDeletions(folder, entry))
  }
  for (const name of [manifest.catalog, manifest.suggestions, ...namesOf(manifest.duplicates)])
    await check(name, faults, () => verifyPages(folder, name))
  return { generation: manifest.generation, ...countsOf(manifest), faults }
}

function namesOf(name: string | undefined): readonly string[] {
  return name === undefined ? [] : [name]
}

function countsOf({ segments, duplicates }: Manifest): Pick<Verification, 'articles' | 'files'> {
  const articles = segments.reduce((sum, entry) => sum + entry.articles - entry.deleted, 0)
  const deletions = segments.filter((entry) => entry.deletions !== undefined)
  // The manifest, the catalog and the suggestions are the three others.
  const files = segments.length + deletions.length + namesOf(duplicates).length + 3
  return { articles, files }
}

/** The first fault of a file is named; after it nothing in the file can be trusted. */
async function check(
  file: string,
  faults: Fault[],
  verify: () => Promise<string | undefined>,
): Promise<void> {
  try {
    const reason = await verify()
    if (reason !== undefined) faults.push({ file, reason })
  } catch (error) {
    faults.push({ file, reason: error instanceof Error ? error.message : String(error) })
  }
}

async function verifyPages(folder: IndexFolder, name: string): Promise<undefined> {
  const container = await openContainer(await folder.open(name), createPageCache(0))
  try {
    await container.verify()
  } finally {
    await container.close()
  }
}

async function verifyDeletions(
  folder: IndexFolder,
  entry: SegmentEntry,
): Promise<string | undefined> {
  const deleted = await readDeletions(folder, entry, createPageCache(0))
  let count = 0
  for (let article = 0; article < entry.articles; article++) if (deleted.has(article)) count++
  return count === entry.deleted ? undefined : `marks ${count} articles, not ${entry.deleted}`
}

async function verifySegment(
  folder: IndexFolder,
  entry: SegmentEntry,
): Promise<string | undefined> {
  const segment = await openSegment(folder, entry.name, createPageCache(0))
  try {
    await segment.verify()
    const { articles } = segment.meta
    if (articles !== entry.articles) return `holds ${articles} articles, not ${entry.articles}`
    return (
      (await faultInArticles(segment)) ??
      (await faultInTerms(segment, 'words', decodeWordPostings)) ??
      (await faultInTerms(segment, 'pairs', decodePairPostings)) ??
      (await faultInTerms(segment, 'titles', decodePairPostings))
    )
  } finally {
    await segment.close()
  }
}

/** Every stored article is the one its columns speak of. */
async function faultInArticles(segment: Segment): Promise<string | undefined> {
  const { articles, pages, meta, column } = segment
  const [ids, sources, hosts] = await Promise.all([
    column('ids'),
    column('sources'),
    column('hosts'),
  ])
  const hostNames = await segment.hostNames()
  for (let article = 0; article < meta.articles; article++) {
    const { id, source, url } = await articles.record(article)
    await pages.page(article)
    const [high, low] = [ids[article * 2], ids[article * 2 + 1]]
    if (Number.parseInt(id.slice(0, 8), 16) !== high || Number.parseInt(id.slice(8), 16) !== low)
      return `article ${article} is stored under another id`
    if (meta.sources[sources[article] ?? 0] !== source)
      return `article ${article} is counted to another source`
    if (hostNames[hosts[article] ?? 0] !== hostOf(url))
      return `article ${article} is counted to another host`
  }
  return undefined
}

type Decode = (bytes: Uint8Array, count: number, into: Postings) => void

/** Terms ascend, and each one's articles ascend and exist. */
async function faultInTerms(
  { container, meta }: Segment,
  name: 'words' | 'pairs' | 'titles',
  decode: Decode,
): Promise<string | undefined> {
  const cursor = await openCursor(container, name)
  const postings = createPostings()
  let previous = new Uint8Array(0)
  let count = 0
  while (cursor.step() || (await cursor.load())) {
    const { term, documentFrequency } = cursor.at
    if (count++ > 0 && compareBytes(previous, term) >= 0) return `${name}: terms out of order`
    previous = term.slice()
    decode(cursor.postings(), documentFrequency, postings)
    if (!ascend(postings, meta.articles)) return `${name}: postings of articles that are not there`
  }
  const expected = name === 'words' ? meta.words : count
  return count === expected ? undefined : `${name}: ${count} terms, not ${expected}`
}

function ascend({ articles, count }: Postings, limit: number): boolean {
  let previous = -1
  for (let i = 0; i < count; i++) {
    const article = articles[i] ?? 0
    if (article <= previous || article >= limit) return false
    previous = article
  }
  return true
}
