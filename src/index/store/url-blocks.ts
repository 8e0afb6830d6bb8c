/**
 * The addresses of a segment's articles, for searches that look through all of them. They lie in deflated blocks; index/README.md
 * has the layout.
 */

import type { IndexFolder } from '../files/byte-source.ts'
import { ByteReader } from '../files/bytes.ts'
import type { Container } from '../files/container.ts'

/** The addresses of articles that follow each other. */
export interface UrlBlock {
  readonly firstArticle: number
  /** The addresses in UTF-8, a line feed after each. */
  readonly bytes: Uint8Array
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

/** The last block has fewer. */
export const URLS_PER_BLOCK = 4_096
