/** The part of a link that a reader does not see: `(https://… "title")`. */

/** Longer destinations are no addresses; bounds what a text full of `](` costs. */
const MAXIMUM_UNITS = 4000

const OPENING = 0x28
const CLOSING = 0x29
const LESS = 0x3c
const MORE = 0x3e
const NEWLINE = 0x0a

const TITLE = /[ \t]*(?:"[^"\n]{0,2000}"|'[^'\n]{0,2000}')?[ \t]*\)/y

/**
 * Returns the end of the destination that begins at `at`, after its closing bracket; −1 if there is none. Addresses may hold
 * balanced brackets, and spaces when they stand in <…>.
 * @param units those of the text: one by one they are quicker to read than a string's
 */
export function destinationEnd(text: string, units: Uint16Array, at: number): number {
  if (units[at] !== OPENING) return -1
  const limit = Math.min(units.length, at + 1 + MAXIMUM_UNITS)
  if (text.startsWith('data:', at + 1)) return writtenOutEnd(text, at)
  const isAngled = units[at + 1] === LESS
  const address = isAngled ? angledEnd(units, at + 1, limit) : plainEnd(units, at + 1, limit)
  if (address >= 0 && units[address] === CLOSING) return address + 1
  TITLE.lastIndex = Math.max(address, 0)
  if (address >= 0 && TITLE.test(text)) return TITLE.lastIndex
  return isCutOff(text, at) ? text.length : -1
}

/** A picture that is written out, however long it is. No blank, bracket or quote stands in what is written in base 64. */
const WRITTEN_OUT = /\(data:[^\s()[\]<>"']*/y

function writtenOutEnd(text: string, at: number): number {
  WRITTEN_OUT.lastIndex = at
  WRITTEN_OUT.test(text)
  TITLE.lastIndex = WRITTEN_OUT.lastIndex
  if (TITLE.test(text)) return TITLE.lastIndex
  return WRITTEN_OUT.lastIndex === text.length ? text.length : -1
}

function angledEnd(units: Uint16Array, at: number, limit: number): number {
  for (let end = at; end < limit; end++) {
    if (units[end] === MORE) return end + 1
    if (units[end] === NEWLINE) return -1
  }
  return -1
}

function plainEnd(units: Uint16Array, at: number, limit: number): number {
  let depth = 0
  for (let end = at; end < limit; end++) {
    const unit = units[end] ?? 0
    if (unit <= 0x20) return depth === 0 ? end : -1
    if (unit === OPENING) depth++
    if (unit !== CLOSING) continue
    if (depth === 0) return end
    depth--
  }
  return -1
}

/** A page that the fetcher cut may end inside an address. */
function isCutOff(text: string, at: number): boolean {
  return text.length - at < MAXIMUM_UNITS && !/\s/.test(text.slice(at).trimEnd())
}
