/** Finds addresses that contain a text, whatever the case, the width and the scheme. They are walked through once for all texts. */

import { byteAt, integerAt } from '../../element-at.ts'
import type { Segment } from '../../index/segment/segment.ts'
import { URLS_PER_BLOCK, type UrlBlock, urlLines } from '../../index/store/url-blocks.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { type ArticleSet, placeFrom } from '../lists/article-sets.ts'
import { byteFinder, type FindBytes } from '../literal/byte-search.ts'

const LINE_FEED = 10
const SCHEME = /^https?:\/\//

interface Wanted {
  readonly find: FindBytes
  readonly articles: number[]
}

/** Finds one set for each text; deleted articles are found, too. */
export async function matchUrls(
  segment: Segment,
  texts: readonly string[],
): Promise<readonly ArticleSet[]> {
  const all: readonly Wanted[] = texts.map((text) => ({ find: finderOf(text), articles: [] }))
  if (all.length === 0) return []
  for await (const block of segment.urls()) {
    const lines = comparableLines(block)
    for (const { find, articles } of all) findLines(lines, find, block.firstArticle, articles)
  }
  return all.map(({ articles }) => Uint32Array.from(articles))
}

function finderOf(text: string): FindBytes {
  const wanted = normalizeText(text).replace(SCHEME, '//')
  return wanted.includes('\n') ? () => -1 : byteFinder(wanted)
}

interface Lines {
  readonly bytes: Uint8Array
  /** The offset of each line's line feed. */
  readonly ends: Uint32Array
}

/** Adds the articles of the lines in which the text is found, each once. */
function findLines({ bytes, ends }: Lines, find: FindBytes, first: number, found: number[]): void {
  let line = 0
  for (let at = find(bytes, 0, bytes.length); at >= 0; ) {
    line = placeFrom(ends, at, line)
    found.push(first + line)
    at = find(bytes, integerAt(ends, line), bytes.length)
  }
}

/** Takes addresses of ASCII, as nearly all are, as they are stored, and normalises others. */
function comparableLines(block: UrlBlock): Lines {
  const { ends, isAscii } = splitLines(block.bytes)
  if (isAscii) return { bytes: block.bytes, ends }
  const bytes = new TextEncoder().encode(normalizeText(urlLines(block)))
  return { bytes, ends: splitLines(bytes).ends }
}

function splitLines(bytes: Uint8Array): { readonly ends: Uint32Array; readonly isAscii: boolean } {
  const ends = new Uint32Array(URLS_PER_BLOCK)
  let [count, bits] = [0, 0]
  for (let at = 0; at < bytes.length; at++) {
    const byte = byteAt(bytes, at)
    bits |= byte
    if (byte === LINE_FEED) ends[count++] = at
  }
  return { ends: ends.subarray(0, count), isAscii: bits < 0x80 }
}
