/** Finds the lead of an article: its first sentences, behind bylines, dates and addresses. */

import type { Range } from '../literal/ranges.ts'
import { isProse } from './readable.ts'
import type { Section } from './sections.ts'

/** The lead stands among so many UTF-16 units, or the article begins without one. */
const SEARCHED = 4000

export interface Lead {
  readonly range: Range
  readonly section: number
}

/** Returns the empty range where the lead begins; undefined: there is no text. */
export function findLead(text: string, sections: readonly Section[]): Lead | undefined {
  for (const [number, section] of sections.entries()) {
    const [start, end] = section.range
    if (start > SEARCHED) break
    for (let at = start; at < end && at <= SEARCHED; ) {
      if (isProse(text, at, section)) return { range: [at, at], section: number }
      const line = text.indexOf('\n', at)
      if (line < 0) break
      at = skipSpaces(text, line, end)
    }
  }
  const first = sections[0]?.range[0]
  return first === undefined ? undefined : { range: [first, first], section: 0 }
}

function skipSpaces(text: string, from: number, end: number): number {
  let at = from
  while (at < end && /\s/.test(text.charAt(at))) at++
  return at
}
