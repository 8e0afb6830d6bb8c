/**
 * Brings an index up to date with its corpus: finds what changed, learns what comes back on the pages of a site, reads and
 * cuts the articles concerned, and commits. A full build is an update of nothing.
 */

import { partitionPoint } from '../binary-search.ts'
import type { Discovery } from '../corpus/find/discover.ts'
import type { FileProblem } from '../corpus/find/file-problem.ts'
import type { FileList } from '../corpus/find/listing.ts'
import { elementAt, integerAt } from '../element-at.ts'
import { SouwenError } from '../errors.ts'
import { Bitmap } from '../index/columns/bitmap.ts'
import { idHalvesAt } from '../index/columns/ids.ts'
import type { Manifest } from '../index/files/manifest.ts'
import {
  articlesWhere,
  groupArticles,
  type NumberedArticles,
  type NumberedFiles,
  numberArticles,
} from './catalog/articles.ts'
import type { Catalog } from './catalog/catalog.ts'
import { CatalogFiles } from './catalog/catalog-columns.ts'
import {
  areNone,
  type Changes,
  changedFiles,
  compareFiles,
  mergeFiles,
  withKnownContents,
} from './catalog/changes.ts'
import { IdTable } from './catalog/id-table.ts'
import {
  type BaseState,
  type ChangedState,
  commitChanges,
  isTidy,
} from './phases/commit-changes.ts'
import { learnFurniture } from './phases/learn-furniture.ts'
import { readHeads } from './phases/read-heads.ts'
import { changedSites } from './phases/samples.ts'
import type { UpdateContext } from './phases/update-context.ts'
import { type WrittenSegments, writeSegments } from './phases/write-segments.ts'

export interface UpdateResult {
  readonly manifest: Manifest
  readonly added: number
  readonly updated: number
  readonly removed: number
  readonly unchanged: number
  readonly reread: number
  readonly problems: readonly FileProblem[]
  readonly corpusBytes: number
}

export async function updateIndex(
  context: UpdateContext,
  base: BaseState,
  found: Discovery,
): Promise<UpdateResult> {
  const cut = await cutChanges(context, base, found)
  if ('manifest' in cut) return cut
  const manifest = await commitChanges(context, base, cut.changed)
  return { manifest, ...cut.counts }
}

interface CutChanges {
  readonly changed: ChangedState
  readonly counts: Omit<UpdateResult, 'manifest'>
}

/** Everything up to the segments of what changed; a result when nothing did. */
async function cutChanges(
  context: UpdateContext,
  base: BaseState,
  discovery: Discovery,
): Promise<UpdateResult | CutChanges> {
  const { files: found, problems } = discovery
  const known = base.catalog.files
  refuseEmptyFolder(context, base, found)
  const changes = compareFiles(known, discovery)
  const mayStay = base.corpus === context.corpus && isTidy(context, base)
  if (base.manifest !== undefined && mayStay && areNone(changes))
    return unchanged(base.manifest, base.catalog, discovery)
  const corpusBytes = found.sizeBytes
  const { articles, touched, keys, unread } = await readChanges(context, known, found, changes)
  const sites = await learnFurniture(context, base.catalog, articles.now, keys)
  const resited = articlesOfSites(articles, changedSites(base.catalog.sites, sites))
  const work = { articles, touched, resited }
  const written = await writeSegments(context, selectArticles(work), sites)
  // Merging needs the memory that their threads hold.
  await context.pool.close()
  const { files, affected, outdated, ...counts } = summarizeArticles(work, written)
  const total = base.catalog.articles + counts.added - counts.removed
  return {
    changed: {
      affected,
      outdated,
      catalog: { files, articles: total, sites },
      written: written.segments,
    },
    counts: {
      ...counts,
      unchanged: total - counts.added - counts.updated,
      problems: [...problems, ...unread, ...written.problems],
      corpusBytes,
    },
  }
}

/**
 * Reads the heads of changed files and numbers all articles. It is a function of its own so that the columns of changed files
 * are freed when it returns.
 */
async function readChanges(
  context: UpdateContext,
  known: CatalogFiles,
  found: FileList,
  changes: Changes,
) {
  const heads = await readHeads(context, changedFiles(found, changes))
  const records = withKnownContents(known.records, changes, heads.files.records)
  const files = new CatalogFiles(heads.files.list, records)
  const articles = numberArticles(known, mergeFiles(known, found, changes, { ...heads, files }))
  const touched = articlesTouchedBy(changes, articles, files)
  return { articles, touched, keys: siteKeysOf(articles, changes, touched), unread: heads.problems }
}

