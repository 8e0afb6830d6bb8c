/** Sizes and times of files whose paths are known, looked at by several threads side by side. */

import { statSync } from 'node:fs'
import { sep } from 'node:path'
import type { TextColumn } from './text-column.ts'

/** What the threads share, a row a path. */
export interface SharedStates {
  /** NaN: nobody has looked, or it could not be looked at. */
  readonly sizes: Float64Array
  /** Milliseconds since 1970, with fractions. */
  readonly times: Float64Array
  /** One number: the first row that no thread has taken. */
  readonly next: Int32Array
}

/** Rows that a thread takes at a time: a millisecond. */
const STEP = 256

/** Looks at one row after the other of those that no other thread has taken, until all are. */
export function statRows(
  corpus: string,
  paths: TextColumn,
  { sizes, times, next }: SharedStates,
): void {
  for (let start = takeStep(next); start < paths.length; start = takeStep(next)) {
    for (let row = start; row < Math.min(start + STEP, paths.length); row++) {
      const state = statOrNothing(`${corpus}${sep}${paths.at(row)}`)
      if (state === undefined) continue
      sizes[row] = state.size
      times[row] = state.mtimeMs
    }
  }
}

function takeStep(next: Int32Array): number {
  return Atomics.add(next, 0, STEP)
}

/** What fails is left to whoever reports it. */
function statOrNothing(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}
