/** Merges segments of an index folder into a new one. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { nodeDeflate } from '../../index/disk/deflate.ts'
import { createBlockCache } from '../../index/files/block-cache.ts'
import type { IndexFolder } from '../../index/files/byte-source.ts'
import { type Container, openContainer } from '../../index/files/container.ts'
import type { SegmentEntry } from '../../index/files/manifest.ts'
import { readDeletions } from '../../index/generation/deletions.ts'
import { type MergeInput, mergePairs, mergeSegments } from '../../index/merge/merge-segments.ts'
import { openSegment } from '../../index/segment/segment.ts'
import type { FileNames } from './index-files.ts'
import { writeIndexFile } from './index-files.ts'

/** Merges the pairs of segments into the file `name` of the folder, in another thread. */
export type PairsMerger = (segments: readonly SegmentEntry[], name: string) => Promise<unknown>

/** Returns undefined when none of their articles is left. */
export async function mergeInto(
  folder: IndexFolder,
  segments: readonly SegmentEntry[],
  names: FileNames,
  merger?: PairsMerger,
): Promise<SegmentEntry | undefined> {
  const articles = segments.reduce((sum, entry) => sum + entry.articles - entry.deleted, 0)
  if (articles === 0) return undefined
  const inputs = await openInputs(folder, segments)
  const name = names.next('segment')
  const pairs = merger && startMergingPairs(folder, `${name}.new`, (file) => merger(segments, file))
  try {
    const byteLength = await writeIndexFile(join(folder.path, name), (container) =>
      mergeSegments(inputs, container, nodeDeflate, pairs?.container),
    )
    return { name, articles, deleted: 0, byteLength }
  } finally {
    await pairs?.remove()
    for (const { segment } of inputs) await segment.close()
  }
}

/** Writes the merged pairs of the segments into the file `name`: the work of a PairsMerger. */
export async function writePairs(
  folder: IndexFolder,
  segments: readonly SegmentEntry[],
  name: string,
): Promise<void> {
  const inputs = await openInputs(folder, segments)
  try {
    await writeIndexFile(join(folder.path, name), (container) => mergePairs(inputs, container))
  } finally {
    for (const { segment } of inputs) await segment.close()
  }
}

async function openInputs(
  folder: IndexFolder,
  segments: readonly SegmentEntry[],
): Promise<readonly MergeInput[]> {
  const cache = createBlockCache(0)
  return Promise.all(
    segments.map(async (entry) => {
      const deleted = await readDeletions(folder, entry, cache)
      const segment = await openSegment(folder, entry.name, cache)
      return { segment, isDeleted: (article: number) => deleted.has(article) }
    }),
  )
}

/** Begins at once; the file goes when it has been copied, or with the next run. */
function startMergingPairs(
  folder: IndexFolder,
  name: string,
  write: (name: string) => Promise<unknown>,
): { container(): Promise<Container>; remove(): Promise<void> } {
  const written = write(name)
  // An error is thrown by `container`; this only prevents an unhandled rejection before it is called.
  written.catch(() => undefined)
  let open: Container | undefined
  return {
    async container() {
      await written
      open = await openContainer(await folder.open(name), createBlockCache(0))
      return open
    },
    async remove() {
      await written.catch(() => undefined)
      await open?.close()
      rmSync(join(folder.path, name), { force: true })
    },
  }
}
