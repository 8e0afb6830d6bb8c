/** Counts the articles of a generation whose fetch failed. */

import { isWithoutArticle } from '../index/columns/statuses.ts'
import { createBlockCache } from '../index/files/block-cache.ts'
import type { IndexFolder } from '../index/files/byte-source.ts'
import type { Manifest } from '../index/files/manifest.ts'
import { readDeletions } from '../index/generation/deletions.ts'
import { openSegment } from '../index/segment/segment.ts'

export async function countFetchFailures(folder: IndexFolder, manifest: Manifest): Promise<number> {
  const cache = createBlockCache(0)
  let failed = 0
  for (const entry of manifest.segments) {
    const deleted = await readDeletions(folder, entry, cache)
    const segment = await openSegment(folder, entry.name, cache)
    const statuses = await segment.column('statuses')
    await segment.close()
    for (let article = 0; article < statuses.length; article++)
      if (isWithoutArticle(statuses[article]) && !deleted.has(article)) failed++
  }
  return failed
}
