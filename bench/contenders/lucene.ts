/**
 * Measures Lucene on the same articles and words by a script that indexes a folder (`index FOLDER smartcn 2`), asks queries of
 * ready-cut words (`query DOCUMENTS QUERIES or|and`), and prints a line of `name=value`. Each figure of souwen stands beside it.
 */

import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Figure } from '../bars.ts'
import { PAGE } from '../measures/warm-search.ts'
import type { QuerySource, Words } from '../queries.ts'
import { percentile } from '../statistics.ts'
import { type ByIndex, type Operator, openByIndex } from './by-index.ts'
import { agreementFigure, type Documents, writeDocuments } from './lucene-documents.ts'

/** Each query counts with its best of this many runs, here as in the script. */
const RUNS = 5

const run = promisify(execFile)

export interface LuceneRuns {
  /** Path of the script. */
  readonly script: string
  readonly archive: string
  /** Path of the index of the archive. */
  readonly index: string
  /** Where documents and queries are written. */
  readonly folder: string
  readonly source: QuerySource
  readonly queries: readonly Words[]
  readonly signal: AbortSignal
}

const NAMES = { or: 'any word', and: 'all words' } as const

/** Measures how fast any and all of the words are found with exact totals, beside Lucene. */
export async function measureBesideLucene(
  runs: LuceneRuns,
  indexSpeed: number | undefined,
): Promise<readonly Figure[]> {
  const figures = [await indexingFigure(runs, indexSpeed)]
  const [documents, queries] = [join(runs.folder, 'documents'), join(runs.folder, 'queries')]
  const written = await writeDocuments(runs.source, documents, runs.signal)
  writeFileSync(queries, runs.queries.map((words) => `${words.join(' ')}\n`).join(''))
  const byIndex = await openByIndex(runs.index)
  try {
    figures.push(await agreementFigure(written, byIndex, runs.queries))
    for (const operator of ['or', 'and'] as const) {
      const printed = await luceneLine(runs, ['query', documents, queries, operator])
      figures.push(...(await besideExact(runs, byIndex, operator, printed, written)))
    }
  } finally {
    await byIndex.close()
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

/** Measures souwen where Lucene is measured, with Lucene's figures as bars, and then what users have: typed words, and a whole search. */
async function besideExact(
  { source, queries, signal }: LuceneRuns,
  byIndex: ByIndex,
  operator: Operator,
  printed: string,
  { count }: Documents,
): Promise<readonly Figure[]> {
  const typed = (words: Words) => words.join(operator === 'or' ? ' OR ' : ' ')
  const cuts = [
    {
      name: 'exact total',
      ask: (words: Words) => byIndex.terms(words, operator),
      bars: /exact p50=([\d.]+) p95=([\d.]+)/.exec(printed)?.slice(1).map(Number) ?? [
        Number.NaN,
        Number.NaN,
      ],
      note: `numbers of the best ${PAGE}, best of ${RUNS} of each of ${queries.length} title-word queries; the bar is Lucene's on ${count} articles`,
    },
    {
      name: 'as typed, by the index',
      ask: (words: Words) => byIndex.search(typed(words)),
      note: 'the same with words cut again, found as characters too and in their other forms, copies collapsed',
    },
    {
      name: 'whole search',
      ask: (words: Words) => wholeSearch(source, typed(words)),
      note: 'the same with the best articles read, for nearness and for what is shown of them; without snippets',
    },
  ]
  const figures: Figure[] = []
  for (const { name, ask, bars, note } of cuts) {
    const times = await bestTimes(queries, ask, signal)
    for (const [place, percent] of [50, 95].entries()) {
      const atMost = bars?.[place]
      figures.push({
        name: `${NAMES[operator]}, ${name}, p${percent}`,
        value: percentile(times, percent),
        unit: 'ms',
        note,
        ...(atMost !== undefined && { atMost }),
      })
    }
  }
  return figures
}

function wholeSearch({ backend }: QuerySource, query: string): Promise<unknown> {
  return backend.search({ query, limit: PAGE, offset: 0, sort: 'relevance', withoutSnippets: true })
}

async function bestTimes(
  queries: readonly Words[],
  ask: (words: Words) => Promise<unknown>,
  signal: AbortSignal,
): Promise<readonly number[]> {
  const best = queries.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < RUNS; round++) {
    for (const [i, words] of queries.entries()) {
      const start = performance.now()
      await ask(words)
      best[i] = Math.min(best[i] ?? 0, performance.now() - start)
    }
    signal.throwIfAborted()
  }
  return best
}
