/**
 * Brings an index up to date with its corpus: finds what changed, learns what comes back on the pages of a site, reads and
 * cuts the articles concerned, and commits. A full build is an update of nothing.
 */

import { join } from 'node:path'
import type { FoundFile, findArticles } from '../corpus/discover.ts'
import { SouwenError } from '../errors.ts'
import type { IndexFolder } from '../index/byte-source.ts'
import type { Manifest, SegmentEntry } from '../index/manifest.ts'
import type { Catalog, CatalogFile, Site } from './catalog.ts'
import { commit, deleteArticles, type FileNames, mergeInto } from './commit.ts'
import { chooseMerge } from './merge-policy.ts'
import { type ArticleFiles, compareFiles, compareText, groupArticles } from './plan.ts'
import { changedSites, chooseSamples, samplesToLearn } from './samples.ts'
import type { Failure, SegmentTask } from './work.ts'
import { inParallel, type Workforce } from './workforce.ts'

export type Phase = 'finding' | 'learning' | 'reading' | 'merging'

/** Tells how far a phase is: files and bytes done, of how many. */
export type Report = (
  phase: Phase,
  filesDone: number,
  filesTotal: number,
  bytesDone: number,
  bytesTotal: number,
) => void

/** The state to start from: what the index holds, or nothing. */
export interface Base {
  readonly generation: number
  /** Absolute path of the corpus that the catalog is of. */
  readonly corpus: string
  readonly segments: readonly SegmentEntry[]
  readonly catalog: Catalog
  /** What to keep when nothing has changed; absent: write a generation in any case. */
  readonly manifest?: Manifest
}

export interface UpdateContext {
  readonly folder: IndexFolder
  /** Absolute path. */
  readonly corpus: string
  readonly userDictionary: string | undefined
  /** SHA-256 of the user dictionary, '' without one. */
  readonly dictionary: string
  readonly workforce: Workforce
  readonly names: FileNames
  readonly report: Report
}

export interface UpdateResult {
  readonly manifest: Manifest
  readonly added: number
  readonly updated: number
  readonly removed: number
  readonly unchanged: number
  /** Articles read again because the furniture of their site is known better now. */
  readonly reread: number
  readonly failures: readonly Failure[]
  readonly corpusBytes: number
}

/** Files whose fronts are read as one task; articles that make one segment of a full build. */
const FILES_A_TASK = 2000
const ARTICLES_A_SEGMENT = 4096
const SAMPLED_PAGES_A_TASK = 600

export async function updateIndex(
  context: UpdateContext,
  base: Base,
  found: Awaited<ReturnType<typeof findArticles>>,
): Promise<UpdateResult> {
  const changes = compareFiles(base.catalog, found.files)
  refuseEmptyFolder(context, base, found.files)
  const heads = await readHeads(context, changes.changed)
  const files = [...changes.kept, ...heads.files].sort((a, b) => compareText(a.path, b.path))
  const sites = await learn(context, base.catalog, files)
  const touched = touchedArticles(base.catalog, changes.removed, changes.changed, heads.files)
  const resited = articlesOf(files, changedSites(base.catalog.sites, sites))
  const affected = new Set([...touched, ...resited])
  const groups = groupArticles(files, affected)
  const written = await writeSegments(context, groups, sites)
  const catalog: Catalog = { files: new Map(files.map((file) => [file.path, file])), sites }
  const before = new Set([...base.catalog.files.values()].map((file) => file.articleId))
  const after = new Set(files.map((file) => file.articleId).filter((id) => !written.lost.has(id)))
  const manifest = await commitChanges(context, base, {
    affected,
    written: written.segments,
    catalog,
  })
  return {
    manifest,
    added: count(after, (id) => !before.has(id)),
    updated: count(after, (id) => before.has(id) && touched.has(id)),
    removed: count(before, (id) => !after.has(id)),
    unchanged: count(after, (id) => before.has(id) && !touched.has(id)),
    reread: count(resited, (id) => before.has(id) && !touched.has(id)),
    failures: [...found.problems, ...heads.failures, ...written.failures],
    corpusBytes: found.files.reduce((sum, file) => sum + file.sizeBytes, 0),
  }
}

