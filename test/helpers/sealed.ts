/** Puts the checksums of an index file right again after its bytes were changed: a file that lies, not one that was damaged. */

import { BLOCK_BYTES } from '../../src/index/files/block-cache.ts'
import { ByteReader } from '../../src/index/files/bytes.ts'
import { checksum } from '../../src/index/files/container.ts'

const TRAILER_BYTES = 20

/** Where the parts of a file lie: its data begins at 0, its table of sections at `dataLength`. */
export function partsOf(file: Uint8Array): {
  readonly dataLength: number
  readonly tableEnd: number
} {
  const dataLength = viewOf(file).getFloat64(file.length - TRAILER_BYTES, true)
  const checksums = Math.ceil(dataLength / BLOCK_BYTES) * 4
  return { dataLength, tableEnd: file.length - TRAILER_BYTES - checksums }
}

/** Where a section begins. */
export function sectionOffset(file: Uint8Array, wanted: string): number {
  const reader = new ByteReader(file, partsOf(file).dataLength)
  for (let left = reader.varint(); left > 0; left--) {
    const [name, offset] = [reader.string(), reader.varint()]
    reader.varint()
    if (name === wanted) return offset
  }
  throw new Error(`no section ${wanted}`)
}

/** Changes the file in its place. */
export function seal(file: Uint8Array): Uint8Array {
  const view = viewOf(file)
  const { dataLength, tableEnd } = partsOf(file)
  for (let block = 0; block * BLOCK_BYTES < dataLength; block++) {
    const bytes = file.subarray(
      block * BLOCK_BYTES,
      Math.min((block + 1) * BLOCK_BYTES, dataLength),
    )
    view.setUint32(tableEnd + block * 4, checksum(bytes), true)
  }
  const footer = file.subarray(dataLength, file.length - TRAILER_BYTES)
  view.setUint32(file.length - 8, checksum(footer), true)
  return file
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
