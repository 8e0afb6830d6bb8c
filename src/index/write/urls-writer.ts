/** Writes the addresses of a segment, in blocks. */

import { ByteWriter } from '../files/bytes.ts'
import type { Deflate } from '../files/deflate.ts'
import { URLS_PER_BLOCK } from '../store/url-blocks.ts'
import type { ContainerWriter } from './container-writer.ts'

export interface UrlsWriter {
  /** Adds the address of the next article. */
  add(url: string): void
  /** Writes what is left. */
  finish(): void
}

/** Starts section `urls`; nothing else may be written before `finish`. */
export function createUrlsWriter(container: ContainerWriter, deflate: Deflate): UrlsWriter {
  let block: string[] = []
  container.section('urls')

  function endBlock(): void {
    if (block.length === 0) return
    // Front matter is read by lines, so no address of a corpus has a line feed in it.
    const lines = block.map((url) => `${url.replaceAll('\n', ' ')}\n`).join('')
    const raw = new TextEncoder().encode(lines)
    const packed = deflate(raw)
    const head = new ByteWriter()
    for (const count of [block.length, raw.length, packed.length]) head.varint(count)
    container.append(head.written)
    container.append(packed)
    block = []
  }

  return {
    add(url) {
      block.push(url)
      if (block.length === URLS_PER_BLOCK) endBlock()
    },
    finish: endBlock,
  }
}

export function writeUrls(
  container: ContainerWriter,
  urls: readonly string[],
  deflate: Deflate,
): void {
  const writer = createUrlsWriter(container, deflate)
  for (const url of urls) writer.add(url)
  writer.finish()
}