/** A folder that is suddenly empty is rather a disk that is not mounted than an archive thrown away. */
function refuseEmptyFolder(
  { corpus }: UpdateContext,
  { catalog }: Base,
  files: readonly FoundFile[],
): void {
  if (files.length > 0 || catalog.files.size === 0) return
  throw new SouwenError(
    'corpus-missing',
    `${corpus}: holds no articles, but the index knows ${catalog.files.size} files of it; nothing was changed. If that is meant, run "souwen index --full"`,
  )
}

async function readHeads(context: UpdateContext, files: readonly FoundFile[]) {
  const { workforce, corpus, report } = context
  const bytesTotal = sizeOf(files)
  let [done, bytes] = [0, 0]
  const results = await inParallel(
    workforce.width,
    slices(files, FILES_A_TASK),
    (slice) => workforce.readHeads({ corpus, files: slice }),
    (slice) =>
      report('finding', (done += slice.length), files.length, (bytes += sizeOf(slice)), bytesTotal),
  )
  return {
    files: results.flatMap((result) => result.files),
    failures: results.flatMap((result) => result.failures),
  }
}

/** The furniture of every site, learned anew where its sample is another. */
async function learn(
  context: UpdateContext,
  catalog: Catalog,
  files: readonly CatalogFile[],
): Promise<ReadonlyMap<string, Site>> {
  const { workforce, corpus, report } = context
  const samples = chooseSamples(files)
  const wanted = samplesToLearn(samples, catalog.sites).toSorted((a, b) =>
    compareText(a.key, b.key),
  )
  const total = wanted.reduce((sum, sample) => sum + sample.paths.length, 0)
  const learned = new Map<string, Uint32Array>()
  let done = 0
  await inParallel(
    workforce.width,
    slices(wanted, SAMPLED_PAGES_A_TASK, (sample) => sample.paths.length),
    (slice) => workforce.learnSites({ corpus, samples: slice }),
    (slice, furniture) => {
      for (const [i, sample] of slice.entries()) {
        learned.set(sample.key, furniture[i] ?? new Uint32Array(0))
        done += sample.paths.length
      }
      report('learning', done, total, 0, 0)
    },
  )
  const sites = new Map<string, Site>()
  for (const key of [...samples.keys()].sort(compareText)) {
    const sample = samples.get(key)?.signature ?? ''
    const furniture = learned.get(key) ?? catalog.sites.get(key)?.furniture ?? new Uint32Array(0)
    sites.set(key, { sample, furniture })
  }
  return sites
}

/** Articles whose files came, changed or went. */
function touchedArticles(
  catalog: Catalog,
  removed: readonly CatalogFile[],
  changed: readonly FoundFile[],
  read: readonly CatalogFile[],
): ReadonlySet<string> {
  const before = changed
    .map((file) => catalog.files.get(file.path))
    .filter((file) => file !== undefined)
  return new Set([...removed, ...before, ...read].map((file) => file.articleId))
}

function articlesOf(
  files: readonly CatalogFile[],
  sites: ReadonlySet<string>,
): ReadonlySet<string> {
  const concerned = files.filter((file) => file.siteKeys.some((key) => sites.has(key)))
  return new Set(concerned.map((file) => file.articleId))
}

