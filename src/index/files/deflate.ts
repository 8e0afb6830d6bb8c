/** Compresses bytes by raw deflate. @param dictionary the preset dictionary: bytes that these are taken to follow on */
export type Deflate = (bytes: Uint8Array, dictionary?: Uint8Array) => Uint8Array
