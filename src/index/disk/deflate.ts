/** Raw deflate by Node's zlib: what every segment is packed with. */

import { deflateRawSync } from 'node:zlib'
import type { Deflate } from '../files/deflate.ts'

/** Room for a record of an article; by itself zlib takes 16 KiB for each, which is what indexing would hold most of. */
const CHUNK_BYTES = 4096

export const nodeDeflate: Deflate = (bytes, dictionary) =>
  deflateRawSync(bytes, {
    level: 6,
    chunkSize: bytes.length < 2 * CHUNK_BYTES ? CHUNK_BYTES : 8 * CHUNK_BYTES,
    ...(dictionary && { dictionary }),
  })
