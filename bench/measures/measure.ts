/** Takes all measurements of a run. Those that start processes come first, while this process is small. */

import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openEmbedded } from '../../src/backend/embedded.ts'
import { findArticles } from '../../src/corpus/find/discover.ts'
import { openIndex } from '../../src/engine.ts'
import { jiebaSegmenter } from '../../src/text/jieba/jieba.ts'
import type { Segmenter } from '../../src/text/terms/segmenter.ts'
import type { Figure } from '../bars.ts'
import { type Comparison, compare } from '../contenders/comparison.ts'
import { measureBesideLucene } from '../contenders/lucene.ts'
import { drawQueries, type QuerySource } from '../queries.ts'
import { machineText, type Report } from '../report.ts'
import { seededDraw } from '../statistics.ts'
import { measureColdSearch } from './cold-search.ts'
import { countingFolder } from './counting-folder.ts'
import { facetFigures } from './facets.ts'
import { measureFirstSuggestion } from './first-suggestion.ts'
import { measureFullIndex, measureUnchanged } from './full-index.ts'
import type { BenchOptions } from './options.ts'
import { drawPhrases, phraseFigure } from './phrases.ts'
import { measureServer } from './running-server.ts'
import { askAll, snippetFigure, warmFigures } from './warm-search.ts'

const SEED = 20250101
const QUERIES = 500
const WARM_UPS = 100
const PHRASES = 250
const PHRASE_WARM_UPS = 20
const SERVER_QUERIES = 10_000
const LUCENE_QUERIES = 1000
const MOST_LUCENE_WORDS = 4

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
  const backend = await openIndex(index)
  try {
    const source = { backend, paths, segmenter }
    figures.push(...(await measureWarmSearch(source, signal)))
    say('quoted phrases')
    figures.push(...(await measurePhrases(source, index)))
    say('the server')
    figures.push(...(await serverFigures(options, index, folder, source, signal)))
    if (options.lucene !== undefined) {
      say('Lucene')
      const queries = await drawQueries(source, LUCENE_QUERIES, seededDraw(SEED), MOST_LUCENE_WORDS)
      const runs = { script: options.lucene, archive, index, folder, source, queries, signal }
      const speed = figures.find(({ name }) => name === 'speed')?.value
      figures.push(...(await measureBesideLucene(runs, speed)))
    }
  } finally {
    await backend.close()
  }
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
  return [...files.paths]
}

async function measureWarmSearch(
  source: QuerySource,
  signal: AbortSignal,
): Promise<readonly Figure[]> {
  const draw = seededDraw(SEED)
  const warmUp = await drawQueries(source, WARM_UPS, draw)
  const queries = await drawQueries(source, QUERIES, draw)
  await askAll(source.backend, warmUp, signal)
  const searches = warmFigures(await askAll(source.backend, queries, signal))
  return [
    ...searches,
    await snippetFigure(source.backend, queries, signal),
    ...(await facetFigures(source.backend, queries, signal)),
  ]
}

async function measurePhrases(source: QuerySource, index: string): Promise<readonly Figure[]> {
  const folder = countingFolder(index)
  const backend = await openEmbedded(folder)
  try {
    const figures: Figure[] = []
    for (const kind of ['Chinese', 'English'] as const) {
      const draw = seededDraw(SEED)
      const warmUp = await drawPhrases(source, kind, PHRASE_WARM_UPS, draw)
      const phrases = await drawPhrases(source, kind, PHRASES, draw)
      await phraseFigure(backend, folder, kind, warmUp)
      figures.push(await phraseFigure(backend, folder, kind, phrases))
    }
    return figures
  } finally {
    await backend.close()
  }
}

async function serverFigures(
  { archive }: BenchOptions,
  index: string,
  folder: string,
  source: QuerySource,
  signal: AbortSignal,
): Promise<readonly Figure[]> {
  const queries = await drawQueries(source, SERVER_QUERIES, seededDraw(SEED))
  const served = join(folder, 'served')
  mkdirSync(served)
  return measureServer({ archive, index, folder: served, queries, signal })
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
