/** Verifies that the catalog knows the articles that the segments hold and no others: the next run relies on it. */

import { idHalvesAt } from '../index/columns/ids.ts'
import { createBlockCache } from '../index/files/block-cache.ts'
import type { IndexFolder } from '../index/files/byte-source.ts'
import { type Manifest, readManifest, type SegmentEntry } from '../index/files/manifest.ts'
import { readDeletions } from '../index/generation/deletions.ts'
import { type Verification, verifyIndex } from '../index/generation/verify.ts'
import { openSegment } from '../index/segment/segment.ts'
import { readCatalog } from './catalog/catalog.ts'
import { IdTable } from './catalog/id-table.ts'
import { reasonOf } from './reading/read-versions.ts'

/** Verifies the index as verifyIndex does, and the catalog against it when no fault was found. */
export async function verifyWithCatalog(folder: IndexFolder): Promise<Verification> {
  const verification = await verifyIndex(folder)
  if (verification.faults.length > 0) return verification
  const manifest = await readManifest(folder)
  // Another run has replaced it meanwhile: what was read of the one before is whole.
  if (manifest?.generation !== verification.generation) return verification
  const reason = await findCatalogFault(folder, manifest).catch((error: unknown) => reasonOf(error))
  if (reason === undefined) return verification
  return { ...verification, faults: [{ file: manifest.catalog, reason }] }
}

async function findCatalogFault(
  folder: IndexFolder,
  manifest: Manifest,
): Promise<string | undefined> {
  const { files, articles } = await readCatalog(folder, manifest.catalog)
  const { ids } = files.records
  const known = new IdTable()
  for (let row = 0; row < files.length; row++) known.add(...idHalvesAt(ids, row))
  let held = 0
  for (const entry of manifest.segments) {
    for (const [high, low] of await readLiveIds(folder, entry)) {
      if (!known.has(high, low)) return 'does not know an article that a segment holds'
      held++
    }
  }
  if (held !== known.size) return `knows files of ${known.size} articles, not of ${held}`
  return articles === held ? undefined : `counts ${articles} articles, not ${held}`
}

/** High and low halves. */
async function readLiveIds(
  folder: IndexFolder,
  entry: SegmentEntry,
): Promise<readonly (readonly [number, number])[]> {
  const segment = await openSegment(folder, entry.name, createBlockCache(0))
  try {
    const ids = await segment.column('ids')
    const deleted = await readDeletions(folder, entry, createBlockCache(0))
    return Array.from(
      { length: entry.articles },
      (_, article) => [ids[article * 2] ?? 0, ids[article * 2 + 1] ?? 0] as const,
    ).filter((_, article) => !deleted.has(article))
  } finally {
    await segment.close()
  }
}
