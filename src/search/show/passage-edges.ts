/** Weighs where a passage may begin and end: at whole sentences if they fit, neither short nor long, never with a hash. */

import { elementAt } from '../../element-at.ts'
import { beginsBadly } from './readable.ts'
import { CUT, type Cut } from './sentence-breaks.ts'
import type { Edges, PassageEdge } from './window-edges.ts'

/** Bounds in columns. */
export interface PassageSize {
  /** A passage is shorter only where its section is, or where sentences end so. */
  readonly least: number
  /** A passage is longer only where the sentence ends so. */
  readonly aim: number
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
const SHORT_STEP = 0.4
const SHORT_COST = 4
/** The cost of being as long as may be. */
const LONG_COST = 1.5
/** The cost of a lead-in that takes the whole passage: the sentence that holds the core is enough. */
const LONG_LEAD_COST = 1
/** The cost of beginning with the core in the middle of a sentence: it needs some words before it to be understood. */
const NO_LEAD_COST = 1
/** The cost of an address or a hash as the first words. */
const BAD_START_COST = 4
/** Share of the room that such words take. */
const LEAD = 0.3
interface Choice {
  readonly start: PassageEdge
  readonly end: PassageEdge
}

/**
 * Chooses where a passage begins and ends.
 * @param room columns that the size leaves beside the core
 */
export function chooseEdges(
  text: string,
  starts: Edges,
  ends: Edges,
  room: number,
  size: PassageSize,
): Choice {
  let best: Choice = { start: elementAt(starts.good, 0), end: elementAt(ends.good, 0) }
  let bestWorth = Number.NEGATIVE_INFINITY
  const worthOfStarts = new Map<PassageEdge, number>()
  for (const { start, end } of listChoices(starts, ends, room, size)) {
    const spare = room - start.distance - end.distance
    if (spare < 0 || start.at === end.at) continue
    const worthOfBeginning = worthOfStarts.get(start) ?? worthOfStart(text, start, room, size)
    worthOfStarts.set(start, worthOfBeginning)
    const worth = worthOfBeginning + WORTH[end.cut] - lengthCost(size.most - spare, size)
    if (worth <= bestWorth) continue
    bestWorth = worth
    best = { start, end }
  }
  return best
}

/** Lists the good edges with each other, and each with the best place between words on the other side. */
function listChoices(
  starts: Edges,
  ends: Edges,
  room: number,
  { aim, most }: PassageSize,
): Choice[] {
  const wanted = room - (most - aim)
  const choices: Choice[] = []
  const add = (start: PassageEdge | undefined, end: PassageEdge | undefined) => {
    if (start !== undefined && end !== undefined) choices.push({ start, end })
  }
  const lead = starts.word(wanted * LEAD)
  for (const start of lead === undefined ? starts.good : [...starts.good, lead]) {
    for (const end of ends.good) add(start, end)
    add(start, ends.word(wanted - start.distance))
  }
  for (const end of ends.good) add(starts.word(wanted - end.distance), end)
  return choices
}

function worthOfStart(
  text: string,
  { at, cut, distance }: PassageEdge,
  room: number,
  size: PassageSize,
): number {
  const isBad = cut >= CUT.between && beginsBadly(text, at)
  const worth = WORTH[cut] - (distance / size.most) * LONG_LEAD_COST - (isBad ? BAD_START_COST : 0)
  if (cut === CUT.sentence || room === 0) return worth
  return worth - Math.max(0, 1 - distance / (room * LEAD)) * NO_LEAD_COST
}

function lengthCost(length: number, { least, aim, most }: PassageSize): number {
  if (length > aim) return ((length - aim) / (most - aim)) * LONG_COST
  return length >= least ? 0 : SHORT_STEP + ((least - length) / least) * SHORT_COST
}
