/** Where bytes come from: a file, memory, later HTTP. The reading half of the index knows no other input. */

export interface ByteSource {
  /** What to call it in messages, e.g. `segment-3`. */
  readonly name: string
  readonly byteLength: number
  /** Exactly `length` bytes from `offset`; rejects when they are not there. The bytes must not be written to. */
  read(offset: number, length: number): Promise<Uint8Array>
  /** Fills `target` from `offset`, where that needs no waiting; throws when the bytes are not there. */
  readonly readInto?: (offset: number, target: Uint8Array) => void
  close(): Promise<void>
  /** CRC-32 (IEEE 802.3) as an unsigned number, where the system has a faster one than JavaScript. */
  readonly crc32?: (bytes: Uint8Array) => number
}

/** A folder of files that readers open by name; the only door to the outside for the reading half. */
export interface IndexFolder {
  /** For messages. */
  readonly path: string
  /** The whole of a small file, or undefined when there is none. */
  readText(name: string): Promise<string | undefined>
  open(name: string): Promise<ByteSource>
  /**
   * Undoes raw deflate; injected because browsers and Node do it differently. `dictionary`: what the bytes follow on; who
   * has no way to say so puts it before them as a stored block, and takes it off the result.
   */
  inflate(
    bytes: Uint8Array,
    byteLength: number,
    dictionary?: Uint8Array,
  ): Uint8Array | Promise<Uint8Array>
}

/** Bytes in memory as a source; for tests and for merging what was just built. */
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
