/** Indexes one size of the growing archive by the real program, and asks it. */

import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findArticles } from '../../src/corpus/find/discover.ts'
import { openIndex } from '../../src/engine.ts'
import { nodeFolder } from '../../src/index/disk/node-folder.ts'
import { createBlockCache } from '../../src/index/files/block-cache.ts'
import { readManifest } from '../../src/index/files/manifest.ts'
import { openSegment } from '../../src/index/segment/segment.ts'
import { jiebaSegmenter } from '../../src/text/jieba/jieba.ts'
import { folderBytes } from '../measures/full-index.ts'
import { askAll } from '../measures/warm-search.ts'
import { runIndex } from '../program.ts'
import { drawQueries } from '../queries.ts'
import { percentile, seededDraw } from '../statistics.ts'
import type { Row } from './rows.ts'

const SEED = 20250101
const QUERIES = 500
const WARM_UPS = 100

/** Moves as many copies into the corpus as are wanted: the sizes must come in ascending order. */
export function growCorpus(folder: string, size: number): void {
  mkdirSync(join(folder, 'corpus'), { recursive: true })
  for (let copy = 0; copy < size; copy++) {
    const [from, to] = [join(folder, 'copies', `${copy}`), join(folder, 'corpus', `${copy}`)]
    if (existsSync(from)) renameSync(from, to)
  }
}

/** Indexes the corpus and asks the index; leaves nothing but the corpus. */
export async function measureSize(
  folder: string,
  times: number,
  signal: AbortSignal,
): Promise<Row> {
  const [corpus, index] = [join(folder, 'corpus'), join(folder, 'index')]
  const paths = [...(await findArticles(corpus)).files.paths]
  try {
    const run = await runIndex([corpus, '--index', index, '--full'], signal)
    return {
      times,
      files: paths.length,
      articles: run.summary.articles,
      failedFetches: run.summary.failedFetches,
      corpusBytes: run.summary.corpusBytes,
      words: await countTerms(index),
      seconds: run.seconds,
      peakBytes: run.peakBytes ?? 0,
      indexBytes: folderBytes(index),
      ...(await askIndex(paths, index, signal)),
    }
  } finally {
    rmSync(index, { recursive: true, force: true })
  }
}

/** Counts different terms; with several segments, those of the largest. */
async function countTerms(index: string): Promise<number> {
  const folder = nodeFolder(index)
  let most = 0
  for (const { name } of (await readManifest(folder))?.segments ?? []) {
    const segment = await openSegment(folder, name, createBlockCache(0))
    most = Math.max(most, segment.meta.words)
    await segment.close()
  }
  return most
}

/** One to three words of titles from all over the corpus, all of which must match; ten hits with snippets. */
async function askIndex(paths: readonly string[], index: string, signal: AbortSignal) {
  const backend = await openIndex(index)
  try {
    const source = { backend, paths, segmenter: jiebaSegmenter() }
    const draw = seededDraw(SEED)
    await askAll(backend, await drawQueries(source, WARM_UPS, draw), signal)
    const { milliseconds } = await askAll(backend, await drawQueries(source, QUERIES, draw), signal)
    return { p50Ms: percentile(milliseconds, 50), p95Ms: percentile(milliseconds, 95) }
  } finally {
    await backend.close()
  }
}