/** The same files as last time: what was learned of them, and the index, are the same too. */
function unchanged(
  manifest: Manifest,
  { articles }: Catalog,
  { files, problems }: Discovery,
): UpdateResult {
  return {
    manifest,
    added: 0,
    updated: 0,
    removed: 0,
    unchanged: articles,
    reread: 0,
    problems,
    corpusBytes: files.sizeBytes,
  }
}

/** The articles of files that came, changed or went. */
function articlesTouchedBy(
  { outdated }: Changes,
  { ids, before }: NumberedArticles,
  { records, length }: CatalogFiles,
): Bitmap {
  const touched = new Bitmap(ids.size)
  for (const row of outdated) touched.add(integerAt(before.articles, row))
  for (let row = 0; row < length; row++) {
    const article = ids.find(...idHalvesAt(records.ids, row))
    if (article >= 0) touched.add(article)
  }
  return touched
}

/** The keys of the sites that such files, and all others of their articles, are or were of. */
function siteKeysOf(
  { before, now }: NumberedArticles,
  { outdated }: Changes,
  touched: Bitmap,
): ReadonlySet<string> {
  const combinations = new Set(outdated.map((row) => before.files.siteKeysAt(row)))
  for (let row = 0; row < now.articles.length; row++)
    if (touched.has(integerAt(now.articles, row))) combinations.add(now.files.siteKeysAt(row))
  return new Set([...combinations].flat())
}

function articlesOfSites({ ids, now }: NumberedArticles, sites: ReadonlySet<string>): Bitmap {
  const { records } = now.files
  const isOfThem = records.siteKeys.map((keys) => keys.some((key) => sites.has(key)))
  return articlesWhere(now, ids.size, (row) => elementAt(isOfThem, integerAt(records.sites, row)))
}

interface ArticleWork {
  readonly articles: NumberedArticles
  /** Articles whose files came, changed or went. */
  readonly touched: Bitmap
  /** Articles of sites whose furniture has changed. */
  readonly resited: Bitmap
}

function selectArticles({ articles: { ids, now }, touched, resited }: ArticleWork) {
  const wanted = articlesWhere(now, ids.size, (_, each) => touched.has(each) || resited.has(each))
  return { groups: groupArticles(now, wanted), count: ids.size }
}

/** The files that the next catalog knows, and what became of the articles. */
function summarizeArticles({ articles, touched, resited }: ArticleWork, written: WrittenSegments) {
  const { ids, before, now } = articles
  const { same, held } = written
  const failed = rowsOfPaths(now, written)
  const had = articlesWhere(before, ids.size, () => true)
  const has = articlesWhere(now, ids.size, (row) => !failed.has(row))
  const [affected, outdated] = [new IdTable(), new IdTable()]
  const counts = { added: 0, updated: 0, removed: 0, reread: 0 }
  for (let article = 0; article < ids.size; article++) {
    const isTouched = touched.has(article)
    if (!isTouched && !resited.has(article)) continue
    const [came, is] = [had.has(article), has.has(article)]
    if (!came && !is) continue
    if (held.has(article)) continue
    if (!same.has(article)) {
      affected.add(...ids.halvesAt(article))
      if (came) outdated.add(...ids.halvesAt(article))
    }
    if (!came) counts.added++
    else if (!is) counts.removed++
    else if (isTouched && !same.has(article)) counts.updated++
    else counts.reread++
  }
  return {
    files: now.files
      .withContents(now.articles, written.contents)
      .readAgain(now.articles, held)
      .without(failed),
    affected,
    outdated,
    ...counts,
  }
}

/**
 * Files that could not be read are left out of the catalog, so that the next run tries and reports them again; not those of
 * articles that are held.
 */
function rowsOfPaths(
  { files: { list }, articles }: NumberedFiles,
  { problems, held }: WrittenSegments,
): ReadonlySet<number> {
  const rowOf = ({ path }: FileProblem) =>
    partitionPoint(list.length, (row) => list.paths.at(row) >= path)
  return new Set(problems.map(rowOf).filter((row) => !held.has(articles[row] ?? 0)))
}

/** A folder that is suddenly empty is rather a disk that is not mounted than an archive thrown away. */
function refuseEmptyFolder(
  { corpus }: UpdateContext,
  { catalog }: BaseState,
  files: FileList,
): void {
  if (files.length > 0 || catalog.files.length === 0) return
  throw new SouwenError(
    'corpus-missing',
    `${corpus}: holds no articles, but the index knows ${catalog.files.length} files of it; nothing was changed. If that is meant, run "souwen index --full"`,
  )
}
