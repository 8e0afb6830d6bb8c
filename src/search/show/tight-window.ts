/** Narrows a window to the shortest stretch that has all of its needles. */

import { elementAt } from '../../element-at.ts'
import type { Range } from '../literal/ranges.ts'
import type { Occurrence } from './snippet-windows.ts'

/** Occurrences [from, to) of a list, and the weight of their needles, each once. */
export interface Candidate {
  readonly from: number
  readonly to: number
  readonly weight: number
}

export interface Window {
  readonly range: Range
  readonly section: number
  readonly needles: ReadonlySet<number>
  readonly weight: number
  /** From its first needle to its last. */
  readonly columns: number
}

/** @param inside at least one, in the order of the text, of one section */
export function createTightWindow(
  inside: readonly Occurrence[],
  { weight }: Pick<Candidate, 'weight'>,
): Window {
  const needles = new Set(inside.map(({ needle }) => needle))
  const [from, to] = findShortest(inside, needles.size)
  const kept = inside.slice(from, to)
  const { range, columns, section } = elementAt(kept, 0)
  const end = kept.reduce((last, one) => Math.max(last, one.range[1]), range[1])
  const endColumn = kept.reduce((last, one) => Math.max(last, one.columns[1]), columns[1])
  return { range: [range[0], end], section, needles, weight, columns: endColumn - columns[0] }
}

/** Finds the shortest run that has so many different needles; of equals the first. */
function findShortest(inside: readonly Occurrence[], different: number): Range {
  const counts = new Map<number, number>()
  if (different === 1) return [0, 1]
  let best: Range = [0, inside.length]
  let bestColumns = Number.POSITIVE_INFINITY
  let from = 0
  for (const [at, last] of inside.entries()) {
    counts.set(last.needle, (counts.get(last.needle) ?? 0) + 1)
    for (; counts.size === different; from++) {
      const first = elementAt(inside, from)
      const columns = last.columns[1] - first.columns[0]
      if (columns < bestColumns) [best, bestColumns] = [[from, at + 1], columns]
      const left = (counts.get(first.needle) ?? 0) - 1
      if (left === 0) counts.delete(first.needle)
      else counts.set(first.needle, left)
    }
  }
  return best
}
