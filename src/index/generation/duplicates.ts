/**
 * The file `duplicates-N` says which articles of a generation are one text. Section `members` has segment u32, article u32 and
 * group u32 for each member; groups ascend, and the article that is shown comes first in its group. Section `verdicts` tells
 * the next run which pairs were compared: 8 bytes of each id, and u8 1 when they are one text.
 */

import { integerAt } from '../../element-at.ts'
import { bytesToHex } from '../columns/ids.ts'
import { type BlockCache, createBlockCache } from '../files/block-cache.ts'
import type { IndexFolder } from '../files/byte-source.ts'
import { ByteReader } from '../files/bytes.ts'
import { openContainer } from '../files/container.ts'
import { mixedUpFile, nameDamagedFile } from '../files/damage.ts'
import type { Manifest } from '../files/manifest.ts'
import type { ArticlePlace } from './article-place.ts'

/** Two or more articles that are one text, in the order in which they are shown. */
export type DuplicateGroup = readonly ArticlePlace[]

/** Segment, article and group of every member, one after the other, as they are stored. */
export type DuplicateRows = Uint32Array

/** Keys are two ids of 16 hex digits, one after the other; true says that they are one text. */
export type Verdicts = ReadonlyMap<string, boolean>

/** Verdicts as they are stored: PAIR_BYTES and a byte for each. */
export type VerdictRows = Uint8Array

/** Rejects with SouwenError (index-damaged) when the file names articles that the segments of the manifest do not have. */
export async function readDuplicates(
  folder: IndexFolder,
  { duplicates: name, segments }: Pick<Manifest, 'duplicates' | 'segments'>,
  cache: BlockCache,
): Promise<DuplicateRows> {
  if (name === undefined) return new Uint32Array(0)
  return nameDamagedFile(name, async () => {
    const { bytes } = await sectionOf(folder, name, 'members', cache)
    const rows = new Uint32Array(bytes.buffer)
    const articles = segments.map((segment) => segment.articles)
    if (!areGroups(rows, articles)) throw mixedUpFile(name)
    return rows
  })
}

/** Whether groups are numbered from 0 on in their order, and all members exist. */
function areGroups(rows: DuplicateRows, articles: readonly number[]): boolean {
  if (rows.length % 3 !== 0) return false
  let group = -1
  for (let row = 0; row < rows.length; row += 3) {
    const number = integerAt(rows, row + 2)
    if (integerAt(rows, row + 1) >= (articles[integerAt(rows, row)] ?? 0)) return false
    if (number !== group && number !== group + 1) return false
    group = number
  }
  return true
}

export async function readVerdicts(
  folder: IndexFolder,
  name: string | undefined,
): Promise<VerdictRows> {
  if (name === undefined) return new Uint8Array(0)
  return (await sectionOf(folder, name, 'verdicts', createBlockCache(0))).bytes
}

/** Throws DamagedContent when the last one is cut off. */
export function verdictsOf(rows: VerdictRows): Verdicts {
  const verdicts = new Map<string, boolean>()
  const reader = new ByteReader(rows)
  while (!reader.done) verdicts.set(bytesToHex(reader.take(PAIR_BYTES)), reader.u8() === 1)
  return verdicts
}

export const PAIR_BYTES = 16
async function sectionOf(
  folder: IndexFolder,
  name: string,
  section: string,
  cache: BlockCache,
): Promise<ByteReader> {
  const container = await openContainer(await folder.open(name), cache)
  try {
    return new ByteReader(await container.section(section).readAll())
  } finally {
    await container.close()
  }
}
