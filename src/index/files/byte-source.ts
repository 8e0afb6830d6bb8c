/**
 * The only input that the reading half of the index knows: bytes at an offset, which may lie in a file, in memory or behind HTTP.
 */

export interface ByteSource {
  /** Its name in messages, such as `segment-3`. */
  readonly name: string
  readonly byteLength: number
  /** Resolves to exactly `length` bytes from `offset`, which must not be written to; rejects when they are not there. */
  read(offset: number, length: number): Promise<Uint8Array>
  /** Fills `target` with the bytes from `offset`; throws when they are not there. Sources that would have to wait have no such method. */
  readonly readInto?: (offset: number, target: Uint8Array) => void
  close(): Promise<void>
  /** CRC-32 (IEEE 802.3) as an unsigned number, for systems that have a faster one than `checksum`. */
  readonly crc32?: (bytes: Uint8Array) => number
}

/** A folder of files that readers open by name. */
export interface IndexFolder {
  /** Its path in messages. */
  readonly path: string
  /** Resolves to the whole of a small file, or undefined when there is none. */
  readText(name: string): Promise<string | undefined>
  open(name: string): Promise<ByteSource>
  /**
   * Undoes raw deflate, which browsers and Node do differently. Throws or rejects with SouwenError (index-damaged).
   * @param byteLength of the result
   * @param dictionary the preset dictionary of deflate. Where inflate takes none, prepend it as a stored block and drop it
   *   from the result.
   */
  inflate(
    bytes: Uint8Array,
    byteLength: number,
    dictionary?: Uint8Array,
  ): Uint8Array | Promise<Uint8Array>
}

/** Makes a source of bytes in memory. */
export function memorySource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    byteLength: bytes.length,
    async read(offset, length) {
      if (offset < 0 || offset + length > bytes.length)
        throw new RangeError(`${name}: read past the end`)
      return bytes.subarray(offset, offset + length)
    },
    async close() {},
  }
}
