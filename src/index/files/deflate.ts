/** What compresses the texts of an index. */

/** Raw deflate; `dictionary`: what the bytes are taken to follow on. */
export type Deflate = (bytes: Uint8Array, dictionary?: Uint8Array) => Uint8Array
