/**
 * Lucene on the same articles and the same words, by a script that indexes a folder (`index FOLDER smartcn 2`) and asks
 * queries of ready-cut words (`query DOCUMENTS QUERIES or|and`), and prints a line of `name=value`. Each of ours stands beside it.
 */

import { execFile } from 'node:child_process'
import { createWriteStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import type { SearchBackend } from '../src/backend/backend.ts'
import { tokenize } from '../src/text/tokenize.ts'
import type { Figure } from './bars.ts'
import type { QuerySource, Words } from './queries.ts'
import { percentile } from './statistics.ts'
import { PAGE } from './warm-search.ts'

/** Each query counts with its best of so many, here as in the script. */
const RUNS = 5

const run = promisify(execFile)

export interface LuceneRuns {
  /** Path of the script. */
  readonly script: string
  readonly archive: string
  /** Where documents and queries are written. */
  readonly folder: string
  readonly source: QuerySource
  readonly queries: readonly Words[]
  readonly signal: AbortSignal
}

/** Beside Lucene: how fast words are found any of which may match, and all of which must, with exact totals. */
export async function measureBesideLucene(
  runs: LuceneRuns,
  indexSpeed: number | undefined,
): Promise<readonly Figure[]> {
  const figures = [await indexingFigure(runs, indexSpeed)]
  const [documents, queries] = [join(runs.folder, 'documents'), join(runs.folder, 'queries')]
  await pipeline(documentLines(runs), createWriteStream(documents))
  writeFileSync(queries, runs.queries.map((words) => `${words.join(' ')}\n`).join(''))
  for (const operator of ['or', 'and'] as const) {
    const ours = await bestTimes(runs.source.backend, runs.queries, operator, runs.signal)
    const printed = await luceneLine(runs, ['query', documents, queries, operator])
    const exact = /exact p50=([\d.]+) p95=([\d.]+)/.exec(printed) ?? []
    for (const [place, percent] of [50, 95].entries()) {
      figures.push({
        name: `${operator === 'or' ? 'any word' : 'all words'}, exact total, p${percent}`,
        value: percentile(ours, percent),
        unit: 'ms',
        atMost: Number(exact[place + 1]),
        note: `best of ${RUNS} of each of ${ours.length} title-word queries; the bar is Lucene's`,
      })
    }
  }
  return figures
}

/** At most half the time of Lucene is at least twice its speed: the bar says so of its inverse. */
async function indexingFigure(runs: LuceneRuns, speed: number | undefined): Promise<Figure> {
  const printed = await luceneLine(runs, ['index', runs.archive, 'smartcn', '2'])
  const theirs = Number(/MBps=([\d.]+)/.exec(printed)?.[1])
  return {
    name: 'full index beside Lucene',
    value: speed === undefined ? undefined : theirs / speed,
    unit: '×',
    atMost: 0.5,
    note: `of the time of Lucene with smartcn on two threads: ${theirs.toFixed(1)} MB/s`,
  }
}

async function luceneLine({ script, signal }: LuceneRuns, args: readonly string[]) {
  const { stdout } = await run('bash', [script, ...args], { signal, maxBuffer: 1 << 24 })
  return stdout
}

/** The terms of every article, a line each. */
async function* documentLines({ source, signal }: LuceneRuns): AsyncGenerator<string> {
  for (const path of source.paths) {
    signal.throwIfAborted()
    const article = await source.backend.article(path)
    if (article === undefined) continue
    const text = [article.title, ...article.blocks.map((block) => block.text)].join('\n')
    yield `${tokenize(text, source.segmenter)
      .map(({ term }) => term)
      .join(' ')}\n`
  }
}

async function bestTimes(
  backend: SearchBackend,
  queries: readonly Words[],
  operator: 'or' | 'and',
  signal: AbortSignal,
): Promise<readonly number[]> {
  const best = queries.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < RUNS; round++) {
    for (const [i, words] of queries.entries()) {
      const query = words.join(operator === 'or' ? ' OR ' : ' ')
      const start = performance.now()
      await backend.search({
        query,
        limit: PAGE,
        offset: 0,
        sort: 'relevance',
        withoutSnippets: true,
      })
      best[i] = Math.min(best[i] ?? 0, performance.now() - start)
    }
    signal.throwIfAborted()
  }
  return best
}
