/** All measurements of a run in order: those that start processes first, while this one is still small. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findArticles } from '../src/corpus/discover.ts'
import { openIndex } from '../src/engine.ts'
import { jiebaSegmenter } from '../src/text/jieba.ts'
import type { Segmenter } from '../src/text/segmenter.ts'
import type { Figure } from './bars.ts'
import { measureColdSearch } from './cold-search.ts'
import { type Comparison, compare } from './comparison.ts'
import { measureFirstSuggestion } from './first-suggestion.ts'
import { measureFullIndex, measureUnchanged } from './full-index.ts'
import type { BenchOptions } from './options.ts'
import { drawQueries } from './queries.ts'
import { machineText, type Report } from './report.ts'
import { seededDraw } from './statistics.ts'
import { askAll, snippetFigure, warmFigures } from './warm-search.ts'

const SEED = 20250101
const QUERIES = 500
const WARM_UPS = 100

/** @param folder an empty folder for all that is made on the way */
export async function measure(
  options: BenchOptions,
  folder: string,
  signal: AbortSignal,
  say: (step: string) => void,
): Promise<Report> {
  const { archive } = options
  const index = join(folder, 'index')
  const machine = machineText()
  say('reading every file once, so that no disk is measured')
  const paths = await warmFiles(archive, signal)
  say('full index')
  const figures: Figure[] = [...(await measureFullIndex(archive, index, signal))]
  say('index with nothing changed')
  figures.push(await measureUnchanged(archive, index, signal))
  say('cold search')
  figures.push(...(await measureColdSearch(index, signal)))
  say('first suggestion')
  figures.push(...(await measureFirstSuggestion(index, signal)))
  say('warm search')
  const segmenter = jiebaSegmenter()
  figures.push(...(await measureWarmSearch(index, paths, segmenter, signal)))
  say('MiniSearch')
  const comparison = await comparisonOn(options, paths, folder, segmenter, signal)
  const subject = `${paths.length} files; ${machine}; seed ${SEED}`
  return { subject, figures, comparison }
}

/** Paths of the archive's files, sorted. */
async function warmFiles(archive: string, signal: AbortSignal): Promise<readonly string[]> {
  const { files } = await findArticles(archive)
  if (files.length === 0) throw new Error(`${archive}: holds no articles`)
  for (const { path } of files) {
    readFileSync(join(archive, path))
    signal.throwIfAborted()
  }
  return files.map(({ path }) => path).sort()
}

async function measureWarmSearch(
  index: string,
  paths: readonly string[],
  segmenter: Segmenter,
  signal: AbortSignal,
): Promise<readonly Figure[]> {
  const backend = await openIndex(index)
  try {
    const draw = seededDraw(SEED)
    const source = { backend, paths, segmenter }
    const warmUp = await drawQueries(source, WARM_UPS, draw)
    const queries = await drawQueries(source, QUERIES, draw)
    await askAll(backend, warmUp, signal)
    const figures = warmFigures(await askAll(backend, queries, signal))
    return [...figures, await snippetFigure(backend, queries, signal)]
  } finally {
    await backend.close()
  }
}

async function comparisonOn(
  { archive, minisearchArticles }: BenchOptions,
  paths: readonly string[],
  folder: string,
  segmenter: Segmenter,
  signal: AbortSignal,
): Promise<Comparison | undefined> {
  if (minisearchArticles === 0) return undefined
  const compared = {
    archive,
    paths: paths.slice(0, minisearchArticles),
    folder: join(folder, 'comparison'),
    segmenter,
    queries: QUERIES,
    warmUps: WARM_UPS,
    seed: SEED,
  }
  return compare(compared, signal)
}
