/** Writes the bitmap of deleted articles. */

import type { Bitmap } from '../columns/bitmap.ts'
import type { ContainerWriter } from './container-writer.ts'

/** Returns the file's length in bytes. */
export function writeDeletions(container: ContainerWriter, deleted: Bitmap): number {
  container.section('deleted')
  container.append(deleted.bytes)
  return container.finish()
}
