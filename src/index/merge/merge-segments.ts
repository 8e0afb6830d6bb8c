/** Merges segments into one, leaving out deleted articles. Streams: memory holds the dictionary and the columns, no text. */

import { writeMeta } from '../build/segment-builder.ts'
import { readSketches } from '../columns/sketches.ts'
import { ByteWriter } from '../files/bytes.ts'
import type { Container } from '../files/container.ts'
import type { Deflate } from '../files/deflate.ts'
import {
  createPostings,
  decodePairPostings,
  decodeWordPostings,
  encodePairPosting,
  encodeWordPosting,
  type Postings,
} from '../postings/postings.ts'
import type { Segment, SegmentMeta } from '../segment/segment.ts'
import { urlLines } from '../store/url-blocks.ts'
import { writeColumns } from '../write/columns-writer.ts'
import type { ContainerWriter } from '../write/container-writer.ts'
import { createFurnitureWriter } from '../write/furniture-writer.ts'
import { createSketchesWriter } from '../write/sketches-writer.ts'
import { createTermsWriter } from '../write/terms-writer.ts'
import { createTextWriter } from '../write/text-store-writer.ts'
import { createUrlsWriter } from '../write/urls-writer.ts'
import { mergeColumns, type NumberedSegment } from './merge-columns.ts'
import { mergeTerms, type TermSource } from './term-merge.ts'

export interface MergeInput {
  readonly segment: Segment
  isDeleted(article: number): boolean
}

/** The new number of each article of a segment; −1: left out. */
type Renumbering = Int32Array

/**
 * Writes the merged segment; articles keep their order, segment by segment. Returns the file's length in bytes.
 * @param pairs where somebody merges the pairs of the same inputs meanwhile: see mergePairs
 */
export async function mergeSegments(
  inputs: readonly MergeInput[],
  container: ContainerWriter,
  deflate: Deflate,
  pairs?: () => Promise<Container>,
): Promise<number> {
  const renumberings = renumber(inputs)
  await copyTexts(inputs, container, deflate)
  await copyFurniture(inputs, container, deflate)
  const words = await mergeDictionary(inputs, renumberings, container, 'words', WORDS)
  await mergeDictionary(inputs, renumberings, container, 'titles', PAIRS)
  const numbered = inputs.map(({ segment }, input) => {
    return { segment, numbers: renumberings[input] ?? new Int32Array(0) }
  })
  const articles = renumberings.reduce((sum, numbers) => sum + liveIn(numbers), 0)
  const { sources, columns } = await mergeColumns(numbered, articles)
  const sums = writeColumns(container, columns)
  await mergeUrls(inputs, container, deflate)
  await mergeSketches(numbered, container)
  if (pairs === undefined) await mergeDictionary(inputs, renumberings, container, 'pairs', PAIRS)
  else await copyPairs(await pairs(), container)
  const meta: SegmentMeta = {
    articles,
    words,
    longestWord: Math.max(0, ...inputs.map(({ segment }) => segment.meta.longestWord)),
    ...sums,
    sources,
  }
  writeMeta(container, meta)
  return container.finish()
}

/** Merges the pairs alone: a third of all the work, which another thread can do. Returns the file's length in bytes. */
export async function mergePairs(
  inputs: readonly MergeInput[],
  container: ContainerWriter,
): Promise<number> {
  await mergeDictionary(inputs, renumber(inputs), container, 'pairs', PAIRS)
  return container.finish()
}

const COPIED_BYTES = 1 << 20

async function copyPairs(from: Container, to: ContainerWriter): Promise<void> {
  for (const name of ['pairs.postings', 'pairs', 'pairs.index']) {
    const section = from.section(name)
    to.section(name)
    for (let offset = 0; offset < section.byteLength; offset += COPIED_BYTES)
      to.append(await section.read(offset, Math.min(COPIED_BYTES, section.byteLength - offset)))
  }
}

function renumber(inputs: readonly MergeInput[]): readonly Renumbering[] {
  let next = 0
  return inputs.map(({ segment, isDeleted }) =>
    new Int32Array(segment.meta.articles).map((_, article) => (isDeleted(article) ? -1 : next++)),
  )
}

function liveIn(numbers: Renumbering): number {
  return numbers.reduce((count, number) => count + (number >= 0 ? 1 : 0), 0)
}

