/**
 * Brings an index up to date with its corpus: finds what changed, learns what comes back on the pages of a site, reads and
 * cuts the articles concerned, and commits. A full build is an update of nothing.
 */

import type { FoundFile } from '../corpus/discover.ts'
import { SouwenError } from '../errors.ts'
import type { Manifest } from '../index/manifest.ts'
import type { Catalog, CatalogFile } from './catalog.ts'
import { type Base, type Changed, commitChanges, isTidy } from './commit-changes.ts'
import { sizeOf, type UpdateContext } from './context.ts'
import { learn } from './learn.ts'
import {
  type ArticleFiles,
  compareFiles,
  compareText,
  groupArticles,
  isEmpty,
  mergeByPath,
} from './plan.ts'
import { readHeads } from './read-heads.ts'
import type { Failure } from './read-versions.ts'
import { changedSites } from './samples.ts'
import { writeSegments } from './write-segments.ts'

export interface UpdateResult {
  readonly manifest: Manifest
  readonly added: number
  readonly updated: number
  readonly removed: number
  readonly unchanged: number
  readonly reread: number
  readonly failures: readonly Failure[]
  readonly corpusBytes: number
}

export async function updateIndex(
  context: UpdateContext,
  base: Base,
  found: Found,
): Promise<UpdateResult> {
  const cut = await cutChanges(context, base, found)
  if ('manifest' in cut) return cut
  const manifest = await commitChanges(context, base, cut.changed)
  return { manifest, ...cut.counts }
}

interface Cut {
  readonly changed: Changed
  readonly counts: Omit<UpdateResult, 'manifest'>
}

/**
 * Everything up to the segments of what changed; a result when nothing did. Apart from committing, which needs the memory of
 * all that this holds: half a kilobyte a file.
 */
async function cutChanges(
  context: UpdateContext,
  base: Base,
  { files: unordered, problems }: Found,
): Promise<UpdateResult | Cut> {
  const found = [...unordered].sort((a, b) => compareText(a.path, b.path))
  refuseEmptyFolder(context, base, found)
  const changes = compareFiles(base.catalog.files, found)
  const mayStay = base.corpus === context.corpus && isTidy(context, base)
  if (base.manifest !== undefined && mayStay && isEmpty(changes))
    return unchanged(base.manifest, base.catalog, { files: found, problems })
  const heads = await readHeads(context, changes.changed)
  const files = mergeByPath(changes.kept, heads.files)
  const touched = idsOf([...changes.outdated, ...heads.files])
  const concerned = [...changes.outdated, ...ofArticles(files, touched)]
  const keys = new Set(concerned.flatMap((file) => file.siteKeys))
  const sites = await learn(context, base.catalog, files, keys)
  const resited = articlesOf(files, changedSites(base.catalog.sites, sites))
  const affected = new Set([...touched, ...resited])
  const groups = groupArticles(ofArticles(files, affected)).map((group) =>
    touched.has(group.id) ? group : withContent(group),
  )
  const written = await writeSegments(context, groups, sites)
  // Merging needs the memory that their threads hold.
  await context.workforce.close()
  const used = withContents(without(files, written.failures), written.contents)
  const before = idsOf(ofArticles(base.catalog.files, affected))
  const after = idsOf(ofArticles(used, affected))
  const added = count(after, (id) => !before.has(id))
  const removed = count(before, (id) => !after.has(id))
  const updated = count(after, (id) => before.has(id) && touched.has(id))
  const articles = base.catalog.articles + added - removed
  return {
    changed: {
      affected: new Set(
        [...affected].filter((id) => !written.same.has(id) && (before.has(id) || after.has(id))),
      ),
      catalog: { files: used, articles, sites },
      written: written.segments,
    },
    counts: {
      added,
      updated,
      removed,
      unchanged: articles - added - updated,
      reread: count(resited, (id) => before.has(id) && !touched.has(id)),
      failures: [...problems, ...heads.failures, ...written.failures],
      corpusBytes: sizeOf(found),
    },
  }
}

interface Found {
  readonly files: readonly FoundFile[]
  readonly problems: readonly Failure[]
}

/** The same files as last time: what was learned of them, and the index, are the same too. */
function unchanged(
  manifest: Manifest,
  { articles }: Catalog,
  { files, problems }: Found,
): UpdateResult {
  return {
    manifest,
    added: 0,
    updated: 0,
    removed: 0,
    unchanged: articles,
    reread: 0,
    failures: problems,
    corpusBytes: sizeOf(files),
  }
}

function idsOf(files: readonly CatalogFile[]): ReadonlySet<string> {
  return new Set(files.map((file) => file.articleId))
}

function ofArticles(
  files: readonly CatalogFile[],
  ids: ReadonlySet<string>,
): readonly CatalogFile[] {
  return files.filter((file) => ids.has(file.articleId))
}

/** An article that is only read because its site is known better now: most come out as they were. */
function withContent(group: ArticleFiles): ArticleFiles {
  const content = group.files[0]?.content
  return content === undefined ? group : { ...group, content }
}

/** With what the index holds now of the articles that were written. */
function withContents(
  files: readonly CatalogFile[],
  contents: ReadonlyMap<string, string>,
): readonly CatalogFile[] {
  return files.map((file) => {
    const content = contents.get(file.articleId)
    return content === undefined ? file : { ...file, content }
  })
}

/** What could not be read is left out of the catalog, so that the next run tries it, and reports it, again. */
function without(
  files: readonly CatalogFile[],
  failures: readonly Failure[],
): readonly CatalogFile[] {
  const failed = new Set(failures.map((failure) => failure.path))
  return failed.size === 0 ? files : files.filter((file) => !failed.has(file.path))
}

/** A folder that is suddenly empty is rather a disk that is not mounted than an archive thrown away. */
function refuseEmptyFolder(
  { corpus }: UpdateContext,
  { catalog }: Base,
  files: readonly FoundFile[],
): void {
  if (files.length > 0 || catalog.files.length === 0) return
  throw new SouwenError(
    'corpus-missing',
    `${corpus}: holds no articles, but the index knows ${catalog.files.length} files of it; nothing was changed. If that is meant, run "souwen index --full"`,
  )
}

function articlesOf(
  files: readonly CatalogFile[],
  sites: ReadonlySet<string>,
): ReadonlySet<string> {
  if (sites.size === 0) return new Set()
  return idsOf(files.filter((file) => file.siteKeys.some((key) => sites.has(key))))
}

function count(ids: ReadonlySet<string>, matches: (id: string) => boolean): number {
  let total = 0
  for (const id of ids) if (matches(id)) total++
  return total
}
