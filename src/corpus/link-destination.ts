/** The part of a link that a reader does not see: `(https://… "title")`. */

/** Longer destinations are no addresses; bounds what a text full of `](` costs. */
const MAXIMUM_UNITS = 4000

const TITLE = /[ \t]*(?:"[^"\n]{0,2000}"|'[^'\n]{0,2000}')?[ \t]*\)/y

/**
 * Where the destination ends that begins at `at`, after its closing bracket; −1: there is none. Addresses may hold
 * balanced brackets, and spaces when they stand in <…>.
 */
export function destinationEnd(text: string, at: number): number {
  if (text[at] !== '(') return -1
  const address = text[at + 1] === '<' ? angledEnd(text, at + 1) : plainEnd(text, at + 1)
  TITLE.lastIndex = Math.max(address, 0)
  if (address >= 0 && TITLE.test(text)) return TITLE.lastIndex
  return isCutOff(text, at) ? text.length : -1
}

function angledEnd(text: string, at: number): number {
  for (let end = at; end < Math.min(text.length, at + MAXIMUM_UNITS); end++) {
    if (text[end] === '>') return end + 1
    if (text[end] === '\n') return -1
  }
  return -1
}

function plainEnd(text: string, at: number): number {
  let depth = 0
  for (let end = at; end < Math.min(text.length, at + MAXIMUM_UNITS); end++) {
    const unit = text.charCodeAt(end)
    if (unit <= 0x20) return depth === 0 ? end : -1
    if (unit === 0x28) depth++
    if (unit !== 0x29) continue
    if (depth === 0) return end
    depth--
  }
  return -1
}

/** A page that the fetcher cut may end inside an address. */
function isCutOff(text: string, at: number): boolean {
  return text.length - at < MAXIMUM_UNITS && !/\s/.test(text.slice(at).trimEnd())
}
