/**
 * Breaks text into lines for a terminal. Chinese may break between any two characters, but no line begins with 。 or ends
 * with 《; Latin words stay whole while they fit. Lines are ranges of the text, so that marks can be painted afterwards.
 */

import { type Cluster, splitClusters } from './width.ts'

/** A line is `text.slice(start, end)`. */
export interface Line {
  readonly start: number
  readonly end: number
}

const closing = new Set(',.;:!?%)]}，。、；：！？％）］｝”’」』】》〉〕〗…—～·')
const opening = new Set('([{（［｛“‘「『【《〈〔〖')

/** Returns the lines of `text`, none wider than `width` columns. Spaces at which a line breaks are in no line. */
export function wrapText(text: string, width: number): readonly Line[] {
  if (width === Number.POSITIVE_INFINITY) return [{ start: 0, end: text.length }]
  return breakLines(splitClusters(text), width).map(({ start, end }) => ({
    start,
    end: start + text.slice(start, end).trimEnd().length,
  }))
}

function breakLines(all: readonly Cluster[], width: number): readonly Line[] {
  const lines: Line[] = []
  let start = 0
  let columns = 0
  let candidate = { at: 0, columns: 0 }
  let previous: Cluster | undefined
  for (const next of all) {
    if (previous && mayBreak(previous, next)) candidate = { at: next.start, columns }
    while (!isSpace(next) && columns + next.columns > width && next.start > start) {
      if (candidate.at <= start) candidate = { at: next.start, columns }
      lines.push({ start, end: candidate.at })
      start = candidate.at
      columns -= candidate.columns
    }
    columns += next.columns
    previous = next
  }
  return [...lines, { start, end: previous?.end ?? 0 }]
}

function mayBreak(previous: Cluster, next: Cluster): boolean {
  if (isSpace(previous)) return !isSpace(next)
  if (isSpace(next) || closing.has(next.text) || opening.has(previous.text)) return false
  return previous.columns === 2 || next.columns === 2
}

function isSpace(cluster: Cluster): boolean {
  return cluster.text === ' ' || cluster.text === '\u3000'
}
