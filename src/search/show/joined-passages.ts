/** Makes one passage of two that meet. */

import type { Range } from '../literal/ranges.ts'
import type { Passage } from './passage.ts'
import type { Section } from './sections.ts'

/** A passage and its section. */
export interface Placed extends Passage {
  readonly section: Section
}

/** Two passages with no more than so many spaces between them are one. */
const MAXIMUM_GAP = 4

/** Joins the second passage to the first where they meet. */
export function joinPassages(text: string, passages: readonly Placed[]): readonly Placed[] {
  const [first, second] = passages
  if (first === undefined || second === undefined) return passages
  if (first.section !== second.section || !meet(text, first.range, second.range)) return passages
  const isLonger = second.range[1] > first.range[1]
  const start = Math.min(first.range[0], second.range[0])
  const last = isLonger ? second : first
  const cutBefore = start === first.range[0] ? first.cutBefore : second.cutBefore
  return [{ ...last, range: [start, last.range[1]], cutBefore }]
}

function meet(text: string, [, end]: Range, [start]: Range): boolean {
  return start - end <= MAXIMUM_GAP && text.slice(end, start).trim() === ''
}
