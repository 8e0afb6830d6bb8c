/** Compares souwen and MiniSearch over the same articles by the same queries. */

import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SearchBackend } from '../../src/backend/backend.ts'
import { openIndex } from '../../src/engine.ts'
import { bodyOf } from '../../src/index/store/article-record.ts'
import { normalizeText } from '../../src/text/normalize/normalize.ts'
import type { Segmenter } from '../../src/text/terms/segmenter.ts'
import { visitTerms } from '../../src/text/terms/tokenize.ts'
import { folderBytes } from '../measures/full-index.ts'
import { askAll } from '../measures/warm-search.ts'
import { runIndex } from '../program.ts'
import { drawQueries, type Words } from '../queries.ts'
import { seededDraw } from '../statistics.ts'
import { type Contender, contender, type Measured } from './contender.ts'
import { type CutArticle, measureMiniSearch } from './minisearch.ts'

export interface Comparison {
  readonly subject: string
  readonly souwen: Contender
  readonly miniSearch: Contender
}

export interface ComparisonOptions {
  readonly archive: string
  /** The files to compare on, as found in the archive. */
  readonly paths: readonly string[]
  /** An empty folder for a copy of the files and its index. */
  readonly folder: string
  readonly segmenter: Segmenter
  readonly queries: number
  readonly warmUps: number
  readonly seed: number
}

export async function compare(
  options: ComparisonOptions,
  signal: AbortSignal,
): Promise<Comparison> {
  const [corpus, index] = [join(options.folder, 'corpus'), join(options.folder, 'index')]
  copyFiles(options.archive, corpus, options.paths)
  const { seconds } = await runIndex([corpus, '--index', index, '--full'], signal)
  const backend = await openIndex(index)
  try {
    const draw = seededDraw(options.seed)
    const source = { backend, paths: options.paths, segmenter: options.segmenter }
    const warmUp = await drawQueries(source, options.warmUps, draw)
    const queries = await drawQueries(source, options.queries, draw)
    const articles = await cutArticles(backend, options.paths, options.segmenter, signal)
    const searched = await measureSouwen(index, queries, warmUp, signal)
    return {
      subject: subjectText(articles.length, queries.length),
      souwen: contender({ ...searched, buildSeconds: seconds }),
      miniSearch: await measureMiniSearch(articles, queries, warmUp, signal),
    }
  } finally {
    await backend.close()
  }
}

function subjectText(articles: number, queries: number): string {
  return [
    `Beside MiniSearch, on the words of ${articles} articles with ${queries} queries:`,
    'souwen builds from the files, as a process, and answers with snippets; MiniSearch is given words that are cut already',
    'and answers with titles. Bytes: souwen’s folder holds the text, MiniSearch’s JSON does not.',
  ].join('\n')
}

function copyFiles(from: string, to: string, paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(to, path)), { recursive: true })
    copyFileSync(join(from, path), join(to, path))
  }
}

async function measureSouwen(
  index: string,
  queries: readonly Words[],
  warmUp: readonly Words[],
  signal: AbortSignal,
): Promise<Omit<Measured, 'buildSeconds'>> {
  const start = performance.now()
  const backend = await openIndex(index)
  try {
    await askAll(backend, warmUp.slice(0, 1), signal)
    const loadMs = performance.now() - start
    await askAll(backend, warmUp, signal)
    const { milliseconds } = await askAll(backend, queries, signal)
    return { loadMs, searchMs: milliseconds, byteLength: folderBytes(index) }
  } finally {
    await backend.close()
  }
}

/** The articles as the index holds them, once each however many files they have. */
async function cutArticles(
  backend: SearchBackend,
  paths: readonly string[],
  segmenter: Segmenter,
  signal: AbortSignal,
): Promise<readonly CutArticle[]> {
  const articles = new Map<string, CutArticle>()
  for (const path of paths) {
    const stored = await backend.article(path)
    signal.throwIfAborted()
    if (stored === undefined || articles.has(stored.id)) continue
    const { id, title } = stored
    const [cutTitle, body] = [cut(title, segmenter), cut(bodyOf(stored), segmenter)]
    articles.set(id, { id, title: cutTitle, body })
  }
  return [...articles.values()]
}

function cut(text: string, segmenter: Segmenter): string {
  const terms: string[] = []
  visitTerms(normalizeText(text), segmenter, (term) => terms.push(term))
  return terms.join(' ')
}
