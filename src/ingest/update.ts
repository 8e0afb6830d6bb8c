/**
 * Brings an index up to date with its corpus: finds what changed, learns what comes back on the pages of a site, reads and
 * cuts the articles concerned, and commits. A full build is an update of nothing.
 */

import type { FoundFile } from '../corpus/discover.ts'
import { SouwenError } from '../errors.ts'
import type { Manifest, SegmentEntry } from '../index/manifest.ts'
import type { Catalog, CatalogFile } from './catalog.ts'
import { commit, deleteArticles, mergeInto } from './commit.ts'
import { sizeOf, type UpdateContext } from './context.ts'
import { learn } from './learn.ts'
import { chooseMerge, mergeAll } from './merge-policy.ts'
import { type ArticleFiles, compareFiles, compareText, groupArticles, isEmpty } from './plan.ts'
import { readHeads } from './read-heads.ts'
import type { Failure } from './read-versions.ts'
import { changedSites } from './samples.ts'
import { updateDuplicates } from './update-duplicates.ts'
import { updateSuggestions } from './update-suggestions.ts'
import { writeSegments } from './write-segments.ts'

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
  found: { readonly files: readonly FoundFile[]; readonly problems: readonly Failure[] },
): Promise<UpdateResult> {
  refuseEmptyFolder(context, base, found.files)
  const changes = compareFiles(base.catalog, found.files)
  const mayStay = base.corpus === context.corpus && isTidy(context, base)
  if (base.manifest !== undefined && mayStay && isEmpty(changes))
    return unchanged(base.manifest, base.catalog, found)
  const heads = await readHeads(context, changes.changed)
  const files = [...changes.kept, ...heads.files].sort((a, b) => compareText(a.path, b.path))
  const sites = await learn(context, base.catalog, files)
  const touched = touchedArticles(base.catalog, changes.removed, changes.changed, heads.files)
  const resited = articlesOf(files, changedSites(base.catalog.sites, sites))
  const affected = new Set([...touched, ...resited])
  const groups = groupArticles(files, affected).map((group) =>
    touched.has(group.id) ? group : withContent(group, base.catalog),
  )
  const written = await writeSegments(context, groups, sites)
  // Merging needs the memory that their threads hold.
  await context.workforce.close()
  const used = without(files, written.failures)
  const before = new Set([...base.catalog.files.values()].map((file) => file.articleId))
  const after = new Set(used.map((file) => file.articleId))
  const manifest = await commitChanges(context, base, {
    affected: new Set(
      [...affected].filter((id) => !written.same.has(id) && (before.has(id) || after.has(id))),
    ),
    catalog: {
      files: new Map(used.map((file) => [file.path, file])),
      contents: new Map([...base.catalog.contents, ...written.contents]),
      sites,
    },
    written: written.segments,
  })
  return {
    manifest,
    added: count(after, (id) => !before.has(id)),
    updated: count(after, (id) => before.has(id) && touched.has(id)),
    removed: count(before, (id) => !after.has(id)),
    unchanged: count(after, (id) => before.has(id) && !touched.has(id)),
    reread: count(resited, (id) => before.has(id) && !touched.has(id)),
    failures: [...found.problems, ...heads.failures, ...written.failures],
    corpusBytes: sizeOf(found.files),
  }
}

/** The same files as last time: what was learned of them, and the index, are the same too. */
function unchanged(
  manifest: Manifest,
  { files }: Catalog,
  found: { readonly files: readonly FoundFile[]; readonly problems: readonly Failure[] },
): UpdateResult {
  const articles = new Set<string>()
  for (const { articleId } of files.values()) articles.add(articleId)
  return {
    manifest,
    added: 0,
    updated: 0,
    removed: 0,
    unchanged: articles.size,
    reread: 0,
    failures: found.problems,
    corpusBytes: sizeOf(found.files),
  }
}

/** An article that is only read because its site is known better now: most come out as they were. */
function withContent(group: ArticleFiles, catalog: Catalog): ArticleFiles {
  const content = catalog.contents.get(group.id)
  return content === undefined ? group : { ...group, content }
}

/** What could not be read is left out of the catalog, so that the next run tries it, and reports it, again. */
function without(
  files: readonly CatalogFile[],
  failures: readonly Failure[],
): readonly CatalogFile[] {
  const failed = new Set(failures.map((failure) => failure.path))
  return files.filter((file) => !failed.has(file.path))
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

/** Articles whose files came, changed or went. */
function touchedArticles(
  catalog: Catalog,
  removed: readonly CatalogFile[],
  changed: readonly FoundFile[],
  read: readonly CatalogFile[],
): ReadonlySet<string> {
  const before = changed.flatMap((file) => catalog.files.get(file.path) ?? [])
  return new Set([...removed, ...before, ...read].map((file) => file.articleId))
}

function articlesOf(
  files: readonly CatalogFile[],
  sites: ReadonlySet<string>,
): ReadonlySet<string> {
  const concerned = files.filter((file) => file.siteKeys.some((key) => sites.has(key)))
  return new Set(concerned.map((file) => file.articleId))
}

interface Changed {
  readonly affected: ReadonlySet<string>
  readonly written: readonly SegmentEntry[]
  readonly catalog: Catalog
}

async function commitChanges(
  context: UpdateContext,
  base: Base,
  changed: Changed,
): Promise<Manifest> {
  const { folder, names, corpus, dictionary, report } = context
  const { affected, written, catalog } = changed
  const nothing = affected.size === 0 && sameFiles(base.catalog, catalog)
  if (base.manifest !== undefined && nothing && base.corpus === corpus && isTidy(context, base))
    return base.manifest
  report({ phase: 'merging', filesDone: 0, filesTotal: 0, bytesDone: 0, bytesTotal: 0 })
  const old = await deleteArticles(folder, base.segments, affected, names)
  const fresh = written.length > 1 ? await mergeInto(folder, written, names) : written[0]
  const kept = old.filter((entry) => entry.deleted < entry.articles)
  const segments = await tidy(context, fresh === undefined ? kept : [...kept, fresh])
  const duplicates = await updateDuplicates(folder, names, {
    segments,
    before: base.manifest,
    changed: affected,
  })
  const suggestions = await updateSuggestions(folder, names, {
    segments,
    known: context.optimize ? undefined : base.manifest,
    changed: affected.size,
  })
  const generation = base.generation + 1
  return commit(
    folder,
    { generation, corpus, dictionary, segments, catalog, duplicates, ...suggestions },
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

function isTidy({ optimize }: UpdateContext, { segments }: Base): boolean {
  return !optimize || mergeAll(segments).length === 0
}

function choose(
  { optimize }: UpdateContext,
  segments: readonly SegmentEntry[],
): readonly SegmentEntry[] {
  return optimize ? mergeAll(segments) : chooseMerge(segments)
}

/** Merges while the policy says so. */
async function tidy(
  context: UpdateContext,
  segments: readonly SegmentEntry[],
): Promise<readonly SegmentEntry[]> {
  const chosen = choose(context, segments)
  if (chosen.length === 0) return segments
  const merged = await mergeInto(context.folder, chosen, context.names)
  const rest = segments.filter((segment) => !chosen.includes(segment))
  return tidy(context, merged === undefined ? rest : [...rest, merged])
}

function count(ids: ReadonlySet<string>, matches: (id: string) => boolean): number {
  let total = 0
  for (const id of ids) if (matches(id)) total++
  return total
}
