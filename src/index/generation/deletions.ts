/** Reads the file that says which articles of a segment are deleted: section `deleted`, a bitmap. */

import { Bitmap } from '../columns/bitmap.ts'
import type { BlockCache } from '../files/block-cache.ts'
import type { IndexFolder } from '../files/byte-source.ts'
import { openContainer } from '../files/container.ts'
import { mixedUpFile } from '../files/damage.ts'
import type { SegmentEntry } from '../files/manifest.ts'

/** Resolves to the deleted articles of a segment. Rejects with SouwenError (index-damaged) when they are not as many as the manifest says. */
export async function readDeletions(
  folder: IndexFolder,
  entry: SegmentEntry,
  cache: BlockCache,
): Promise<Bitmap> {
  if (entry.deletions === undefined) return new Bitmap(entry.articles)
  const container = await openContainer(await folder.open(entry.deletions), cache)
  try {
    const section = container.section('deleted')
    const bytes = await section.readAll()
    if (countBits(bytes) !== entry.deleted) throw mixedUpFile(entry.deletions)
    return new Bitmap(entry.articles, bytes)
  } finally {
    await container.close()
  }
}

function countBits(bytes: Uint8Array): number {
  let count = 0
  for (let byte of bytes) for (; byte > 0; byte >>>= 1) count += byte & 1
  return count
}
