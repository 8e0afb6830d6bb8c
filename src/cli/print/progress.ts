/** Draws the progress bar of `souwen index`: one line on a terminal, redrawn in place, and nothing in a pipe or a log. */

import type { IndexProgress } from '../../engine.ts'
import { formatCount, formatMinutes } from './format.ts'
import type { OutputStream } from './terminal.ts'
import { splitClusters } from './width.ts'

export interface ProgressBar {
  update(progress: IndexProgress): void
  /** Takes the bar away, so that something else can be printed; the next update draws it again. */
  clear(): void
}

/** The bar can be drawn on such a stream. */
export interface ProgressStream extends OutputStream {
  write(text: string): unknown
}

const redrawMs = 100
const barColumns = 24
const eraseLine = '\r\u001b[2K'

export function createProgressBar(
  stream: ProgressStream,
  now: () => number = () => performance.now(),
): ProgressBar {
  if (!stream.isTTY) return { update: () => {}, clear: () => {} }
  let begun = { phase: '', atMs: 0, bytes: 0 }
  let drawnAtMs = Number.NEGATIVE_INFINITY
  return {
    update(progress) {
      const atMs = now()
      const { phase, bytesDone: bytes } = progress
      const isNewPhase = phase !== begun.phase
      if (isNewPhase) begun = { phase, atMs, bytes }
      if (!isNewPhase && atMs - drawnAtMs < redrawMs) return
      drawnAtMs = atMs
      const line = formatProgress(progress, {
        seconds: (atMs - begun.atMs) / 1000,
        bytes: bytes - begun.bytes,
      })
      stream.write(eraseLine + cutToColumns(line, (stream.columns || 80) - 1))
    },
    clear() {
      if (drawnAtMs === Number.NEGATIVE_INFINITY) return
      stream.write(eraseLine)
      drawnAtMs = Number.NEGATIVE_INFINITY
    },
  }
}

/** The work done in the present phase, from which its speed follows. */
export interface PhaseWork {
  readonly seconds: number
  readonly bytes: number
}

/** Writes 'reading   [############------------]  50%  48,947 of 97,895 files  4.2 MB/s  0:47 left'. */
export function formatProgress(progress: IndexProgress, work: PhaseWork): string {
  const { phase, filesDone, filesTotal, bytesDone, bytesTotal } = progress
  if (filesTotal === 0) return `${phase}  ${formatCount(filesDone)} files`
  const share = Math.min(1, bytesTotal > 0 ? bytesDone / bytesTotal : filesDone / filesTotal)
  const percent = `${Math.floor(share * 100)}%`.padStart(4)
  const files = `${formatCount(filesDone)} of ${formatCount(filesTotal)} files`
  return [
    `${phase.padEnd(8)} ${drawBar(share)} ${percent}`,
    files,
    ...formatSpeed(bytesTotal - bytesDone, work),
  ].join('  ')
}

function drawBar(share: number): string {
  const full = Math.round(share * barColumns)
  return `[${'#'.repeat(full)}${'-'.repeat(barColumns - full)}]`
}

/** Returns no speed in the first half second, which is too short to tell it from. */
function formatSpeed(bytesLeft: number, { seconds, bytes }: PhaseWork): string[] {
  if (seconds < 0.5 || bytes <= 0) return []
  const bytesPerSecond = bytes / seconds
  return [
    `${(bytesPerSecond / 1e6).toFixed(1)} MB/s`,
    `${formatMinutes(bytesLeft / bytesPerSecond)} left`,
  ]
}

/** Cuts the line to what fits. A longer one would wrap, and the next redraw would leave its first half standing. */
function cutToColumns(line: string, columns: number): string {
  let used = 0
  const tooFar = splitClusters(line).find((cluster) => {
    used += cluster.columns
    return used > columns
  })
  return tooFar ? line.slice(0, tooFar.start) : line
}