async function writeSegments(
  context: UpdateContext,
  groups: readonly ArticleFiles[],
  sites: ReadonlyMap<string, Site>,
) {
  const { workforce, report, names, folder } = context
  const filesIn = (slice: readonly ArticleFiles[]) => slice.flatMap((group) => group.files)
  const all = filesIn(groups)
  const bytesTotal = sizeOf(all)
  let [done, bytes] = [0, 0]
  const tasks = slices(groups, ARTICLES_A_SEGMENT).map((articles) => ({
    name: names.next('segment'),
    articles,
  }))
  const results = await inParallel(
    workforce.width,
    tasks,
    ({ name, articles }) =>
      workforce.writeSegment(segmentTask(context, join(folder.path, name), articles, sites)),
    ({ articles }) => {
      const files = filesIn(articles)
      report('reading', (done += files.length), all.length, (bytes += sizeOf(files)), bytesTotal)
    },
  )
  const segments = results.map(
    ({ articles, byteLength }, i): SegmentEntry => ({
      name: tasks[i]?.name ?? '',
      articles,
      deleted: 0,
      byteLength,
    }),
  )
  return {
    segments: segments.filter((segment) => segment.articles > 0),
    failures: results.flatMap((result) => result.failures),
    lost: new Set(results.flatMap((result) => result.lost)),
  }
}

function segmentTask(
  { corpus, userDictionary }: UpdateContext,
  target: string,
  articles: readonly ArticleFiles[],
  sites: ReadonlyMap<string, Site>,
): SegmentTask {
  const furniture = new Map<string, Uint32Array>()
  for (const { files } of articles) {
    for (const key of files.flatMap((file) => file.siteKeys)) {
      const site = sites.get(key)
      if (site !== undefined) furniture.set(key, site.furniture)
    }
  }
  return { corpus, target, articles, furniture, userDictionary }
}

interface Written {
  readonly affected: ReadonlySet<string>
  readonly written: readonly SegmentEntry[]
  readonly catalog: Catalog
}

async function commitChanges(
  context: UpdateContext,
  base: Base,
  changes: Written,
): Promise<Manifest> {
  const { folder, names, corpus, dictionary, report } = context
  const nothing = changes.affected.size === 0 && sameFiles(base.catalog, changes.catalog)
  if (base.manifest !== undefined && nothing && base.corpus === corpus) return base.manifest
  report('merging', 0, changes.written.length, 0, 0)
  const old = await deleteArticles(folder, base.segments, changes.affected, names)
  const kept = old.filter((entry) => entry.deleted < entry.articles)
  const fresh =
    changes.written.length > 1
      ? await mergeInto(folder, changes.written, names)
      : changes.written[0]
  const segments = await tidy(folder, fresh === undefined ? kept : [...kept, fresh], names)
  const { catalog } = changes
  return commit(
    folder,
    { generation: base.generation + 1, corpus, dictionary, segments, catalog },
    names,
  )
}

function sameFiles(a: Catalog, b: Catalog): boolean {
  if (a.files.size !== b.files.size) return false
  for (const [path, file] of a.files) {
    const other = b.files.get(path)
    if (other?.sizeBytes !== file.sizeBytes || other.modifiedMs !== file.modifiedMs) return false
  }
  return true
}

/** Merges while the policy says so. */
async function tidy(
  folder: IndexFolder,
  segments: readonly SegmentEntry[],
  names: FileNames,
): Promise<readonly SegmentEntry[]> {
  const chosen = chooseMerge(segments)
  if (chosen.length === 0) return segments
  const merged = await mergeInto(folder, chosen, names)
  const rest = segments.filter((segment) => !chosen.includes(segment))
  return tidy(folder, merged === undefined ? rest : [...rest, merged], names)
}

/** Consecutive parts of a list, each of about the given weight; an item weighs 1 unless told otherwise. */
function slices<Item>(
  items: readonly Item[],
  weight: number,
  weigh: (item: Item) => number = () => 1,
): readonly (readonly Item[])[] {
  const parts: Item[][] = []
  let filled = weight
  for (const item of items) {
    if (filled >= weight) {
      parts.push([])
      filled = 0
    }
    parts.at(-1)?.push(item)
    filled += weigh(item)
  }
  return parts
}

function sizeOf(files: readonly { readonly sizeBytes: number }[]): number {
  return files.reduce((sum, file) => sum + file.sizeBytes, 0)
}

function count(ids: ReadonlySet<string>, matches: (id: string) => boolean): number {
  let total = 0
  for (const id of ids) if (matches(id)) total++
  return total
}
