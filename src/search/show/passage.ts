/** Widens a place in a text to a passage that reads well: whole sentences if they fit, else whole clauses, else words. */

import { elementAt } from '../../element-at.ts'
import { columnsAt, countColumns } from '../../text/columns.ts'
import { isSecondHalf } from '../literal/characters.ts'
import type { Range } from '../literal/ranges.ts'
import { beginsBadly } from './readable.ts'
import { findSectionCuts, lineStart } from './section-cuts.ts'
import type { Section } from './sections.ts'
import { CUT, type Cut } from './sentence-breaks.ts'
import { type Edges, findEnds, findStarts, type PassageEdge } from './window-edges.ts'

/** Bounds in columns. */
export interface PassageSize {
  /** A passage is shorter only where its section is, or where sentences end so. */
  readonly least: number
  /** A passage is longer only where the sentence ends so. */
  readonly aim: number
  readonly most: number
}

export interface Passage {
  readonly range: Range
  /** It begins, or ends, inside a sentence. */
  readonly cutBefore: boolean
  readonly cutAfter: boolean
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
/** Share of the room that may stand before the core. */
const LONGEST_LEAD = 0.7

/**
 * Widens the core to a passage, with as much room on each side as reads well.
 * @param core what must be shown, inside the section; one longer than the size is cut behind
 */
export function widenToPassage(
  text: string,
  core: Range,
  size: PassageSize,
  section: Section,
): Passage {
  if (fits(text, section.range, size.most))
    return { range: section.range, cutBefore: false, cutAfter: false }
  const [first, last] = section.range
  const coreStart = core[0]
  const coreEnd = stepForward(text, coreStart, size.most, core[1])
  const room = size.most - countColumns(text, coreStart, coreEnd)
  const low = stepBackward(text, coreStart, room * LONGEST_LEAD, first)
  const high = stepForward(text, coreEnd, room, last)
  const cutBefore = findSectionCuts(text, low, high, section)
  const starts = findStarts(text, low, coreStart, cutBefore)
  const ends = findEnds(text, coreEnd, high, cutBefore)
  const { start, end } = chooseEdges(text, starts, ends, room, size)
  return {
    range: [section.isCode ? lineStart(text, start.at, first) : start.at, end.at],
    cutBefore: start.cut < CUT.sentence,
    cutAfter: end.cut < CUT.sentence,
  }
}

function fits(text: string, [start, end]: Range, columns: number): boolean {
  return end - start <= columns && countColumns(text, start, end) <= columns
}

interface Choice {
  readonly start: PassageEdge
  readonly end: PassageEdge
}

function chooseEdges(
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

/** Steps so many columns on, at most to `limit`, between characters. */
function stepForward(text: string, from: number, columns: number, limit: number): number {
  let [at, left] = [from, columns]
  while (at < limit) {
    left -= columnsAt(text, at)
    if (left < 0) break
    at += isSecondHalf(text, at + 1) ? 2 : 1
  }
  return Math.min(at, limit)
}

/** Steps so many columns back, at most to `limit`, between characters. */
function stepBackward(text: string, from: number, columns: number, limit: number): number {
  let [at, left] = [from, columns]
  while (at > limit) {
    const previous = isSecondHalf(text, at - 1) ? at - 2 : at - 1
    left -= columnsAt(text, previous)
    if (left < 0) break
    at = previous
  }
  return Math.max(at, limit)
}
