/** Verifies the index on disk: every block is as it was written, and the parts agree with each other. */

import { SouwenError } from '../../errors.ts'
import type { Bitmap } from '../columns/bitmap.ts'
import { createBlockCache } from '../files/block-cache.ts'
import type { IndexFolder } from '../files/byte-source.ts'
import { openContainer } from '../files/container.ts'
import { type Manifest, readManifest, type SegmentEntry } from '../files/manifest.ts'
import { verifySegment } from '../segment/verify-segment.ts'
import { readDeletions } from './deletions.ts'
import { readDuplicates, readVerdicts, verdictsOf } from './duplicates.ts'
import { readSuggestions } from './suggestions.ts'

/** A file that is not as it was written, or does not agree with the others. */
export interface Fault {
  /** Name of the file in the index folder. */
  readonly file: string
  readonly reason: string
}

export interface Verification {
  readonly generation: number
  readonly articles: number
  readonly files: number
  readonly faults: readonly Fault[]
}

/** Reads everything. Rejects with SouwenError (index-missing, index-damaged, index-newer, index-older) when there is no manifest to go by. */
export async function verifyIndex(folder: IndexFolder): Promise<Verification> {
  const manifest = await readManifest(folder)
  if (manifest === undefined) {
    throw new SouwenError(
      'index-missing',
      `${folder.path}: no index here; build one with "souwen index"`,
    )
  }
  const faults: Fault[] = []
  for (const entry of manifest.segments) {
    await check(entry.name, faults, () => verifySegment(folder, entry))
    const { deletions } = entry
    if (deletions !== undefined)
      await check(deletions, faults, () => verifyDeletions(folder, entry))
  }
  const { catalog, suggestions, duplicates } = manifest
  for (const name of [catalog, suggestions, ...namesOf(duplicates)])
    await check(name, faults, () => verifyBlocks(folder, name))
  const isSound = (name: string) => !faults.some(({ file }) => file === name)
  if (isSound(suggestions))
    await check(suggestions, faults, () => verifySuggestions(folder, manifest))
  if (duplicates !== undefined && faults.length === 0)
    await check(duplicates, faults, () => verifyDuplicates(folder, manifest))
  return { generation: manifest.generation, ...countsOf(manifest), faults }
}

function namesOf(name: string | undefined): readonly string[] {
  return name === undefined ? [] : [name]
}

function countsOf({ segments, duplicates }: Manifest): Pick<Verification, 'articles' | 'files'> {
  const articles = segments.reduce((sum, entry) => sum + entry.articles - entry.deleted, 0)
  const deletions = segments.filter((entry) => entry.deletions !== undefined)
  // The three others are the manifest, the catalog and the suggestions.
  const files = segments.length + deletions.length + namesOf(duplicates).length + 3
  return { articles, files }
}

/** Notes the first fault of a file; nothing after it can be trusted. */
async function check(
  file: string,
  faults: Fault[],
  verify: () => Promise<string | undefined>,
): Promise<void> {
  try {
    const reason = await verify()
    if (reason !== undefined) faults.push({ file, reason })
  } catch (error) {
    faults.push({ file, reason: error instanceof Error ? error.message : String(error) })
  }
}

async function verifyBlocks(folder: IndexFolder, name: string): Promise<undefined> {
  const container = await openContainer(await folder.open(name), createBlockCache(0))
  try {
    await container.verify()
  } finally {
    await container.close()
  }
}

async function verifySuggestions(
  folder: IndexFolder,
  manifest: Manifest,
): Promise<string | undefined> {
  const { articles } = countsOf(manifest)
  const { words, sources } = await readSuggestions(await folder.open(manifest.suggestions))
  // Words are counted anew only when enough has changed, so only sources agree with this generation.
  const most = Math.max(0, ...sources.map((source) => source.articles))
  const isRow = (row: (typeof words)[number]) => typeof row.text === 'string' && row.articles > 0
  if (![...words, ...sources].every(isRow)) return 'holds a word without articles'
  return most > articles ? `counts ${most} articles of a source, of ${articles} in all` : undefined
}

/** No member of a group is deleted. */
async function verifyDuplicates(
  folder: IndexFolder,
  manifest: Manifest,
): Promise<string | undefined> {
  const cache = createBlockCache(0)
  const rows = await readDuplicates(folder, manifest, cache)
  const deleted: Bitmap[] = []
  for (const entry of manifest.segments) deleted.push(await readDeletions(folder, entry, cache))
  for (let row = 0; row < rows.length; row += 3) {
    const [segment = 0, article = 0] = [rows[row], rows[row + 1]]
    if (deleted[segment]?.has(article)) return `article ${article} of segment ${segment} is deleted`
  }
  verdictsOf(await readVerdicts(folder, manifest.duplicates))
  return undefined
}

async function verifyDeletions(
  folder: IndexFolder,
  entry: SegmentEntry,
): Promise<string | undefined> {
  const deleted = await readDeletions(folder, entry, createBlockCache(0))
  if (deleted.bytes.length !== Math.ceil(entry.articles / 8)) return 'is not of its segment'
  let count = 0
  for (let article = 0; article < entry.articles; article++) if (deleted.has(article)) count++
  return count === entry.deleted ? undefined : `marks ${count} articles, not ${entry.deleted}`
}
