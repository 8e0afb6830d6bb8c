/** Gathers articles in memory and writes them as one segment. Bounded by what is added: the caller parts large work. */

import { STATUSES } from '../corpus/article.ts'
import { publisherOf } from '../corpus/identity.ts'
import { hostOf } from '../text/host.ts'
import { LANGUAGES, languageOf } from '../text/language.ts'
import { normalizeText } from '../text/normalize.ts'
import type { Segmenter } from '../text/segmenter.ts'
import { hash32, sketchOf } from '../text/shingles.ts'
import { spellingOf } from '../text/spelling.ts'
import { visitSpans } from '../text/tokenize.ts'
import { type ArticleRecord, bodyOf, encodeRecord } from './article-record.ts'
import { ByteWriter } from './bytes.ts'
import type { ColumnRow } from './columns-writer.ts'
import { columnsOf, writeColumns } from './columns-writer.ts'
import { checksum } from './container.ts'
import type { ContainerWriter } from './container-writer.ts'
import { orderOfKeys } from './key-order.ts'
import { EMPTY_PAGE, type PageRecord } from './page-record.ts'
import { type Deflate, deferredSections, pagesWriter } from './pages-writer.ts'
import { PairTable } from './pair-table.ts'
import { visitPairs, visitSeams } from './pairs.ts'
import { encodePairPosting, encodeWordPosting } from './postings.ts'
import { dateNumber, type SegmentMeta } from './segment.ts'
import { type SketchRow, writeSketches } from './sketches.ts'
import { compareBytes } from './term-blocks.ts'
import {
  BODY_STEP,
  bodyFrequencyOf,
  PostingTable,
  TITLE_STEP,
  titleFrequencyOf,
} from './term-table.ts'
import { writeTerms } from './terms-writer.ts'
import { textWriter } from './text-store-writer.ts'
import { titleHashes } from './title-hash.ts'
import { titlesBuilder } from './titles-builder.ts'
import { writeUrls } from './url-blocks.ts'
import { WordTable } from './word-table.ts'

export interface SegmentBuilder {
  /**
   * @param page what is kept of its page and not searched
   * @param record the article as encodeRecord writes it, for who has that already
   */
  add(article: ArticleRecord, page?: PageRecord, record?: Uint8Array): void
  readonly articles: number
  /** Writes the rest of the segment. Returns the file's length in bytes. */
  finish(): number
}

