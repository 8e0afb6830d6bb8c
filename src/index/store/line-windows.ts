/**
 * Cuts a removed line into the texts that it is looked up by. Nearly every line is one window; a longer one is cut into windows
 * that overlap, so that every text of at most OVERLAP_UNITS lies whole in one of them. Windows begin and end between words.
 */

import { normalizeText } from '../../text/normalize/normalize.ts'
import { isWordAt } from '../../text/terms/script-runs.ts'

/** Length of a window in UTF-16 units: at most 1,440 bytes in UTF-8, which a term of a dictionary has room for. */
const WINDOW_UNITS = 480
/** A text of at most so many UTF-16 units stands whole in some window of each line that holds it. */
export const OVERLAP_UNITS = 120
/** A longer word may be parted. */
const LONGEST_WORD_UNITS = 64

/** The windows of a line, normalised and without spaces around it; none where nothing is left. */
export function windowsOfLine(line: string): readonly string[] {
  const text = normalizeText(line).trim()
  if (text === '') return []
  const windows: string[] = []
  let start = 0
  while (text.length - start > WINDOW_UNITS) {
    const end = boundaryBefore(text, start + WINDOW_UNITS)
    windows.push(text.slice(start, end))
    start = boundaryBefore(text, end - OVERLAP_UNITS)
  }
  windows.push(text.slice(start))
  return windows
}

/** Tells whether a text says what a window says: the window stands in it, and no word of the text goes on over its edges. */
export function holdsWindow(text: string, window: string): boolean {
  for (let at = text.indexOf(window); at >= 0; at = text.indexOf(window, at + 1))
    if (isBoundary(text, at) && isBoundary(text, at + window.length)) return true
  return false
}

/** The last place up to `at` where no word is parted; never inside a surrogate pair. */
function boundaryBefore(text: string, at: number): number {
  for (let place = at; place > at - LONGEST_WORD_UNITS; place--)
    if (isBoundary(text, place)) return place
  return isSecondHalf(text, at) ? at - 1 : at
}

function isBoundary(text: string, at: number): boolean {
  return !isSecondHalf(text, at) && !(isWordAt(text, at - 1) && isWordAt(text, at))
}

function isSecondHalf(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00
}
