/** Chooses which places of a text to show: one to three windows, with the most of what was asked for. */

import { elementAt } from '../../element-at.ts'
import type { Range } from '../literal/ranges.ts'

/** A needle found. */
export interface Occurrence {
  readonly range: Range
  /** Which needle, by its number. */
  readonly needle: number
}

export interface WindowOptions {
  /** The weight of each needle, a whole number, so that adding and taking away leaves nothing behind. */
  readonly weights: readonly number[]
  /** The greatest length of a window, in UTF-16 units: where there is one, where there are two, and so on. */
  readonly spans: readonly number[]
}

interface Window {
  readonly range: Range
  readonly needles: ReadonlySet<number>
  /** Weight of its needles, each once. */
  readonly weight: number
}

/** More of the same needles than this makes a window no better. */
const REPEATS = 4

/** Chooses the fewest windows that show the most of the needles' weight. They come in the text's order and may overlap. */
export function chooseWindows(
  occurrences: readonly Occurrence[],
  { weights, spans }: WindowOptions,
): readonly Range[] {
  const sorted = occurrences.toSorted((a, b) => a.range[0] - b.range[0])
  const all = new Set(sorted.map(({ needle }) => needle)).size
  let best: readonly Window[] = []
  for (const [more, span] of spans.entries()) {
    const windows = heaviestWindows(sorted, weights, span, more + 1)
    if (weightOfAll(windows) > weightOfAll(best)) best = windows
    if (best.reduce((count, { needles }) => count + needles.size, 0) === all) break
  }
  return best.map(({ range }) => range).sort((a, b) => a[0] - b[0])
}

/** Finds the heaviest window, then the heaviest of what it does not show, and so on. */
function heaviestWindows(
  sorted: readonly Occurrence[],
  weights: readonly number[],
  span: number,
  most: number,
): readonly Window[] {
  const windows: Window[] = []
  let rest = sorted
  while (windows.length < most) {
    const window = findHeaviest(rest, weights, span)
    if (window === undefined) break
    windows.push(window)
    rest = rest.filter(({ needle }) => !window.needles.has(needle))
  }
  return windows
}

function weightOfAll(windows: readonly Window[]): number {
  return windows.reduce((sum, { weight }) => sum + weight, 0)
}

/** Finds the heaviest window; of equally heavy ones that with most hits, of those the first. Each occurrence enters and leaves once. */
function findHeaviest(
  occurrences: readonly Occurrence[],
  weights: readonly number[],
  span: number,
): Window | undefined {
  const counts = weights.map(() => 0)
  let [weight, next] = [0, 0]
  let best = { weight: 0, hits: 0, from: 0, to: 0 }
  for (const [from, first] of occurrences.entries()) {
    for (; next < occurrences.length; next++) {
      const last = elementAt(occurrences, next)
      if (next > from && last.range[1] - first.range[0] > span) break
      if (changeCount(counts, last, 1) === 1) weight += elementAt(weights, last.needle)
    }
    const hits = Math.min(next - from, REPEATS)
    if (weight > best.weight || (weight === best.weight && hits > best.hits))
      best = { weight, hits, from, to: next }
    if (changeCount(counts, first, -1) === 0) weight -= elementAt(weights, first.needle)
  }
  return createWindow(occurrences.slice(best.from, best.to), best.weight)
}

/** Changes how many occurrences of the needle are in the window, and returns how many are. */
function changeCount(counts: number[], { needle }: Occurrence, by: 1 | -1): number {
  const count = elementAt(counts, needle) + by
  counts[needle] = count
  return count
}

function createWindow(inside: readonly Occurrence[], weight: number): Window | undefined {
  const [first] = inside
  if (first === undefined) return undefined
  const end = inside.reduce((last, { range }) => Math.max(last, range[1]), 0)
  const needles = new Set(inside.map(({ needle }) => needle))
  return { range: [first.range[0], end], needles, weight }
}
