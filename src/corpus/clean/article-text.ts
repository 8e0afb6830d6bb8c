/** Decides whether the lines that were kept of a page are an article at all. */

import type { PageLine } from '../markdown/page-lines.ts'
import { opensAfter } from '../signs/after-signs.ts'
import { proseUnits } from '../signs/line-signs.ts'
import { textUnits } from './judgement.ts'

/** Running text of one sentence. */
const TEXT_UNITS = 12
/** Text that comes back on other pages must be more to count. */
const REPEATED_TEXT_UNITS = 120
/** A page without sentences counts as text if it has this many short lines with this much text: a list, a poem, a table. */
const SHORT_LINES = 6
const SHORT_UNITS = 80

export function holdsText(kept: readonly PageLine[]): boolean {
  if (holdsSentence(kept)) return true
  return kept.length >= SHORT_LINES && sumOf(kept, (line) => line.text.length) >= SHORT_UNITS
}

export function holdsSentence(kept: readonly PageLine[]): boolean {
  return isTextOf(kept, TEXT_UNITS)
}

/** Lines that stand on other pages of the site too. */
export function holdsRepeatedText(kept: readonly PageLine[]): boolean {
  return isTextOf(kept, REPEATED_TEXT_UNITS)
}

/** Says whether the lines could hold such text, whichever of them are kept: nine in ten pages without an article cannot. */
export function mayHoldRepeatedText(lines: readonly PageLine[]): boolean {
  return sumOf(lines, proseUnits) >= REPEATED_TEXT_UNITS
}

/** Looks at no more lines than it takes. */
function isTextOf(lines: readonly PageLine[], least: number): boolean {
  let units = 0
  return lines.some((line) => {
    units += textUnits(line)
    return units >= least
  })
}

function sumOf(lines: readonly PageLine[], unitsOf: (line: PageLine) => number): number {
  return lines.reduce((sum, line) => sum + unitsOf(line), 0)
}

/** Articles have as much running text in one piece somewhere. UTF-16 units. */
const PASSAGE_UNITS = 300
/** Fewer lines that are no text are what an article has of headings, names and captions. */
const MENU_LINES = 20

/** A page that was cut before its article began: its title does not come back, and nothing on it is a passage of text. */
export function isCutMenu(titles: readonly number[], kept: readonly PageLine[]): boolean {
  if (titles.some((place) => place > 0)) return false
  let [passage, longest, text, others] = [0, 0, 0, 0]
  for (const line of kept) {
    const units = opensAfter(line) ? 0 : textUnits(line)
    passage = units > 0 ? passage + units : 0
    longest = Math.max(longest, passage)
    if (units > 0) text++
    else if (line.kind !== 'table') others++
  }
  return longest < PASSAGE_UNITS && others >= MENU_LINES && text * 2 < others
}
