/** Gathers articles in memory and writes them as one segment. Memory grows with what is added: the caller parts large work. */

import type { RemovedLine } from '../../corpus/article.ts'
import { publisherOf } from '../../corpus/read/identity.ts'
import { hash32 } from '../../hash.ts'
import { hostOf } from '../../text/host.ts'
import { LANGUAGES, languageOf } from '../../text/language.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { spellingOf } from '../../text/normalize/spelling.ts'
import { sketchOf } from '../../text/shingles.ts'
import type { Segmenter } from '../../text/terms/segmenter.ts'
import { visitSpans } from '../../text/terms/tokenize.ts'
import { dateNumber } from '../columns/dates.ts'
import { hashPath } from '../columns/path-hash.ts'
import type { SketchRow } from '../columns/sketches.ts'
import { packStatus } from '../columns/statuses.ts'
import { titleHashes } from '../columns/title-hash.ts'
import { ByteWriter } from '../files/bytes.ts'
import type { Deflate } from '../files/deflate.ts'
import { BODY_STEP, TITLE_STEP } from '../postings/frequencies.ts'
import { pairKey, visitPairs, visitSeams } from '../postings/pairs.ts'
import { PostingListWriter } from '../postings/posting-list-writer.ts'
import { encodePairPosting, encodeWordPosting } from '../postings/postings.ts'
import type { SegmentMeta } from '../segment/segment.ts'
import { type ArticleRecord, bodyOf, encodeRecord } from '../store/article-record.ts'
import { type FurnitureRecord, NO_FURNITURE } from '../store/furniture-record.ts'
import { holdsWindow, windowsOfLine } from '../store/line-windows.ts'
import type { ColumnRow } from '../write/columns-writer.ts'
import { columnsOf, writeColumns } from '../write/columns-writer.ts'
import type { ContainerWriter } from '../write/container-writer.ts'
import { createFurnitureWriter, deferSections } from '../write/furniture-writer.ts'
import { writeSketches } from '../write/sketches-writer.ts'
import { createTermsWriter } from '../write/terms-writer.ts'
import { createTextWriter } from '../write/text-store-writer.ts'
import { writeUrls } from '../write/urls-writer.ts'
import { labelsOf } from './labels-of.ts'
import { numberAt } from './numbers.ts'
import { PairTable } from './pair-table.ts'
import { PostingTable } from './posting-table.ts'
import { orderOfKeys } from './sort-keys.ts'
import { type OrderedWords, orderWords } from './sort-words.ts'
import { createTextsBuilder } from './texts-builder.ts'
import { WordTable } from './word-table.ts'

export interface SegmentBuilder {
  /**
   * @param furniture lines and versions that are stored and not searched
   * @param record the article as encodeRecord writes it, when the caller has that already
   */
  add(article: ArticleRecord, furniture?: FurnitureRecord, record?: Uint8Array): void
  readonly articles: number
  /** Writes the rest of the segment. Returns the file's length in bytes. */
  finish(): number
}

/** The words and pairs of a segment are gathered in these. */
interface Tables {
  readonly words: PostingTable
  readonly wordTable: WordTable
  readonly pairs: PairTable
}

/**
 * Tables of builders that have finished, which the next ones use. Tables that grow anew for each segment leave holes in the
 * thread's memory that the system does not get back.
 */
const idleTables: Tables[] = []

function takeTables(): Tables {
  const tables = idleTables.pop()
  for (const table of Object.values(tables ?? {})) table.clear()
  return tables ?? { words: new PostingTable(), wordTable: new WordTable(), pairs: new PairTable() }
}

