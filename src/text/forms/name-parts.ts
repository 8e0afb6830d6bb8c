/**
 * Parts names that are written as one word: getElementById is get, Element, By and Id, iPhone15 is iPhone and 15. Offsets are UTF-16
 * units of a text as it is written, since normalising makes its capitals small.
 */

/** Matches where one part may end and the next begin. */
const SEAM = /[a-z][A-Z]|[A-Za-z]\d|\d[A-Za-z]/g
/** Matches the parts of a name: a number, an abbreviation with or without the s of its plural, a word with or without its capital. */
const PARTS = /\d+|[A-Z]{2,}s(?![a-z])|[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g
const LETTER = /[\p{L}\p{M}\p{N}]/u

/** Longer runs, and those of more parts, are no names: hashes, keys, encoded bytes. */
const MOST_UNITS = 40
const MOST_PARTS = 6
const MOST_NUMBERS = 2
const PAIRED_PARTS = 3
const SMALL_A = 0x61
const ZERO = 0x30

/** Says whether one part of a name may end and the next begin at a place of a text as it is written. */
export function isPartEdge(text: string, at: number): boolean {
  return /^(?:[a-z][A-Z]|[A-Za-z]\d|\d[A-Za-z]|[A-Z](?=[A-Z][a-z]))/.test(
    text.slice(at - 1, at + 2),
  )
}

/** Visits the parts of each name, in the order of their beginnings; names that have one part are left out. */
export function visitNameParts(text: string, visit: (start: number, end: number) => void): void {
  SEAM.lastIndex = 0
  let from = 0
  for (let found = SEAM.exec(text); found !== null; found = SEAM.exec(text)) {
    const start = startOfRun(text, found.index, from)
    const end = endOfRun(text, found.index)
    from = end
    SEAM.lastIndex = end
    if (end - start <= MOST_UNITS && !goesOn(text, start, end))
      visitParts(partsOf(text, start, end), visit)
  }
}

/** Visits each part and, of a name of three, each two neighbours: log4j in log4j2. */
function visitParts(parts: readonly Part[], visit: (start: number, end: number) => void): void {
  for (const [number, [start, end]] of parts.entries()) {
    const next = parts[number + 1]
    if (parts.length === PAIRED_PARTS && next !== undefined) visit(start, next[1])
    visit(start, end)
  }
}

function startOfRun(text: string, at: number, from: number): number {
  let start = at
  while (start > from && isPlain(text.charCodeAt(start - 1))) start--
  return start
}

function endOfRun(text: string, at: number): number {
  let end = at
  while (isPlain(text.charCodeAt(end))) end++
  return end
}

/** Says whether a unit is a letter or digit of ASCII. */
function isPlain(unit: number): boolean {
  const small = unit | 0x20
  return (small >= SMALL_A && small < SMALL_A + 26) || isDigit(unit)
}

/** Says whether the run is a piece of a word with other letters, such as é. */
function goesOn(text: string, start: number, end: number): boolean {
  return isOtherLetter(text, start - 1) || isOtherLetter(text, end)
}

/** Han and kana part words by themselves, so that they end a name. */
function isOtherLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0x80 && unit < 0x2e80 && LETTER.test(text.charAt(at))
}

type Part = readonly [start: number, end: number]

/** Lists the parts of a run. One letter is no part and joins its neighbour: iPhone, 4o. */
function partsOf(text: string, start: number, end: number): readonly Part[] {
  const parts: Part[] = []
  let single: number | undefined
  for (const { 0: part, index } of text.slice(start, end).matchAll(PARTS)) {
    const from = single ?? start + index
    const to = start + index + part.length
    single = undefined
    if (part.length > 1 || isDigit(part.charCodeAt(0))) parts.push([from, to])
    else if (parts.length > 0) joinLast(parts, to)
    else single = from
  }
  const numbers = parts.filter(([from]) => isDigit(text.charCodeAt(from))).length
  const isName = parts.length > 1 && parts.length <= MOST_PARTS && numbers <= MOST_NUMBERS
  return isName ? parts : []
}

function joinLast(parts: Part[], end: number): void {
  const last = parts.pop()
  if (last !== undefined) parts.push([last[0], end])
}

function isDigit(unit: number): boolean {
  return unit >= ZERO && unit < ZERO + 10
}
