/**
 * Looks at files that an earlier run knew in another thread, while this one still reads the folders: nearly all of them will be found
 * again, and looking takes longer than finding.
 */

import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { SHARE_ENV, Worker } from 'node:worker_threads'
import { type SharedStates, statRows } from './stat-rows.ts'
import type { TextColumn } from './text-column.ts'

export interface StatTask {
  readonly corpus: string
  /** As TextColumn has them, in shared memory. */
  readonly paths: Uint8Array
  readonly rows: number
  readonly states: SharedStates
}

/** What was found of the files, a row each. */
export interface KnownStates {
  readonly sizes: Float64Array
  /** Milliseconds since 1970, with fractions. */
  readonly times: Float64Array
  /** The row of what is row `row` of other paths, to be asked for in their order; NOT_KNOWN also where nobody could look. */
  rowOf(paths: TextColumn, row: number): number
}

export const NOT_KNOWN = -1

/** Of fewer files the thread would not be worth its start. */
const FEWEST = 10_000

/**
 * @param known in the order of their UTF-16 units
 * @returns takes part in what is left, and gives the states of all; undefined: no other thread has begun
 */
export function statAhead(
  corpus: string,
  known: TextColumn,
): (() => Promise<KnownStates>) | undefined {
  if (known.length < FEWEST || availableParallelism() < 2) return undefined
  const states = sharedStates(known.length)
  const paths = new Uint8Array(new SharedArrayBuffer(known.bytes.length))
  paths.set(known.bytes)
  const workerData: StatTask = { corpus, paths, rows: known.length, states }
  const worker = new Worker(new URL('./stat-worker.js', import.meta.url), {
    workerData,
    env: SHARE_ENV,
  })
  // A thread that fails leaves rows that nobody has looked at.
  const ended = once(worker, 'exit').catch(() => undefined)
  return async () => {
    statRows(corpus, known, states)
    await ended
    return { sizes: states.sizes, times: states.times, rowOf: rowFinder(known, states) }
  }
}

function rowFinder(known: TextColumn, { sizes }: SharedStates): KnownStates['rowOf'] {
  let old = 0
  return (paths, row) => {
    let order = 1
    for (; old < known.length; old++) {
      order = known.compare(old, paths, row)
      if (order >= 0) break
    }
    if (order !== 0) return NOT_KNOWN
    // The next path is another: to find that out anew would take longer than all else here.
    const found = old++
    return Number.isNaN(sizes[found]) ? NOT_KNOWN : found
  }
}

function sharedStates(rows: number): SharedStates {
  const shared = () =>
    new Float64Array(new SharedArrayBuffer(rows * Float64Array.BYTES_PER_ELEMENT))
  return {
    sizes: shared().fill(Number.NaN),
    times: shared(),
    next: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
  }
}
