/** Writes the envelope that container.ts reads: one section after the other, a checksum for each block, and the footer last. */

import { crc32 } from 'node:zlib'
import { BLOCK_BYTES } from '../files/block-cache.ts'
import { ByteWriter } from '../files/bytes.ts'
import { END_MAGIC, MAGIC } from '../files/container.ts'

/** Takes the bytes of a file in order. The bytes are the sink's own. */
export interface ByteSink {
  write(bytes: Uint8Array): void
}

export interface ContainerWriter {
  /** Starts a section, to which all that is appended from here on belongs. Names are unique in a file. */
  section(name: string): void
  append(bytes: Uint8Array): void
  /** Writes footer and trailer. Returns the file's length in bytes. */
  finish(): number
}

export function createContainerWriter(sink: ByteSink): ContainerWriter {
  const block = new Uint8Array(BLOCK_BYTES)
  const checksums: number[] = []
  const sections: { name: string; offset: number; byteLength: number }[] = []
  let filled = 0
  let offset = 0

  function flushBlock(): void {
    if (filled === 0) return
    const bytes = block.slice(0, filled)
    checksums.push(crc32(bytes))
    sink.write(bytes)
    filled = 0
  }

  function put(bytes: Uint8Array): void {
    if (bytes.length < BLOCK_BYTES - filled) {
      block.set(bytes, filled)
      filled += bytes.length
    } else putInBlocks(bytes)
    offset += bytes.length
  }

  function putInBlocks(bytes: Uint8Array): void {
    for (let start = 0; start < bytes.length; ) {
      const part = bytes.subarray(start, start + BLOCK_BYTES - filled)
      block.set(part, filled)
      filled += part.length
      start += part.length
      if (filled === BLOCK_BYTES) flushBlock()
    }
  }

  function section(name: string): void {
    sections.push({ name, offset, byteLength: 0 })
  }

  function append(bytes: Uint8Array): void {
    put(bytes)
    const current = sections.at(-1)
    if (current !== undefined) current.byteLength += bytes.length
  }

  function footer(): Uint8Array {
    const writer = new ByteWriter()
    writer.varint(sections.length)
    for (const { name, offset: start, byteLength } of sections) {
      writer.string(name)
      writer.varint(start)
      writer.varint(byteLength)
    }
    writer.varint(checksums.length)
    for (const value of checksums) writer.u32(value)
    return writer.toBytes()
  }

  function finish(): number {
    flushBlock()
    const bytes = footer()
    const trailer = new ByteWriter()
    trailer.f64(offset)
    trailer.u32(bytes.length)
    trailer.u32(crc32(bytes))
    trailer.u32(END_MAGIC)
    sink.write(bytes)
    sink.write(trailer.toBytes())
    return offset + bytes.length + trailer.length
  }

  put(MAGIC)
  return { section, append, finish }
}
