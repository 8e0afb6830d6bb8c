/** Measures building the index of the archive from nothing, and finding that nothing has changed since. */

import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Figure } from '../bars.ts'
import { type IndexRun, runIndex } from '../program.ts'
import { median } from '../statistics.ts'

/** How often the run that finds nothing changed is repeated. */
const UNCHANGED_RUNS = 3

/** Leaves the index of `archive` in `index`. */
export async function measureFullIndex(
  archive: string,
  index: string,
  signal: AbortSignal,
): Promise<readonly Figure[]> {
  const run = await runIndex([archive, '--index', index, '--full'], signal)
  const { summary, seconds } = run
  const indexBytes = folderBytes(index)
  const skipped = summary.skipped.length === 0 ? '' : `, ${summary.skipped.length} files skipped`
  return [
    {
      name: 'articles',
      value: summary.articles,
      unit: 'articles',
      note: `${summary.failedFetches} of them failed fetches${skipped}`,
    },
    {
      name: 'full index',
      value: seconds,
      unit: 's',
      atMost: 90,
      note: 'wall time of the process, files in the page cache',
    },
    peakFigure(run),
    { name: 'speed', value: summary.corpusBytes / 1e6 / seconds, unit: 'MB/s' },
    {
      name: 'index on disk',
      value: indexBytes / summary.corpusBytes,
      unit: '×',
      atMost: 0.4,
      note: `${megabytes(indexBytes)} for ${megabytes(summary.corpusBytes)} of articles`,
    },
  ]
}

function peakFigure({ peakBytes }: IndexRun): Figure {
  return {
    name: 'peak memory',
    value: peakBytes === undefined ? undefined : peakBytes / 1e9,
    unit: 'GB',
    atMost: 0.9,
    note:
      peakBytes === undefined
        ? 'needs /proc, which Linux has'
        : 'VmHWM: resident memory of the whole process',
  }
}

export async function measureUnchanged(
  archive: string,
  index: string,
  signal: AbortSignal,
): Promise<Figure> {
  const seconds: number[] = []
  while (seconds.length < UNCHANGED_RUNS) {
    const run = await runIndex([archive, '--index', index], signal)
    const { added, updated, removed, reread } = run.summary
    const changes = added + updated + removed + reread
    if (changes > 0) throw new Error(`${archive}: ${changes} articles changed during the bench`)
    seconds.push(run.seconds)
  }
  const note = `median of ${UNCHANGED_RUNS} runs`
  return { name: 'index with nothing changed', value: median(seconds), unit: 's', atMost: 2, note }
}

/** Sums the bytes of everything in the folder, whether the index names it or not. */
export function folderBytes(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
