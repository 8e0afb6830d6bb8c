/** Which articles of a segment are deleted: a bitmap, one bit an article, in a file of its own. */

import type { PageCache } from '../files/block-cache.ts'
import type { IndexFolder } from '../files/byte-source.ts'
import { openContainer } from '../files/container.ts'
import { notNamed, type SegmentEntry } from '../files/manifest.ts'
import type { ContainerWriter } from '../write/container-writer.ts'

/** A set of article numbers below `articles`. */
export class Bitmap {
  readonly bytes: Uint8Array

  constructor(articles: number, bytes = new Uint8Array(Math.ceil(articles / 8))) {
    this.bytes = bytes
  }

  has(article: number): boolean {
    return (((this.bytes[article >>> 3] ?? 0) >>> (article & 7)) & 1) === 1
  }

  add(article: number): void {
    this.bytes[article >>> 3] = (this.bytes[article >>> 3] ?? 0) | (1 << (article & 7))
  }

  copy(): Bitmap {
    return new Bitmap(0, this.bytes.slice())
  }
}

export async function readDeletions(
  folder: IndexFolder,
  entry: SegmentEntry,
  cache: PageCache,
): Promise<Bitmap> {
  if (entry.deletions === undefined) return new Bitmap(entry.articles)
  const container = await openContainer(await folder.open(entry.deletions), cache)
  try {
    const section = container.section('deleted')
    const bytes = await section.readAll()
    if (countBits(bytes) !== entry.deleted) throw notNamed(entry.deletions)
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

/** Returns the file's length in bytes. */
export function writeDeletions(container: ContainerWriter, deleted: Bitmap): number {
  container.section('deleted')
  container.append(deleted.bytes)
  return container.finish()
}
