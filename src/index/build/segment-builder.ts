/** Gathers articles in memory and writes them as one segment. Memory grows with what is added: the caller parts large work. */

import { normalizeText } from '../../text/normalize/normalize.ts'
import { sketchOf } from '../../text/shingles.ts'
import type { Segmenter } from '../../text/terms/segmenter.ts'
import type { SketchRow } from '../columns/sketches.ts'
import { ByteWriter } from '../files/bytes.ts'
import type { Deflate } from '../files/deflate.ts'
import { BODY_STEP, TITLE_STEP } from '../postings/frequencies.ts'
import type { SegmentMeta } from '../segment/segment.ts'
import { type ArticleRecord, bodyOf, encodeRecord } from '../store/article-record.ts'
import { type FurnitureRecord, NO_FURNITURE } from '../store/furniture-record.ts'
import type { ContainerWriter } from '../write/container-writer.ts'
import { createFurnitureWriter, deferSections } from '../write/furniture-writer.ts'
import { writeMeta } from '../write/meta-writer.ts'
import { writeSketches } from '../write/sketches-writer.ts'
import { createTextWriter } from '../write/text-store-writer.ts'
import { writeUrls } from '../write/urls-writer.ts'
import { ArticleRows } from './article-rows.ts'
import { labelsOf } from './labels-of.ts'
import { RemovedLinesBuilder } from './removed-lines-builder.ts'
import { TermTables } from './term-tables.ts'
import { createTextsBuilder } from './texts-builder.ts'

export class SegmentBuilder {
  readonly #container: ContainerWriter
  readonly #segmenter: Segmenter
  readonly #deflate: Deflate
  readonly #terms = TermTables.take()
  readonly #rows = new ArticleRows()
  readonly #texts: ReturnType<typeof createTextWriter>
  readonly #furniture: ReturnType<typeof createFurnitureWriter>
  /** Only one section can be written at a time: those of the furniture wait until the texts are written. */
  readonly #furnitureSections = deferSections()
  readonly #titles = createTextsBuilder('titles')
  readonly #labels = createTextsBuilder('labels')
  readonly #lines = RemovedLinesBuilder.take()
  readonly #urls: string[] = []
  readonly #sketches: SketchRow[] = []
  readonly #record = new ByteWriter()

  /** Begins to write the texts: nothing else may be written to the container before `finish`. */
  constructor(container: ContainerWriter, segmenter: Segmenter, deflate: Deflate) {
    this.#container = container
    this.#segmenter = segmenter
    this.#deflate = deflate
    this.#texts = createTextWriter(container, 'articles', deflate)
    this.#furniture = createFurnitureWriter(this.#furnitureSections, deflate)
  }

  get articles(): number {
    return this.#rows.length
  }

  /**
   * @param furniture lines and versions that are stored beside the article
   * @param record the article as encodeRecord writes it, when the caller has that already
   */
  add(
    article: ArticleRecord,
    furniture: FurnitureRecord = NO_FURNITURE,
    record: Uint8Array = this.#encode(article),
  ): void {
    const number = this.#rows.length
    const text = bodyOf(article)
    const [title, body] = [normalizeText(article.title), normalizeText(text)]
    this.#urls.push(article.url)
    this.#titles.add(titleKey(title), number)
    this.#lines.add(furniture.removed, title, number)
    for (const label of labelsOf(article)) this.#labels.add(label, number)
    this.#rows.add(article, {
      titleLength: this.#addText(article.title, title, TITLE_STEP),
      bodyLength: this.#addText(text, body, BODY_STEP),
      body: text,
      normalized: body || title,
    })
    const sketch = sketchOf(body)
    if (sketch !== undefined) this.#sketches.push({ article: number, sketch })
    this.#texts.add(record)
    this.#furniture.add(furniture)
  }

  /** Adds a text of the article that is being added. Returns how many words it has. */
  #addText(original: string, normalized: string, step: number): number {
    const text = { original, normalized }
    return this.#terms.addText(text, this.#segmenter, this.#rows.length, step)
  }

  /** Writes the rest of the segment. Returns the file's length in bytes. */
  finish(): number {
    const container = this.#container
    this.#texts.finish()
    this.#furniture.finish()
    this.#furnitureSections.writeTo(container)
    const counts = this.#terms.write(container)
    for (const texts of [this.#titles, this.#lines, this.#labels]) texts.write(container)
    const sums = this.#rows.write(container)
    writeUrls(container, this.#urls, this.#deflate)
    writeSketches(container, this.#sketches)
    const { length: articles, sources } = this.#rows
    const meta: SegmentMeta = { articles, ...counts, ...sums, sources }
    writeMeta(container, meta)
    this.#terms.release()
    this.#lines.release()
    return container.finish()
  }

  #encode(article: ArticleRecord): Uint8Array {
    this.#record.clear()
    encodeRecord(article, this.#record)
    return this.#record.written
  }
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
