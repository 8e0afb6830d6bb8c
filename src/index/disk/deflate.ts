/** Raw deflate by Node's zlib. */

import { deflateRawSync } from 'node:zlib'
import type { Deflate } from '../files/deflate.ts'

/** A record of an article mostly fits into so many bytes. zlib's default of 16 KiB for each would be most of an indexer's memory. */
const CHUNK_BYTES = 4096

export const nodeDeflate: Deflate = (bytes, dictionary) =>
  deflateRawSync(bytes, {
    level: 6,
    chunkSize: bytes.length < 2 * CHUNK_BYTES ? CHUNK_BYTES : 8 * CHUNK_BYTES,
    ...(dictionary && { dictionary }),
  })
