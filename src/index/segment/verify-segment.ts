/** Verifies that terms, columns, stored articles and paths of a segment all speak of the same articles. */

import { integerAt } from '../../element-at.ts'
import { isLooseTerm } from '../../text/forms/loose-terms.ts'
import { hostOf } from '../../text/host.ts'
import { LANGUAGES } from '../../text/language.ts'
import { COLUMNS } from '../columns/columns.ts'
import { idOf } from '../columns/ids.ts'
import { hashPath } from '../columns/path-hash.ts'
import { readSketches } from '../columns/sketches.ts'
import { STATUS_LIMIT } from '../columns/statuses.ts'
import { createBlockCache } from '../files/block-cache.ts'
import type { IndexFolder } from '../files/byte-source.ts'
import type { SegmentEntry } from '../files/manifest.ts'
import { bodyFrequencyOf, titleFrequencyOf } from '../postings/frequencies.ts'
import {
  createPostings,
  type DecodePostings,
  decodePairPostings,
  decodeWordPostings,
  type Postings,
} from '../postings/postings.ts'
import { compareBytes } from '../terms/term-blocks.ts'
import { openCursor } from '../terms/term-cursor.ts'
import { openSegment, type Segment, type SegmentMeta } from './segment.ts'

/** Resolves to the first thing that does not agree, undefined when all does. Rejects with SouwenError (index-damaged). */
export async function verifySegment(
  folder: IndexFolder,
  entry: SegmentEntry,
): Promise<string | undefined> {
  const segment = await openSegment(folder, entry.name, createBlockCache(0))
  try {
    await segment.verify()
    const { articles } = segment.meta
    if (articles !== entry.articles) return `holds ${articles} articles, not ${entry.articles}`
    return (
      (await faultInColumns(segment)) ??
      (await faultInArticles(segment)) ??
      (await faultInWords(segment)) ??
      (await faultInTerms(segment, 'pairs', decodePairPostings)) ??
      (await faultInTerms(segment, 'titles', decodePairPostings)) ??
      (await faultInTerms(segment, 'lines', decodePairPostings)) ??
      (await faultInTerms(segment, 'labels', decodePairPostings))
    )
  } finally {
    await segment.close()
  }
}

/** Every column has an entry for each article, and what it points at is there. */
async function faultInColumns({ container, meta, column, hostNames }: Segment) {
  const limits = {
    sources: meta.sources.length,
    hosts: (await hostNames()).length,
    statuses: STATUS_LIMIT,
    languages: LANGUAGES.length,
    repairs: 2,
  } as const
  for (const name of COLUMNS) await column(name)
  for (const [name, limit] of Object.entries(limits) as [keyof typeof limits, number][])
    if ((await column(name)).some((value) => value >= limit)) return `${name}: points nowhere`
  for (const { article } of (await readSketches(container)).rows())
    if (article >= meta.articles) return `sketches: of article ${article}, which is not there`
  return undefined
}

/** Every stored article is the one its columns speak of. */
async function faultInArticles(segment: Segment): Promise<string | undefined> {
  const { articles, furniture, meta, column } = segment
  const [ids, sources, hosts] = await Promise.all([
    column('ids'),
    column('sources'),
    column('hosts'),
  ])
  const [hostNames, hashes] = [await segment.hostNames(), await segment.pathHashes()]
  for (let article = 0; article < meta.articles; article++) {
    const { id, source, url, paths } = await articles.record(article)
    await furniture.record(article)
    if (idOf(ids, article) !== id) return `article ${article} is stored under another id`
    if (meta.sources[integerAt(sources, article)] !== source)
      return `article ${article} is counted to another source`
    if (hostNames[integerAt(hosts, article)] !== hostOf(url))
      return `article ${article} is counted to another host`
    const own = hashes.get(article) ?? []
    if (paths.some((path) => !own.includes(hashPath(path))))
      return `article ${article} is not found by its path`
  }
  for (const article of hashes.keys())
    if (article >= meta.articles) return `paths: of article ${article}, which is not there`
  return undefined
}

/** Words agree as all terms do, and the words of an article, without loose terms, add up to its lengths in the columns. */
async function faultInWords(segment: Segment): Promise<string | undefined> {
  const { meta, column } = segment
  const bodies = new Uint32Array(meta.articles)
  const titles = new Uint32Array(meta.articles)
  const fault = await faultInTerms(segment, 'words', decodeWordPostings, (postings, term) => {
    if (isLooseTerm(term)) return
    const { articles, frequencies } = postings
    for (let i = 0; i < postings.count; i++) {
      const [article, packed] = [integerAt(articles, i), integerAt(frequencies, i)]
      bodies[article] = integerAt(bodies, article) + bodyFrequencyOf(packed)
      titles[article] = integerAt(titles, article) + titleFrequencyOf(packed)
    }
  })
  if (fault !== undefined) return fault
  const [bodyLengths, titleLengths] = [await column('bodyLengths'), await column('titleLengths')]
  const wrong = bodies.findIndex(
    (length, article) =>
      length !== bodyLengths[article] || titles[article] !== titleLengths[article],
  )
  if (wrong >= 0) return `article ${wrong} has other words than its length says`
  return faultInSums(meta, bodies, titles)
}

function faultInSums(meta: SegmentMeta, bodies: Uint32Array, titles: Uint32Array) {
  const sum = (lengths: Uint32Array) => lengths.reduce((total, length) => total + length, 0)
  const fits =
    meta.bodyTerms === sum(bodies) &&
    meta.titleTerms === sum(titles) &&
    meta.bodies === bodies.filter((length) => length > 0).length
  return fits ? undefined : 'its articles have other lengths than it says in sum'
}

/** Terms ascend, and each one's articles ascend, exist, and are as many as it says. */
async function faultInTerms(
  { container, meta }: Segment,
  name: 'words' | 'pairs' | 'titles' | 'lines' | 'labels',
  decode: DecodePostings,
  visit: (postings: Postings, term: Uint8Array) => void = () => {},
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
    visit(postings, term)
  }
  const expected = name === 'words' ? meta.words : count
  return count === expected ? undefined : `${name}: ${count} terms, not ${expected}`
}

function ascend({ articles, count }: Postings, limit: number): boolean {
  let previous = -1
  for (let i = 0; i < count; i++) {
    const article = integerAt(articles, i)
    if (article <= previous || article >= limit) return false
    previous = article
  }
  return true
}
