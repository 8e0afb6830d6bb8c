/** Writes what a segment says of itself. */

import type { SegmentMeta } from '../segment/segment.ts'
import type { ContainerWriter } from './container-writer.ts'

/** Writes section `meta`. */
export function writeMeta(container: ContainerWriter, meta: SegmentMeta): void {
  container.section('meta')
  container.append(new TextEncoder().encode(JSON.stringify(meta)))
}
