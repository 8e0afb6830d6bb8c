/** Where a page says its title: the fetcher's heading, the site's own, sometimes a bread crumb. */

import type { PageLine } from './page-lines.ts'

/** Sites add their name to a title, or their page's number: so many more letters still are the title. */
const ADDED_UNITS = 16
/** Shorter titles come back in lines that are something else. */
const SHORTEST = 4

/** Places of the lines that are the title, ascending. */
export function titlePlaces(lines: readonly PageLine[], title: string): readonly number[] {
  const wanted = lettersOf(title)
  if (wanted.length < SHORTEST) return lines[0]?.kind === 'heading' ? [0] : []
  const places: number[] = []
  for (const [place, line] of lines.entries()) {
    const { length } = line.text
    const fits = length >= wanted.length && length <= title.length * 2 + ADDED_UNITS
    if (line.kind === 'code' || !fits) continue
    const letters = lettersOf(line.text)
    if (letters.startsWith(wanted) && letters.length <= wanted.length + ADDED_UNITS)
      places.push(place)
  }
  return places
}

const NO_LETTER = /[^\p{L}\p{N}]+/gu

function lettersOf(text: string): string {
  return text.toLowerCase().replace(NO_LETTER, '')
}
