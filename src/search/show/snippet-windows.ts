/** Chooses which places of a text to show: one or two windows, with the most of what was asked for. */

import { elementAt } from '../../element-at.ts'
import type { Range } from '../literal/ranges.ts'
import { type Candidate, createTightWindow, type Window } from './tight-window.ts'

/** A needle found. */
export interface Occurrence {
  readonly range: Range
  /** Which needle, by its number. */
  readonly needle: number
  /** Which section of the text, by its number: no window leaves one. */
  readonly section: number
  /** [start, end) in columns from any one place of the text. */
  readonly columns: Range
}

export interface WindowOptions {
  /** The weight of each needle, a whole number, so that adding and taking away leaves nothing behind. */
  readonly weights: readonly number[]
  /** The greatest columns of a window: where there is one, where there are two, and so on. */
  readonly spans: readonly number[]
  /** Tells whether a place is one of those to read: of equally heavy windows such a one is taken. */
  readonly readsWell: (window: Window) => boolean
}

/** One more window has to show so much more of the needles' weight. */
const WORTH_ANOTHER = 1.15
/** So many of the equally heavy windows are compared. */
const COMPARED = 12
/** More of the same needles than this makes a window no better. */
const REPEATS = 4

/**
 * Chooses the fewest windows that show the most of the needles' weight, in the text's order.
 * @param occurrences in the text's order, too
 */
export function chooseWindows(
  occurrences: readonly Occurrence[],
  options: WindowOptions,
): readonly Window[] {
  const all = new Set(occurrences.map(({ needle }) => needle)).size
  let best: readonly Window[] = []
  for (const [more, span] of options.spans.entries()) {
    if (best.reduce((count, { needles }) => count + needles.size, 0) === all) break
    const windows = heaviestWindows(occurrences, options, span, more + 1)
    const least = weightOfAll(best) * WORTH_ANOTHER
    if (best.length === 0 || weightOfAll(windows) >= least) best = windows
  }
  return best.toSorted((a, b) => a.range[0] - b.range[0])
}

/** Finds the heaviest window, then the heaviest of what it does not show, and so on. */
function heaviestWindows(
  sorted: readonly Occurrence[],
  options: WindowOptions,
  span: number,
  most: number,
): readonly Window[] {
  const windows: Window[] = []
  let rest = sorted
  while (windows.length < most) {
    const window = findHeaviest(rest, options, span)
    if (window === undefined) break
    windows.push(window)
    rest = rest.filter(({ needle }) => !window.needles.has(needle))
  }
  return windows
}

function weightOfAll(windows: readonly Window[]): number {
  return windows.reduce((sum, { weight }) => sum + weight, 0)
}

/** Finds the heaviest window. Each occurrence enters and leaves once. */
function findHeaviest(
  occurrences: readonly Occurrence[],
  options: WindowOptions,
  span: number,
): Window | undefined {
  const { weights } = options
  const counts = weights.map(() => 0)
  let [weight, next, heaviest] = [0, 0, 0]
  let candidates: Candidate[] = []
  for (const [from, first] of occurrences.entries()) {
    for (; next < occurrences.length; next++) {
      const last = elementAt(occurrences, next)
      if (next > from && !fitsBehind(first, last, span)) break
      if (changeCount(counts, last, 1) === 1) weight += elementAt(weights, last.needle)
    }
    if (weight > heaviest) candidates = []
    heaviest = Math.max(heaviest, weight)
    if (weight === heaviest && candidates.length < COMPARED)
      candidates.push({ from, to: next, weight })
    if (changeCount(counts, first, -1) === 0) weight -= elementAt(weights, first.needle)
  }
  return chooseBest(occurrences, candidates, options, span)
}

function fitsBehind(first: Occurrence, last: Occurrence, span: number): boolean {
  return first.section === last.section && last.columns[1] - first.columns[0] <= span
}

/** Takes the one that reads well, has its needles near together and often; of equals the first. */
function chooseBest(
  occurrences: readonly Occurrence[],
  candidates: readonly Candidate[],
  { readsWell }: WindowOptions,
  span: number,
): Window | undefined {
  let best: Window | undefined
  let bestWorth = Number.NEGATIVE_INFINITY
  for (const candidate of candidates) {
    const window = createTightWindow(occurrences.slice(candidate.from, candidate.to), candidate)
    const repeats = Math.min(candidate.to - candidate.from, REPEATS) / REPEATS
    const worth = (readsWell(window) ? 2 : 0) + repeats - window.columns / span
    if (worth <= bestWorth) continue
    best = window
    bestWorth = worth
  }
  return best
}

/** Changes how many occurrences of the needle are in the window, and returns how many are. */
function changeCount(counts: number[], { needle }: Occurrence, by: 1 | -1): number {
  const count = elementAt(counts, needle) + by
  counts[needle] = count
  return count
}
