/** Which units of a line a reader sees, looked at one by one: most lines need no pattern to tell. */

const SPACE = 0x20

/** What /\s/ matches, and zero-width spaces. */
function isUnseen(unit: number): boolean {
  if (unit < 0x80) return unit === SPACE || (unit >= 0x09 && unit <= 0x0d)
  if (unit > 0x3000) return unit === 0xfeff
  return UNSEEN.has(unit)
}

const UNSEEN: ReadonlySet<number> = new Set([
  0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009,
  0x200a, 0x200b, 0x2028, 0x2029, 0x202f, 0x205f, 0x2060, 0x3000,
])

/** Where in [start, end) the first unit stands that is seen; `end`: none is. */
export function firstSeen(units: Uint16Array, start: number, end: number): number {
  let at = start
  while (at < end && isUnseen(units[at] ?? 0)) at++
  return at
}

/** Where in [start, end) what is seen ends. */
export function endOfSeen(units: Uint16Array, start: number, end: number): number {
  let at = end
  while (at > start && isUnseen(units[at - 1] ?? 0)) at--
  return at
}

/** Whether [start, end), which begins and ends with what is seen, has nothing else in it but single spaces. */
export function isEven(units: Uint16Array, start: number, end: number): boolean {
  let afterSpace = false
  for (let at = start; at < end; at++) {
    const unit = units[at] ?? 0
    const isSpace = unit === SPACE
    if (isSpace ? afterSpace : isUnseen(unit)) return false
    afterSpace = isSpace
  }
  return true
}