/**
 * Blocks without a deleted article are copied as they lie; only others are unpacked, and those that had no dictionary yet,
 * as of articles that came a few at a time.
 */
async function copyTexts(
  inputs: readonly MergeInput[],
  container: ContainerWriter,
  deflate: Deflate,
): Promise<void> {
  const writer = createTextWriter(container, 'articles', deflate)
  for (const { segment, isDeleted } of inputs) {
    for await (const { dictionary, ...block } of segment.articles.blocks()) {
      const live = liveOf(block, isDeleted)
      if (live.length === block.articles && dictionary !== undefined)
        writer.addBlock({ ...block, dictionary })
      else for (const article of live) writer.add(await segment.articles.bytes(article))
    }
  }
  writer.finish()
}

async function mergeSketches(
  inputs: readonly NumberedSegment[],
  container: ContainerWriter,
): Promise<void> {
  const add = createSketchesWriter(container)
  for (const { segment, numbers } of inputs) {
    for (const { article, sketch } of (await readSketches(segment.container)).rows()) {
      const number = numbers[article] ?? -1
      if (number >= 0) add({ article: number, sketch })
    }
  }
}

/** As above. */
async function copyFurniture(
  inputs: readonly MergeInput[],
  container: ContainerWriter,
  deflate: Deflate,
): Promise<void> {
  const writer = createFurnitureWriter(container, deflate)
  for (const { segment, isDeleted } of inputs) {
    for await (const block of segment.furniture.blocks()) {
      const live = liveOf(block, isDeleted)
      if (live.length === block.articles && live.length > 1) writer.addBlock(block)
      else for (const article of live) writer.add(await segment.furniture.record(article))
    }
  }
  writer.finish()
}

function liveOf(
  block: { readonly firstArticle: number; readonly articles: number },
  isDeleted: MergeInput['isDeleted'],
): readonly number[] {
  const numbers = Array.from({ length: block.articles }, (_, i) => block.firstArticle + i)
  return numbers.filter((article) => !isDeleted(article))
}

type DictionaryName = 'words' | 'pairs' | 'titles'

/** How postings of a dictionary are read and written. */
interface Codec {
  decode(bytes: Uint8Array, count: number, into: Postings): void
  encode(
    list: ByteWriter,
    previous: number,
    article: number,
    postings: Postings,
    index: number,
  ): void
}

const WORDS: Codec = {
  decode: decodeWordPostings,
  encode(list, previous, article, { frequencies }, index) {
    encodeWordPosting(list, previous, article, frequencies[index] ?? 0)
  },
}

const PAIRS: Codec = { decode: decodePairPostings, encode: encodePairPosting }

/** Returns how many terms are left. */
async function mergeDictionary(
  inputs: readonly MergeInput[],
  renumberings: readonly Renumbering[],
  container: ContainerWriter,
  name: DictionaryName,
  codec: Codec,
): Promise<number> {
  const writer = createTermsWriter(container, name)
  const list = new ByteWriter()
  const postings = createPostings()
  await mergeTerms(sourcesOf(inputs, name), ({ term, lists }) => {
    list.clear()
    let previous = -1
    let count = 0
    for (const { input, documentFrequency, bytes } of lists) {
      codec.decode(bytes, documentFrequency, postings)
      const renumbering = renumberings[input] ?? new Int32Array(0)
      for (let i = 0; i < postings.count; i++) {
        const article = renumbering[postings.articles[i] ?? 0] ?? -1
        if (article < 0) continue
        codec.encode(list, previous, article, postings, i)
        previous = article
        count++
      }
    }
    if (count > 0) writer.add(term, count, list.written)
  })
  return writer.finish()
}

function sourcesOf(inputs: readonly MergeInput[], name: DictionaryName): readonly TermSource[] {
  return inputs.map(({ segment }) => ({ container: segment.container, name }))
}

async function mergeUrls(
  inputs: readonly MergeInput[],
  container: ContainerWriter,
  deflate: Deflate,
): Promise<void> {
  const writer = createUrlsWriter(container, deflate)
  for (const { segment, isDeleted } of inputs) {
    for await (const block of segment.urls()) {
      const lines = urlLines(block).split('\n').slice(0, -1)
      for (const [place, url] of lines.entries())
        if (!isDeleted(block.firstArticle + place)) writer.add(url)
    }
  }
  writer.finish()
}