export function createSegmentBuilder(
  container: ContainerWriter,
  segmenter: Segmenter,
  deflate: Deflate,
): SegmentBuilder {
  const words = new PostingTable()
  const wordTable = new WordTable()
  const pairs = new PairTable()
  const store = textWriter(container, 'articles', deflate)
  const pageSections = deferredSections()
  const pages = pagesWriter(pageSections, deflate)
  const record = new ByteWriter()
  const rows: ColumnRow[] = []
  const urls: string[] = []
  const sketches: SketchRow[] = []
  const sources = new Map<string, number>()
  const titles = titlesBuilder()
  let longestWord = 0

  /** Adds a text's words and pairs. Returns how many words it holds. */
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

  function add(article: ArticleRecord, page = EMPTY_PAGE, bytes = encoded(article)): void {
    const number = rows.length
    const text = bodyOf(article)
    const [title, body] = [normalizeText(article.title), normalizeText(text)]
    urls.push(article.url)
    titles.add(title, number)
    rows.push({
      date: dateNumber(article.date),
      fetchDate: dateNumber(article.fetchDate.slice(0, DAY_UNITS)),
      source: sourceNumber(article.source),
      host: hostOf(article.url),
      titleLength: addText(title, number, TITLE_STEP),
      bodyLength: addText(body, number, BODY_STEP),
      ...titleHashes(article.title),
      id: article.id,
      status: STATUSES.indexOf(article.status) * 2 + (article.truncated ? 1 : 0),
      language: LANGUAGES.indexOf(languageOf(body || title)),
      repaired: article.repaired === '' ? 0 : 1,
      spelling: spellingOf(article.title) | spellingOf(text),
      publisher: hash32(publisherOf(article.url)),
      pathHashes: article.paths.map((path) => checksum(new TextEncoder().encode(path))),
    })
    const sketch = sketchOf(body)
    if (sketch !== undefined) sketches.push({ article: number, sketch })
    store.add(bytes)
    pages.add(page)
  }

  function finish(): number {
    store.finish()
    pages.finish()
    pageSections.writeTo(container)
    const terms = sortedWords(wordTable)
    for (const { text } of terms)
      if (isHanWord(text)) longestWord = Math.max(longestWord, text.length)
    const count = writeWords(container, words, terms)
    writePairs(container, pairs)
    titles.write(container)
    const sums = writeColumns(container, columnsOf(rows))
    writeUrls(container, urls, deflate)
    writeSketches(container, sketches)
    const meta: SegmentMeta = {
      articles: rows.length,
      words: count,
      longestWord,
      ...sums,
      sources: [...sources.keys()],
    }
    writeMeta(container, meta)
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

/** Units of `YYYY-MM-DD`. */
const DAY_UNITS = 10

function isHanWord(text: string): boolean {
  return text.charCodeAt(0) >= 0x2e80 && text.length > 1
}

interface SortedWord {
  readonly text: string
  readonly bytes: Uint8Array
  readonly number: number
}

/** In the order of their UTF-8 bytes: by the first four, and where these are alike, by all. */
function sortedWords(table: WordTable): readonly SortedWord[] {
  const encoder = new TextEncoder()
  const words = Array.from({ length: table.size }, (_, number) => {
    const text = table.wordAt(number)
    return { text, bytes: encoder.encode(text), number }
  })
  const keys = Uint32Array.from(words, ({ bytes }) => firstBytes(bytes))
  const sorted: SortedWord[] = []
  let alike: SortedWord[] = []
  let previous = 0
  const endAlike = () => {
    for (const word of alike.sort((a, b) => compareBytes(a.bytes, b.bytes))) sorted.push(word)
    alike = []
  }
  for (const place of orderOfKeys(keys)) {
    if (keys[place] !== previous) endAlike()
    previous = keys[place] ?? 0
    const word = words[place]
    if (word !== undefined) alike.push(word)
  }
  endAlike()
  return sorted
}

/** As one number, big-endian; a word of fewer comes before those that go on. */
function firstBytes(bytes: Uint8Array): number {
  const at = (index: number) => bytes[index] ?? 0
  return ((at(0) << 24) | (at(1) << 16) | (at(2) << 8) | at(3)) >>> 0
}

function writeWords(
  container: ContainerWriter,
  table: PostingTable,
  terms: readonly SortedWord[],
): number {
  const writer = writeTerms(container, 'words')
  const { order, starts } = table.grouped()
  const list = new ByteWriter()
  for (const { bytes, number } of terms) {
    const start = starts[number] ?? 0
    const end = starts[number + 1] ?? 0
    let previous = -1
    list.clear()
    for (let i = start; i < end; i++) {
      const at = order[i] ?? 0
      const article = table.articles.at(at)
      const packed = table.frequencies.at(at)
      encodeWordPosting(list, previous, article, bodyFrequencyOf(packed), titleFrequencyOf(packed))
      previous = article
    }
    writer.add(bytes, end - start, list.written)
  }
  return writer.finish()
}

function writePairs(container: ContainerWriter, table: PairTable): void {
  const writer = writeTerms(container, 'pairs')
  const { order, starts } = table.grouped()
  const list = new ByteWriter()
  const bytes = new Uint8Array(4)
  const view = new DataView(bytes.buffer)
  const keys = Uint32Array.from(table.keys.values.subarray(0, table.keys.length))
  for (const number of orderOfKeys(keys)) {
    const start = starts[number] ?? 0
    const end = starts[number + 1] ?? 0
    let previous = -1
    list.clear()
    for (let i = start; i < end; i++) {
      const article = table.articles.at(order[i] ?? 0)
      encodePairPosting(list, previous, article)
      previous = article
    }
    view.setUint32(0, keys[number] ?? 0)
    writer.add(bytes, end - start, list.written)
  }
  writer.finish()
}
