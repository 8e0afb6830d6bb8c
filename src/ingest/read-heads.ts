/** Reads the fronts of new and changed files: which article each belongs to, and which site. */

import type { FoundFile } from '../corpus/discover.ts'
import type { CatalogFile } from './catalog.ts'
import { meter, slices, type UpdateContext } from './context.ts'
import type { Failure } from './read-versions.ts'
import { inParallel } from './workforce.ts'

const FILES_A_TASK = 2000

export async function readHeads(
  context: UpdateContext,
  files: readonly FoundFile[],
): Promise<{ readonly files: readonly CatalogFile[]; readonly failures: readonly Failure[] }> {
  const { workforce, corpus } = context
  const crew = workforce.crewFor(files.length)
  const results = await inParallel(
    crew.width,
    slices(files, FILES_A_TASK),
    (slice) => crew.readHeads({ corpus, files: slice }),
    meter(context, 'finding', files),
  )
  return {
    files: results.flatMap((result) => result.files),
    failures: results.flatMap((result) => result.failures),
  }
}
