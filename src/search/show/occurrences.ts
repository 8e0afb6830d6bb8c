/** Tells of each needle found in a text in which section it stands, and how many columns are between it and the others. */

import { countColumns } from '../../text/columns.ts'
import type { Range } from '../literal/ranges.ts'
import type { Section } from './sections.ts'
import type { Occurrence } from './snippet-windows.ts'

/** No window has so many UTF-16 units. */
const FAR = 256

interface Found {
  readonly range: Range
  readonly needle: number
}

/**
 * Lists what stands in sections, in the order of the text. What stands in a heading counts where the section begins, since the
 * heading is shown above it; what stands in no section, such as the title said again, is left out.
 * @param found by needle, each in the order of the text
 */
export function locateOccurrences(
  text: string,
  found: readonly (readonly Range[])[],
  sections: readonly Section[],
): readonly Occurrence[] {
  const sorted = found.flatMap((ranges, needle) =>
    ranges.map((range): Found => ({ range, needle })),
  )
  const isOne = found.filter((ranges) => ranges.length > 0).length < 2
  if (!isOne) sorted.sort((a, b) => a.range[0] - b.range[0])
  const occurrences: Occurrence[] = []
  let [number, at, column] = [0, 0, 0]
  for (const { range, needle } of sorted) {
    while (isBehind(range, sections[number])) number++
    const section = sections[number]
    if (section === undefined) break
    const core = placeIn(section, range)
    if (core === undefined) continue
    column += measureGap(text, at, core[0])
    at = Math.max(at, core[0])
    const columns: Range = [column, column + countColumns(text, core[0], core[1])]
    occurrences.push({ range: core, needle, section: number, columns })
  }
  return occurrences
}

/** Counts the columns, but for a gap that no window spans, whose units are enough. */
function measureGap(text: string, start: number, end: number): number {
  return end - start > FAR ? end - start : countColumns(text, start, end)
}

function isBehind([start]: Range, section: Section | undefined): boolean {
  return section !== undefined && start >= section.range[1]
}

/** Returns what of the range stands in the section; undefined: nothing of it does. */
function placeIn(
  { range: [first, last], heading }: Section,
  [start, end]: Range,
): Range | undefined {
  if (start >= first) return [start, Math.min(end, last)]
  if (heading !== undefined && start >= heading[0] && start < heading[1]) return [first, first]
  return undefined
}
