/** Writes what has changed as the next generation: deletions, merges, the catalog, the files about all segments, the manifest. */

import type { Manifest, SegmentEntry } from '../../index/files/manifest.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { areSameFiles } from '../catalog/changes.ts'
import type { IdTable } from '../catalog/id-table.ts'
import { mergeInto, type PairsMerger } from '../disk/merge-into.ts'
import { chooseMerge, mergeAll } from '../disk/merge-policy.ts'
import { updateDuplicates } from '../duplicates/update-duplicates.ts'
import { updateSuggestions } from '../suggestions/update-suggestions.ts'
import type { TaskRunner } from '../threads/worker-pool.ts'
import type { UpdateContext } from './update-context.ts'
import { deleteArticles, writeCatalogFile, writeManifest } from './write-generation.ts'

/** The state to start from: what the index holds, or nothing. */
export interface BaseState {
  readonly generation: number
  /** Absolute path of the corpus that the catalog is of. */
  readonly corpus: string
  readonly segments: readonly SegmentEntry[]
  readonly catalog: Catalog
  /** The generation to keep when nothing has changed; absent: a new one is written in any case. */
  readonly manifest?: Manifest
}

export interface ChangedState {
  /** Ids of articles that came, changed or went. */
  readonly affected: IdTable
  /** Ids of affected articles that the old segments hold. */
  readonly outdated: IdTable
  readonly written: readonly SegmentEntry[]
  readonly catalog: Catalog
}

/** Writes the next generation, or keeps the one there is when it would be the same. */
export async function commitChanges(
  context: UpdateContext,
  base: BaseState,
  changed: ChangedState,
): Promise<Manifest> {
  const { folder, names, corpus, dictionary, synonyms, report } = context
  const { affected, catalog, ...segments } = changed
  const nothing = affected.size === 0 && areSameFiles(base.catalog.files, catalog.files)
  if (base.manifest !== undefined && nothing && base.corpus === corpus && isTidy(context, base))
    return base.manifest
  report({ phase: 'merging', filesDone: 0, filesTotal: 0, bytesDone: 0, bytesTotal: 0 })
  const [catalogName, rest] = await settleBoth(
    // The catalog is packed in another thread meanwhile.
    writeCatalogFile(folder, names, catalog),
    writeSegmentFiles(context, base, { affected, ...segments }),
  )
  return writeManifest(
    folder,
    {
      generation: base.generation + 1,
      corpus,
      dictionary,
      synonyms,
      catalog: catalogName,
      ...rest,
    },
    names,
  )
}

/** Waits for both, also when one fails: nothing may be written here once the lock is released. */
async function settleBoth<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second])
  return Promise.all([first, second])
}

/** The segments of the new generation, and the files about all of them. */
async function writeSegmentFiles(
  context: UpdateContext,
  base: BaseState,
  { affected, outdated, written }: Omit<ChangedState, 'catalog'>,
) {
  const { folder, names, optimize, pool } = context
  const runner = pool.runnerFor(affected.size)
  const old = await deleteArticles(folder, base.segments, outdated, names)
  const fresh =
    written.length > 1
      ? await mergeInto(folder, written, names, pairsMerger(context, runner))
      : written[0]
  const kept = old.filter((entry) => entry.deleted < entry.articles)
  const segments = await mergeByPolicy(context, fresh === undefined ? kept : [...kept, fresh])
  // This frees the memory of the thread that merged pairs, which the two steps below need.
  await pool.close()
  const [suggestions, duplicates] = await settleBoth(
    updateSuggestions(folder, names, {
      segments,
      known: optimize ? undefined : base.manifest,
      changed: affected.size,
      gather: () => runner.gatherSuggestions({ folder: folder.path, segments }),
    }),
    updateDuplicates(folder, names, { segments, before: base.manifest, changed: affected }),
  )
  return { segments, duplicates, ...suggestions }
}

/** A worker thread merges the pairs, if there is one. */
function pairsMerger({ folder }: UpdateContext, runner: TaskRunner): PairsMerger | undefined {
  if (runner.width === 1) return undefined
  return (segments, name) => runner.mergePairs({ folder: folder.path, segments, name })
}

/** True unless `--optimize` was asked for and there is something to merge, or the synonyms are others. */
export function isTidy(
  { optimize, synonyms }: UpdateContext,
  { segments, manifest }: BaseState,
): boolean {
  const before = manifest?.synonyms ?? []
  if (before.join('\n') !== synonyms.join('\n')) return false
  return !optimize || mergeAll(segments).length === 0
}

function chooseSegments(
  { optimize }: UpdateContext,
  segments: readonly SegmentEntry[],
): readonly SegmentEntry[] {
  return optimize ? mergeAll(segments) : chooseMerge(segments)
}

/** Merges while the policy says so. */
async function mergeByPolicy(
  context: UpdateContext,
  segments: readonly SegmentEntry[],
): Promise<readonly SegmentEntry[]> {
  const chosen = chooseSegments(context, segments)
  if (chosen.length === 0) return segments
  const merged = await mergeInto(context.folder, chosen, context.names)
  const rest = segments.filter((segment) => !chosen.includes(segment))
  return mergeByPolicy(context, merged === undefined ? rest : [...rest, merged])
}
