/** Widens a place in a text to a passage that reads well: whole sentences if they fit, else whole clauses, else words. */

import { elementAt } from '../../element-at.ts'
import { countCharacters, stepBackward, stepForward } from '../literal/characters.ts'
import type { Range } from '../literal/ranges.ts'
import { CUT, type Cut, findCuts } from './sentence-breaks.ts'
import { type Ends, findEnds, findStarts, type PassageEdge } from './window-edges.ts'

export interface PassageSize {
  /** Bounds in characters (code points). A passage is shorter only where the text is, or where sentences end so. */
  readonly least: number
  readonly most: number
}

/** The worth of beginning or ending at a cut. The costs below are of the same measure. */
const WORTH: Readonly<Record<Cut, number>> = {
  [CUT.never]: -4,
  [CUT.word]: -1,
  [CUT.between]: 0.5,
  [CUT.clause]: 2,
  [CUT.sentence]: 3,
}
/** The cost of being short at all, and of missing all of the wanted length. */
const SHORT_STEP = 1
const SHORT_COST = 6
/** The cost of a lead-in that takes the whole passage: the sentence that holds the core is enough. */
const LONG_LEAD_COST = 1
/** The cost of beginning with the core in the middle of a sentence: it needs some words before it to be understood. */
const NO_LEAD_COST = 1
/** Share of the room that such words take. */
const LEAD = 0.3

/**
 * Widens the core to a passage, with as much room on each side as reads well.
 * @param core what must be shown; one longer than the size is cut behind
 * @param within the passage stays in this range
 */
export function widenToPassage(text: string, core: Range, size: PassageSize, within: Range): Range {
  const [coreStart, coreEnd] = core
  const room = size.most - countCharacters(text, coreStart, coreEnd)
  if (room < 0) return [coreStart, stepForward(text, coreStart, size.most, within[1])]
  const low = stepBackward(text, coreStart, room, within[0])
  const high = stepForward(text, coreEnd, room, within[1])
  const cutBefore = findCuts(text, low, high)
  const starts = findStarts(text, low, coreStart, cutBefore, room * LEAD)
  const ends = findEnds(text, coreEnd, high, cutBefore)
  const [start, end] = chooseEdges(starts, ends, room, size)
  if (end > start) return [start, end]
  return [start, stepForward(text, start, size.most, within[1])]
}

function chooseEdges(
  starts: readonly PassageEdge[],
  ends: Ends,
  room: number,
  size: PassageSize,
): Range {
  let best: Range = [elementAt(starts, 0).at, elementAt(ends.good, 0).at]
  let bestWorth = Number.NEGATIVE_INFINITY
  for (const start of starts) {
    const startWorth = WORTH[start.cut] - leadCost(start, room, size)
    for (const end of [...ends.good, ends.word(room - start.distance)]) {
      if (end === undefined || start.distance + end.distance > room) continue
      const spare = room - start.distance - end.distance
      const worth = startWorth + WORTH[end.cut] - shortCost(spare, size)
      if (worth <= bestWorth) continue
      bestWorth = worth
      best = [start.at, end.at]
    }
  }
  return best
}

function leadCost({ cut, distance }: PassageEdge, room: number, size: PassageSize): number {
  const long = (distance / size.most) * LONG_LEAD_COST
  if (cut === CUT.sentence || room === 0) return long
  return long + Math.max(0, 1 - distance / (room * LEAD)) * NO_LEAD_COST
}

/** @param spare how many characters the passage could still take */
function shortCost(spare: number, size: PassageSize): number {
  const missing = spare - (size.most - size.least)
  return missing <= 0 ? 0 : SHORT_STEP + (missing / size.least) * SHORT_COST
}
