/** Measures what learning, repairing and cleaning cost beside reading pages without them. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Block } from '../../src/corpus/article.ts'
import { pageLines } from '../../src/corpus/markdown/page-lines.ts'
import { decode } from '../../src/corpus/read/decode.ts'
import { readFrontMatter } from '../../src/corpus/read/front-matter.ts'
import { articleId } from '../../src/corpus/read/identity.ts'
import { SegmentBuilder } from '../../src/index/build/segment-builder.ts'
import { nodeDeflate } from '../../src/index/disk/deflate.ts'
import { createContainerWriter } from '../../src/index/write/container-writer.ts'
import { jiebaSegmenter } from '../../src/text/jieba/jieba.ts'
import type { Figure } from '../bars.ts'
import type { CleanedPage } from './sites.ts'

/** Times are milliseconds of the processor, which other work of the machine does not change. */
export interface Times {
  learning: number
  /** Reading and cleaning. */
  cleaned: number
  /** Reading alone. */
  plain: number
  /** Cutting and indexing a sample of the pages: the article alone, and everything on the page. */
  indexingCleaned: number
  indexingPlain: number
}

export function noTimes(): Times {
  return { learning: 0, cleaned: 0, plain: 0, indexingCleaned: 0, indexingPlain: 0 }
}

export function timed<Result>(times: Times, what: keyof Times, run: () => Result): Result {
  const began = process.cpuUsage()
  try {
    return run()
  } finally {
    const { user, system } = process.cpuUsage(began)
    times[what] += (user + system) / 1000
  }
}

/** Makes blocks of everything on a page. Returns undefined without text. */
export function plainPage(archive: string, path: string): readonly Block[] | undefined {
  try {
    return plainBlocks(readFrontMatter(decode(readFileSync(join(archive, path))).text).markdown)
  } catch {
    return undefined
  }
}

function plainBlocks(markdown: string): readonly Block[] {
  return pageLines(markdown).map(({ kind, text }) => ({ kind, text }))
}

/** One page in this many is indexed both ways. */
const INDEXED = 20

/** Indexes some of the pages given to it, into memory that is not kept. */
export function indexSome(times: Times): (page: CleanedPage) => void {
  const segmenter = jiebaSegmenter()
  const builderOf = () =>
    new SegmentBuilder(createContainerWriter({ write: () => {} }), segmenter, nodeDeflate)
  let [cleaned, plain, seen] = [builderOf(), builderOf(), 0]
  return ({ page, article }) => {
    if (seen++ % INDEXED > 0) return
    const record = { ...article, id: articleId(page.path), paths: [page.path] }
    timed(times, 'indexingCleaned', () => cleaned.add(record))
    const blocks = plainBlocks(page.markdown)
    timed(times, 'indexingPlain', () => plain.add({ ...record, status: 'article', blocks }))
    if (seen % (INDEXED * 1000) === 1) [cleaned, plain] = [builderOf(), builderOf()]
  }
}

export function speedFigures(times: Times): readonly Figure[] {
  const { learning, cleaned, plain } = times
  const indexing = { with: times.indexingCleaned * INDEXED, without: times.indexingPlain * INDEXED }
  return [
    {
      name: 'indexing with cleaning',
      value: (learning + cleaned + indexing.with) / Math.max(1, plain + indexing.without),
      unit: '×',
      atMost: 1.4,
      note: `reading, cutting and indexing, on one thread: ${seconds(learning + cleaned + indexing.with)} against ${seconds(plain + indexing.without)}, of one page in ${INDEXED}`,
    },
    {
      name: 'of that, reading alone',
      value: (learning + cleaned) / Math.max(1, plain),
      unit: '×',
      note: `learning ${seconds(learning)}, reading and cleaning ${seconds(cleaned)}; reading without ${seconds(plain)}`,
    },
  ]
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
