/** Widens a place in a text to a passage that reads well: whole sentences if they fit, else whole clauses, else words. */

import { countColumns, stepBackward, stepForward } from '../../text/columns.ts'
import type { Range } from '../literal/ranges.ts'
import { chooseEdges, type PassageSize } from './passage-edges.ts'
import { findSectionCuts, lineStart } from './section-cuts.ts'
import type { Section } from './sections.ts'
import { CUT } from './sentence-breaks.ts'
import { findEnds, findStarts } from './window-edges.ts'

export interface Passage {
  readonly range: Range
  /** It begins, or ends, inside a sentence. */
  readonly cutBefore: boolean
  readonly cutAfter: boolean
}

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
