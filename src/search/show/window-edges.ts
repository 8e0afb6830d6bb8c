/** Finds where a passage around a core may begin and end. All offsets are UTF-16 units, all distances columns. */

import { columnsAt } from '../../text/columns.ts'
import { isSecondHalf, isSpaceUnit } from '../literal/characters.ts'
import { CUT, type Cut } from './sentence-breaks.ts'

/** A place to begin or to end at. */
export interface PassageEdge {
  readonly at: number
  readonly cut: Cut
  /** Columns from the core. */
  readonly distance: number
}

/** Tells how well the text is cut before an offset. */
type CutBefore = (index: number) => Cut

export interface Edges {
  /** The edges of sentences, of clauses and of the core, the nearest first. */
  readonly good: readonly PassageEdge[]
  /** Returns the farthest place between words that is no more than so many columns from the core. */
  readonly word: (distance: number) => PassageEdge | undefined
}

export function findStarts(
  text: string,
  low: number,
  coreStart: number,
  cutBefore: CutBefore,
): Edges {
  const good: PassageEdge[] = []
  const words = new WordEdges()
  let distance = 0
  for (let at = coreStart; at >= low; at--) {
    if (at < coreStart) distance += columnsAt(text, at)
    if (isSecondHalf(text, at)) continue
    const edge = { at, cut: cutBefore(at), distance }
    if (edge.cut >= CUT.clause || at === coreStart) good.push(edge)
    words.add(edge, distance)
  }
  return { good, word: (most) => words.farthest(most) }
}

/** An end is as far from the core as what follows it, so that the spaces between need no room of their own. */
export function findEnds(text: string, coreEnd: number, high: number, cutBefore: CutBefore): Edges {
  const good: PassageEdge[] = []
  const words = new WordEdges()
  let [distance, seenDistance, seenEnd] = [0, 0, coreEnd]
  for (let at = coreEnd; at <= high; at++) {
    if (isSecondHalf(text, at)) continue
    // The spaces before the cut are left out.
    const edge = { at: seenEnd, cut: cutBefore(at), distance: seenDistance }
    if (edge.cut >= CUT.clause || at === coreEnd) good.push(edge)
    words.add(edge, distance)
    distance += columnsAt(text, at)
    if (isSpaceUnit(text.charCodeAt(at))) continue
    seenEnd = at + (isSecondHalf(text, at + 1) ? 2 : 1)
    seenDistance = distance
  }
  return { good, word: (most) => words.farthest(most) }
}

/** The places between words, by columns from the core. */
class WordEdges {
  readonly #edges: PassageEdge[] = []

  /** Adds a place that is farther than those before it. */
  add(edge: PassageEdge, distance: number): void {
    const last = this.#edges.at(-1)
    while (last !== undefined && this.#edges.length < distance) this.#edges.push(last)
    this.#edges[distance] = last === undefined || isAsGood(edge, last) ? edge : last
  }

  farthest(distance: number): PassageEdge | undefined {
    return this.#edges[Math.min(Math.floor(distance), this.#edges.length - 1)]
  }
}

/** All places between words are alike, those behind a sentence, too. */
function isAsGood(edge: PassageEdge, other: PassageEdge): boolean {
  return edge.cut >= Math.min(other.cut, CUT.between)
}
