/** A generation of an index, open for reading: its segments, what is deleted in each, and figures over all of them. */

import { SouwenError } from '../../errors.ts'
import type { Memory } from '../../memory/memory.ts'
import type { Bitmap } from '../columns/bitmap.ts'
import { createBlockCache } from '../files/block-cache.ts'
import type { IndexFolder } from '../files/byte-source.ts'
import { mixedUpFile } from '../files/damage.ts'
import { type Manifest, readManifest } from '../files/manifest.ts'
import { markOf, type SegmentKeeper, segmentKeeper } from '../segment/kept-segments.ts'
import type { Segment } from '../segment/segment.ts'
import { readDeletions } from './deletions.ts'
import { type DuplicateRows, readDuplicates } from './duplicates.ts'
import { readSuggestions, type SuggestionData } from './suggestions.ts'

export interface LiveSegment {
  readonly segment: Segment
  readonly deleted: Bitmap
  readonly deletedCount: number
}

export interface Snapshot {
  /** The budget of what is kept of it. */
  readonly memory: Memory
  readonly manifest: Manifest
  readonly segments: readonly LiveSegment[]
  readonly duplicates: DuplicateRows
  /** How many articles are not deleted. */
  readonly articles: number
  /** The length of all segments' files. */
  readonly byteLength: number
  /** The file is read when it is asked for the first time. */
  suggestions(): Promise<SuggestionData>
  /** A text that is the same for generations with the same suggestions. */
  suggestionsMark(): Promise<string>
  close(): Promise<void>
}

/** An attempt fails when a writer replaces the generation meanwhile; so many in a row are no accident. */
const MOST_ATTEMPTS = 10

/**
 * Opens the newest generation. Rejects with SouwenError (index-missing, index-damaged, index-newer, index-older).
 * @param keeper has the segments of other generations that are open
 */
export async function openSnapshot(
  folder: IndexFolder,
  keeper = segmentKeeper(),
): Promise<Snapshot> {
  for (let attempt = 1; ; attempt++) {
    const manifest = await readManifest(folder)
    if (manifest === undefined) {
      throw new SouwenError(
        'index-missing',
        `${folder.path}: no index here; build one with "souwen index"`,
      )
    }
    try {
      return await openGeneration(folder, manifest, keeper)
    } catch (error) {
      // A writer may have replaced the generation, and removed its files, since the manifest was read.
      const newest = await readManifest(folder)
      if (attempt === MOST_ATTEMPTS || newest?.generation === manifest.generation) throw error
    }
  }
}

async function openGeneration(
  folder: IndexFolder,
  manifest: Manifest,
  keeper: SegmentKeeper,
): Promise<Snapshot> {
  const segments: LiveSegment[] = []
  // It is opened now and read later, when a new generation may have removed it.
  const suggestionSource = await folder.open(manifest.suggestions)
  let suggestions: Promise<SuggestionData> | undefined
  let duplicates: DuplicateRows = new Uint32Array(0)
  const close = async () => {
    await suggestionSource.close()
    for (const { segment } of segments) await segment.close()
  }
  try {
    for (const entry of manifest.segments) segments.push(await openLive(folder, entry, keeper))
    duplicates = await readDuplicates(folder, manifest, createBlockCache(0))
  } catch (error) {
    await close()
    throw error
  }
  const articles = manifest.segments.reduce((sum, entry) => sum + entry.articles - entry.deleted, 0)
  const byteLength = manifest.segments.reduce((sum, entry) => sum + entry.byteLength, 0)
  return {
    memory: keeper.memory,
    manifest,
    segments,
    duplicates,
    articles,
    byteLength,
    suggestions: () => (suggestions ??= readSuggestions(suggestionSource)),
    suggestionsMark: () => markOf(suggestionSource),
    close,
  }
}

async function openLive(
  folder: IndexFolder,
  entry: Manifest['segments'][number],
  keeper: SegmentKeeper,
): Promise<LiveSegment> {
  const deleted = await readDeletions(folder, entry, createBlockCache(0))
  const segment = await keeper.open(folder, entry.name)
  if (segment.byteLength === entry.byteLength && segment.meta.articles === entry.articles)
    return { segment, deleted, deletedCount: entry.deleted }
  await segment.close()
  throw mixedUpFile(entry.name)
}
