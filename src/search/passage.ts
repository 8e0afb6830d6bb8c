/** Widens a place in a text to a passage that reads well: whole sentences if they fit, else whole clauses, else words. */

import { CUT, type Cut, cutsIn } from './breaks.ts'
import { isSecondHalf, type Range } from './marks.ts'

export interface PassageSize {
  /** In characters (code points): shorter only where the text is, or where sentences end so. */
  readonly least: number
  readonly most: number
}

/** A place to begin or to end at. */
interface Edge {
  readonly at: number
  readonly cut: Cut
  /** Characters from the core. */
  readonly distance: number
}

/** What ending or beginning at a cut is worth, and what missing all of the wanted length costs. */
const WORTH: Readonly<Record<Cut, number>> = {
  [CUT.never]: -4,
  [CUT.word]: -1,
  [CUT.between]: 0.5,
  [CUT.clause]: 2,
  [CUT.sentence]: 3,
}
const SHORT_COST = 6
/** What a lead-in costs that takes all the room: the sentence that holds the core is enough. */
const LEAD_COST = 1
/** Share of the room before the core that a beginning between two words takes. */
const WORD_LEAD = 0.3

/**
 * @param core what must be shown; one longer than the size is cut behind
 * @param within the passage stays in this range
 */
export function passageAround(text: string, core: Range, size: PassageSize, within: Range): Range {
  const [coreStart, coreEnd] = core
  const room = size.most - charactersIn(text, coreStart, coreEnd)
  if (room < 0) return [coreStart, forward(text, coreStart, size.most, within[1])]
  const low = backward(text, coreStart, room, within[0])
  const high = forward(text, coreEnd, room, within[1])
  const cutBefore = cutsIn(text, low, high)
  const starts = startEdges(text, low, coreStart, cutBefore, room)
  const ends = endEdges(text, coreEnd, high, cutBefore)
  const [start, end] = bestPair(starts, ends, room, size)
  if (end > start) return [start, end]
  return [start, forward(text, start, size.most, within[1])]
}

type CutBefore = (index: number) => Cut

function startEdges(
  text: string,
  low: number,
  coreStart: number,
  cutBefore: CutBefore,
  room: number,
): readonly Edge[] {
  const edges: Edge[] = []
  let word: Edge | undefined
  let distance = 0
  for (let at = coreStart; at >= low; at--) {
    if (isSecondHalf(text, at)) continue
    const edge = { at, cut: cutBefore(at), distance }
    if (edge.cut >= CUT.clause || at === coreStart) edges.push(edge)
    else if (edge.cut >= (word?.cut ?? CUT.word) && distance <= room * WORD_LEAD) word = edge
    distance++
  }
  return word === undefined ? edges : [...edges, word]
}

function endEdges(
  text: string,
  coreEnd: number,
  high: number,
  cutBefore: CutBefore,
): readonly Edge[] {
  const edges: Edge[] = []
  let word: Edge | undefined
  let [distance, seenDistance, seenEnd] = [0, 0, coreEnd]
  for (let at = coreEnd; at <= high; at++) {
    if (isSecondHalf(text, at)) continue
    // The spaces before the cut are left out.
    const edge = { at: seenEnd, cut: cutBefore(at), distance: seenDistance }
    if (edge.cut >= CUT.clause || at === coreEnd) edges.push(edge)
    else if (edge.cut >= (word?.cut ?? CUT.word)) word = edge
    distance++
    if (!/\s/.test(text.charAt(at))) {
      seenEnd = at + (isSecondHalf(text, at + 1) ? 2 : 1)
      seenDistance = distance
    }
  }
  return word === undefined ? edges : [...edges, word]
}

function bestPair(
  starts: readonly Edge[],
  ends: readonly Edge[],
  room: number,
  size: PassageSize,
): Range {
  let best: Range = [starts[0]?.at ?? 0, ends[0]?.at ?? 0]
  let bestWorth = Number.NEGATIVE_INFINITY
  const core = size.most - room
  for (const start of starts) {
    for (const end of ends) {
      if (start.distance + end.distance > room) continue
      const missing = Math.max(0, size.least - core - start.distance - end.distance)
      const cost = (missing / size.least) * SHORT_COST + (start.distance / size.most) * LEAD_COST
      const worth = WORTH[start.cut] + WORTH[end.cut] - cost
      if (worth <= bestWorth) continue
      bestWorth = worth
      best = [start.at, end.at]
    }
  }
  return best
}

function charactersIn(text: string, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) if (at === start || !isSecondHalf(text, at)) count++
  return count
}

/** So many characters on, at most to `limit`. */
function forward(text: string, from: number, characters: number, limit: number): number {
  let at = from
  for (let count = 0; count < characters && at < limit; count++)
    at += isSecondHalf(text, at + 1) ? 2 : 1
  return Math.min(at, limit)
}

function backward(text: string, from: number, characters: number, limit: number): number {
  let at = from
  for (let count = 0; count < characters && at > limit; count++)
    at -= isSecondHalf(text, at - 1) ? 2 : 1
  return Math.max(at, limit)
}
