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
  /** NaN: nobody has looked, or it could not be looked at. */
  readonly sizes: Float64Array
  /** Milliseconds since 1970, with fractions. */
  readonly times: Float64Array
}

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
  // Ending takes a thread longer than saying that it is done; one that fails leaves rows that nobody has looked at.
  const done = Promise.race([once(worker, 'message'), once(worker, 'exit')]).catch(() => undefined)
  return async () => {
    statRows(corpus, known, states)
    await done
    return states
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
