/** Counts the columns of text where 搜 takes two and s takes one: the measure of a line on a terminal or a page. */

import { eastAsianWidth } from 'get-east-asian-width'

/** Columns by unit of the basic plane; 0 until a unit is first asked for. */
const COLUMNS = new Uint8Array(0x10000)

/**
 * Returns the columns of the character at an offset in UTF-16 units: 1 or 2, and 0 for the second half of a pair. Accents and
 * invisible characters count as one, so that no text is wider than it is counted.
 */
export function columnsAt(text: string, index: number): number {
  const unit = text.charCodeAt(index)
  if ((unit & 0xf800) === 0xd800) return columnsOfHalf(text, index)
  if (COLUMNS[unit] === 0) COLUMNS[unit] = eastAsianWidth(unit)
  return COLUMNS[unit] ?? 1
}

/** Counts the columns in [start, end), offsets in UTF-16 units. */
export function countColumns(text: string, start: number, end: number): number {
  let columns = 0
  for (let at = start; at < end; at++)
    columns += COLUMNS[text.charCodeAt(at)] || columnsAt(text, at)
  return columns
}

/** Steps so many columns on, at most to `limit`, from character to character. */
export function stepForward(text: string, from: number, columns: number, limit: number): number {
  let [at, left] = [from, columns]
  while (at < limit) {
    left -= columnsAt(text, at)
    if (left < 0) break
    at += columnsAt(text, at + 1) === 0 ? 2 : 1
  }
  return Math.min(at, limit)
}

/** Steps so many columns back, at most to `limit`, from character to character. */
export function stepBackward(text: string, from: number, columns: number, limit: number): number {
  let [at, left] = [from, columns]
  while (at > limit) {
    const previous = columnsAt(text, at - 1) === 0 ? at - 2 : at - 1
    left -= columnsAt(text, previous)
    if (left < 0) break
    at = previous
  }
  return Math.max(at, limit)
}

function columnsOfHalf(text: string, index: number): number {
  const isSecond = (text.charCodeAt(index) & 0xfc00) === 0xdc00
  if (isSecond && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800) return 0
  return eastAsianWidth(text.codePointAt(index) ?? 0)
}
