/** Tells how far a phase of a run is. */

import type { IndexProgress } from '../options.ts'
import type { UpdateContext } from './update-context.ts'

/** Some files, and how many bytes they are together. */
export interface Amount {
  readonly files: number
  readonly bytes: number
}

/** The function returned adds up what the phase has done of all its files, and reports each step. */
export function createMeter(
  { report }: UpdateContext,
  phase: IndexProgress['phase'],
  { files: filesTotal, bytes: bytesTotal }: Amount,
): (done: Amount) => void {
  let filesDone = 0
  let bytesDone = 0
  return (done) => {
    filesDone += done.files
    bytesDone += done.bytes
    report({ phase, filesDone, filesTotal, bytesDone, bytesTotal })
  }
}
