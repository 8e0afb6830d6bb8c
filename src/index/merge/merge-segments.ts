/** Merges segments into one without their deleted articles. Memory holds the dictionary and the columns; texts are streamed. */

import { numberAt } from '../build/numbers.ts'
import { readSketches } from '../columns/sketches.ts'
import type { Container } from '../files/container.ts'
import type { Deflate } from '../files/deflate.ts'
import { PostingListWriter } from '../postings/posting-list-writer.ts'
import {
  createPostings,
  type DecodePostings,
  decodePairPostings,
  decodeWordPostings,
  type EncodePosting,
  encodePairPosting,
  encodeWordPosting,
  type Postings,
} from '../postings/postings.ts'
import type { Segment, SegmentMeta } from '../segment/segment.ts'
import { urlLines } from '../store/url-blocks.ts'
import { writeColumns } from '../write/columns-writer.ts'
import type { ContainerWriter } from '../write/container-writer.ts'
import { createFurnitureWriter } from '../write/furniture-writer.ts'
import { writeMeta } from '../write/meta-writer.ts'
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

/**
 * Writes the merged segment; articles keep their order, segment by segment. Returns the file's length in bytes.
 * @param pairs resolves to a container with the merged pairs of the same inputs; without it they are merged here
 */
export async function mergeSegments(
  inputs: readonly MergeInput[],
  container: ContainerWriter,
  deflate: Deflate,
  pairs?: () => Promise<Container>,
): Promise<number> {
  const numbered = renumber(inputs)
  await copyTexts(inputs, container, deflate)
  await copyFurniture(inputs, container, deflate)
  const words = await mergeDictionary(numbered, container, 'words', WORDS)
  await mergeDictionary(numbered, container, 'titles', PAIRS)
  await mergeDictionary(numbered, container, 'lines', PAIRS)
  await mergeDictionary(numbered, container, 'labels', PAIRS)
  const articles = numbered.reduce((sum, { numbers }) => sum + countLive(numbers), 0)
  const { sources, columns } = await mergeColumns(numbered, articles)
  const sums = writeColumns(container, columns)
  await mergeUrls(inputs, container, deflate)
  await mergeSketches(numbered, container)
  if (pairs === undefined) await mergeDictionary(numbered, container, 'pairs', PAIRS)
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

/** Merges the pairs alone, a third of all the work, so that another thread can do it. Returns the file's length in bytes. */
export async function mergePairs(
  inputs: readonly MergeInput[],
  container: ContainerWriter,
): Promise<number> {
  await mergeDictionary(renumber(inputs), container, 'pairs', PAIRS)
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

/** Numbers the articles that are kept from 0 on, segment by segment. */
function renumber(inputs: readonly MergeInput[]): readonly NumberedSegment[] {
  let next = 0
  return inputs.map(({ segment, isDeleted }) => {
    const all = new Int32Array(segment.meta.articles)
    return { segment, numbers: all.map((_, article) => (isDeleted(article) ? -1 : next++)) }
  })
}

function countLive(numbers: Int32Array): number {
  return numbers.reduce((count, number) => count + (number >= 0 ? 1 : 0), 0)
}

/**
 * Copies blocks without a deleted article as they lie. Other blocks are unpacked, as are those without a dictionary: these hold
 * articles that came a few at a time.
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

/** Copies blocks without a deleted article as they lie, but for those of a single article, and packs the others anew. */
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

type DictionaryName = 'words' | 'pairs' | 'titles' | 'lines' | 'labels'

/** How postings of a dictionary are read and written. */
interface Codec {
  readonly decode: DecodePostings
  readonly encode: EncodePosting
}

const WORDS: Codec = { decode: decodeWordPostings, encode: encodeWordPosting }
const PAIRS: Codec = { decode: decodePairPostings, encode: encodePairPosting }

/** Returns how many terms are left. */
async function mergeDictionary(
  inputs: readonly NumberedSegment[],
  container: ContainerWriter,
  name: DictionaryName,
  { decode, encode }: Codec,
): Promise<number> {
  const writer = createTermsWriter(container, name)
  const list = new PostingListWriter(encode)
  const postings = createPostings()
  await mergeTerms(sourcesOf(inputs, name), ({ term, lists }) => {
    list.clear()
    for (const { input, documentFrequency, bytes } of lists) {
      decode(bytes, documentFrequency, postings)
      addLive(postings, numbersOf(inputs, input), list)
    }
    if (list.count > 0) writer.add(term, list.count, list.written)
  })
  return writer.finish()
}

/** Adds the postings of the articles that are kept, under their new numbers. */
function addLive(postings: Postings, numbers: Int32Array, list: PostingListWriter): void {
  const { articles, frequencies, count } = postings
  for (let i = 0; i < count; i++) {
    const article = numberAt(numbers, numberAt(articles, i))
    if (article >= 0) list.add(article, numberAt(frequencies, i))
  }
}

function numbersOf(inputs: readonly NumberedSegment[], input: number): Int32Array {
  const found = inputs[input]
  if (found === undefined) throw new RangeError(`no segment ${input}`)
  return found.numbers
}

function sourcesOf(
  inputs: readonly NumberedSegment[],
  name: DictionaryName,
): readonly TermSource[] {
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
