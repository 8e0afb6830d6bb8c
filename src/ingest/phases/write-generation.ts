/** Writes a generation: deletions, merges, the catalog, and last the manifest that names them all. */

import { statSync } from 'node:fs'
import { join } from 'node:path'
import { createBlockCache } from '../../index/files/block-cache.ts'
import type { IndexFolder } from '../../index/files/byte-source.ts'
import { FORMAT_VERSION } from '../../index/files/container.ts'
import {
  MANIFEST_NAME,
  type Manifest,
  printManifest,
  type SegmentEntry,
} from '../../index/files/manifest.ts'
import { readDeletions } from '../../index/generation/deletions.ts'
import { openSegment } from '../../index/segment/segment.ts'
import { writeDeletions } from '../../index/write/deletions-writer.ts'
import { type Catalog, encodeCatalog, writeCatalog } from '../catalog/catalog.ts'
import type { IdTable } from '../catalog/id-table.ts'
import type { FileNames } from '../disk/index-files.ts'
import { removeUnnamedFiles, replaceFile, writeIndexFile } from '../disk/index-files.ts'
import { rowsWithIds } from '../duplicates/article-columns.ts'

/** Marks the articles of the given ids as deleted in every segment that holds them. */
export async function deleteArticles(
  folder: IndexFolder,
  segments: readonly SegmentEntry[],
  ids: IdTable,
  names: FileNames,
): Promise<readonly SegmentEntry[]> {
  if (ids.size === 0) return segments
  const result: SegmentEntry[] = []
  for (const entry of segments) result.push(await deleteIn(folder, entry, ids, names))
  return result
}

async function deleteIn(
  folder: IndexFolder,
  entry: SegmentEntry,
  ids: IdTable,
  names: FileNames,
): Promise<SegmentEntry> {
  const cache = createBlockCache(0)
  const segment = await openSegment(folder, entry.name, cache)
  const deleted = (await readDeletions(folder, entry, cache)).copy()
  const rows = rowsWithIds(await segment.column('ids'), ids)
  await segment.close()
  const gone = rows.filter((article) => !deleted.has(article))
  for (const article of gone) deleted.add(article)
  if (gone.length === 0) return entry
  const deletions = names.next('deletions')
  await writeIndexFile(join(folder.path, deletions), (container) =>
    writeDeletions(container, deleted),
  )
  return { ...entry, deletions, deleted: entry.deleted + gone.length }
}

/** What the manifest of a new generation says; the files that it names are written already. */
export type Generation = Omit<Manifest, 'format' | 'nextFile'>

/** Writes the catalog of the files. Returns its name. */
export async function writeCatalogFile(
  folder: IndexFolder,
  names: FileNames,
  catalog: Catalog,
): Promise<string> {
  const name = names.next('catalog')
  const sections = await encodeCatalog(catalog)
  await writeIndexFile(join(folder.path, name), (container) => writeCatalog(container, sections))
  return name
}

/** Writes the manifest, and then removes files that no generation names any more. */
export function writeManifest(folder: IndexFolder, next: Generation, names: FileNames): Manifest {
  const { generation, corpus, dictionary, segments, catalog } = next
  const { suggestions, suggestionsBehind = 0, duplicates, synonyms = [] } = next
  const manifest: Manifest = {
    format: FORMAT_VERSION,
    generation,
    corpus,
    dictionary,
    ...(synonyms.length > 0 && { synonyms }),
    segments,
    catalog,
    suggestions,
    ...(suggestionsBehind > 0 && { suggestionsBehind }),
    ...(duplicates !== undefined && { duplicates }),
    nextFile: names.nextFile,
  }
  replaceFile(folder.path, MANIFEST_NAME, printManifest(manifest))
  removeUnnamedFiles(folder.path, namedFiles(manifest))
  return manifest
}

/** Every file that the generation consists of, but for the manifest. */
export function namedFiles(manifest: Manifest): ReadonlySet<string> {
  const deletions = manifest.segments
    .map((entry) => entry.deletions)
    .filter((name) => name !== undefined)
  const { catalog, suggestions, duplicates } = manifest
  const segments = manifest.segments.map((entry) => entry.name)
  const copies = duplicates === undefined ? [] : [duplicates]
  return new Set([catalog, suggestions, ...copies, ...segments, ...deletions])
}

/** Bytes of the index on disk. */
export function indexBytes(folder: string, manifest: Manifest): number {
  const names = [MANIFEST_NAME, ...namedFiles(manifest)]
  return names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
}