export function createSegmentBuilder(
  container: ContainerWriter,
  segmenter: Segmenter,
  deflate: Deflate,
): SegmentBuilder {
  const tables = takeTables()
  const { words, wordTable, pairs } = tables
  const store = createTextWriter(container, 'articles', deflate)
  const furnitureSections = deferSections()
  const furniture = createFurnitureWriter(furnitureSections, deflate)
  const record = new ByteWriter()
  const rows: ColumnRow[] = []
  const urls: string[] = []
  const sketches: SketchRow[] = []
  const sources = new Map<string, number>()
  const titles = createTextsBuilder('titles')
  const lines = createTextsBuilder('lines')
  const windows = new Map<string, readonly string[]>()
  const labels = createTextsBuilder('labels')

  /** Adds the words and pairs of a text. Returns how many words it holds. */
  function addText(normalized: string, article: number, step: number): number {
    let length = 0
    function addTerm(source: string, start: number, end: number): void {
      length++
      const number = wordTable.numberOf(source, start, end)
      if (number === words.termCount) words.addTerm()
      words.add(number, article, step)
    }
    const addOther = (term: string) => addTerm(term, 0, term.length)
    visitSpans(normalized, segmenter, (start, end) => addTerm(normalized, start, end), addOther)
    const addPair = (pair: number) => pairs.add(pair, article)
    visitPairs(normalized, addPair)
    visitSeams(normalized, addPair)
    return length
  }

  /** Adds the lines that were taken off the page, but for those that its title says as well. */
  function addRemovedLines(removed: readonly RemovedLine[], title: string, article: number): void {
    for (const { text } of removed) {
      const known = windows.get(text) ?? windowsOfLine(text)
      windows.set(text, known)
      for (const window of known) if (!holdsWindow(title, window)) lines.add(window, article)
    }
  }

  function sourceNumber(source: string): number {
    const known = sources.get(source)
    if (known !== undefined) return known
    sources.set(source, sources.size)
    return sources.size - 1
  }

  function encoded(article: ArticleRecord): Uint8Array {
    record.clear()
    encodeRecord(article, record)
    return record.written
  }

  function add(article: ArticleRecord, left = NO_FURNITURE, bytes = encoded(article)): void {
    const number = rows.length
    const text = bodyOf(article)
    const [title, body] = [normalizeText(article.title), normalizeText(text)]
    urls.push(article.url)
    titles.add(titleKey(title), number)
    addRemovedLines(left.removed, title, number)
    for (const label of labelsOf(article)) labels.add(label, number)
    rows.push({
      date: dateNumber(article.date),
      fetchDate: dateNumber(article.fetchDate),
      source: sourceNumber(article.source),
      host: hostOf(article.url),
      titleLength: addText(title, number, TITLE_STEP),
      bodyLength: addText(body, number, BODY_STEP),
      ...titleHashes(article.title),
      id: article.id,
      status: packStatus(article.status, article.truncated),
      language: LANGUAGES.indexOf(languageOf(body || title)),
      repaired: article.repaired === '' ? 0 : 1,
      spelling: spellingOf(article.title) | spellingOf(text),
      publisher: hash32(publisherOf(article.url)),
      pathHashes: article.paths.map(hashPath),
    })
    const sketch = sketchOf(body)
    if (sketch !== undefined) sketches.push({ article: number, sketch })
    store.add(bytes)
    furniture.add(left)
  }

  function finish(): number {
    store.finish()
    furniture.finish()
    furnitureSections.writeTo(container)
    const count = writeWords(container, words, orderWords(wordTable))
    const longest = wordTable.longest((unit) => unit >= FIRST_WIDE)
    writePairs(container, pairs)
    titles.write(container)
    lines.write(container)
    labels.write(container)
    const sums = writeColumns(container, columnsOf(rows))
    writeUrls(container, urls, deflate)
    writeSketches(container, sketches)
    const meta: SegmentMeta = {
      articles: rows.length,
      words: count,
      longestWord: longest > 1 ? longest : 0,
      ...sums,
      sources: [...sources.keys()],
    }
    writeMeta(container, meta)
    idleTables.push(tables)
    return container.finish()
  }

  return {
    add,
    finish,
    get articles() {
      return rows.length
    },
  }
}

export function writeMeta(container: ContainerWriter, meta: SegmentMeta): void {
  container.section('meta')
  container.append(new TextEncoder().encode(JSON.stringify(meta)))
}

/** UTF-16 units of a title that are kept: nobody types more before it is found. */
const TITLE_UNITS = 100

/** The beginning of a normalised title, in whole characters. */
function titleKey(title: string): string {
  return title
    .trim()
    .slice(0, TITLE_UNITS)
    .replace(/[\ud800-\udbff]$/, '')
}

/** The first UTF-16 unit of Han (CJK Radicals Supplement); only letters of wide scripts come after it. */
const FIRST_WIDE = 0x2e80

/** Returns how many words there are. */
function writeWords(
  container: ContainerWriter,
  table: PostingTable,
  { numbers, bytesOf }: OrderedWords,
): number {
  const writer = createTermsWriter(container, 'words')
  const { starts, articles, frequencies } = table.grouped()
  const list = new PostingListWriter(encodeWordPosting)
  for (const number of numbers) {
    list.clear()
    const end = numberAt(starts, number + 1)
    for (let i = numberAt(starts, number); i < end; i++)
      list.add(numberAt(articles, i), numberAt(frequencies, i))
    writer.add(bytesOf(number), list.count, list.written)
  }
  return writer.finish()
}

function writePairs(container: ContainerWriter, table: PairTable): void {
  const writer = createTermsWriter(container, 'pairs')
  const { starts, articles } = table.grouped()
  const list = new PostingListWriter(encodePairPosting)
  const keys = Uint32Array.from(table.keys.values.subarray(0, table.keys.length))
  for (const number of orderOfKeys(keys)) {
    list.clear()
    const end = numberAt(starts, number + 1)
    for (let i = numberAt(starts, number); i < end; i++) list.add(numberAt(articles, i), 0)
    writer.add(pairKey(numberAt(keys, number)), list.count, list.written)
  }
  writer.finish()
}
