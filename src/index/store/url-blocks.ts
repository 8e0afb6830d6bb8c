/**
 * The addresses of a segment's articles, for looking through all of them: lines in blocks, raw deflate, a block a line feed after
 * every address. Layout in index/README.md.
 */

import type { IndexFolder } from '../files/byte-source.ts'
import { ByteReader, ByteWriter } from '../files/bytes.ts'
import type { Container } from '../files/container.ts'
import type { ContainerWriter } from '../write/container-writer.ts'
import type { Deflate } from '../write/furniture-writer.ts'

/** Addresses of articles that follow each other. */
export interface UrlBlock {
  readonly firstArticle: number
  /** A line feed after each. */
  readonly bytes: Uint8Array
}

/** Or fewer, in the last. */
export const URLS_PER_BLOCK = 4_096

export interface UrlsWriter {
  /** Of the next article. */
  add(url: string): void
  /** Writes what is left. */
  finish(): void
}

/** Starts section `urls`; nothing else may be written before `finish`. */
export function urlsWriter(container: ContainerWriter, deflate: Deflate): UrlsWriter {
  let block: string[] = []
  container.section('urls')

  function endBlock(): void {
    if (block.length === 0) return
    // No address has a line feed in it: front matter is read by lines.
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
  const writer = urlsWriter(container, deflate)
  for (const url of urls) writer.add(url)
  writer.finish()
}

export async function* readUrls(
  container: Container,
  inflate: IndexFolder['inflate'],
): AsyncGenerator<UrlBlock> {
  const section = container.section('urls')
  const reader = new ByteReader(await section.readAll())
  for (let firstArticle = 0; !reader.done; ) {
    const [articles, rawLength, packedLength] = [reader.varint(), reader.varint(), reader.varint()]
    const bytes = await inflate(reader.take(packedLength), rawLength)
    yield { firstArticle, bytes }
    firstArticle += articles
  }
}

/** The addresses of a block, a line feed after each. */
export function urlLines({ bytes }: UrlBlock): string {
  return new TextDecoder().decode(bytes)
}
