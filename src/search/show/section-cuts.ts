/** Finds where a section may be cut: prose at sentences and words, code at lines. All offsets are UTF-16 units. */

import { isSpaceUnit } from '../literal/characters.ts'
import type { Section } from './sections.ts'
import { CUT, type Cut, findCuts } from './sentence-breaks.ts'

const LINE_FEED = 0x0a

/** Sections begin and end at sentences; in code a sentence is a line. */
export function findSectionCuts(
  text: string,
  low: number,
  high: number,
  { range: [first, last], isCode }: Section,
): (index: number) => Cut {
  const cutBefore = findCuts(text, low, high)
  return (at) => {
    if (at === first || at === last) return CUT.sentence
    const cut = cutBefore(at)
    return isCode && cut > CUT.between && !beginsLine(text, at) ? CUT.between : cut
  }
}

function beginsLine(text: string, index: number): boolean {
  let at = index
  while (at > 0 && isBlankUnit(text.charCodeAt(at - 1))) at--
  return text.charCodeAt(at - 1) === LINE_FEED
}

/** Takes the indentation of a line, too. */
export function lineStart(text: string, index: number, first: number): number {
  let at = index
  while (at > first && isBlankUnit(text.charCodeAt(at - 1))) at--
  return at === first || text.charCodeAt(at - 1) === LINE_FEED ? at : index
}

function isBlankUnit(unit: number): boolean {
  return unit !== LINE_FEED && isSpaceUnit(unit)
}
