/** Raw deflate by Node's zlib: what every segment is packed with. */

import { deflateRawSync } from 'node:zlib'
import type { Deflate } from './records-writer.ts'

export const nodeDeflate: Deflate = (bytes, dictionary) =>
  deflateRawSync(bytes, dictionary === undefined ? { level: 6 } : { level: 6, dictionary })
