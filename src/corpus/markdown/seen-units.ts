/** Which units of a line a reader sees, looked at one by one: most lines need no pattern to tell. */

/** These are the units that /\s/ matches, and zero-width spaces. */
const UNSEEN = [
  0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005,
  0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x200b, 0x2028, 0x2029, 0x202f, 0x205f, 0x2060, 0x3000,
]
const ZERO_WIDTH_NO_BREAK_SPACE = 0xfeff

/** 1 for those. */
const isUnseenUnit = new Uint8Array(0x3001)
for (const unit of UNSEEN) isUnseenUnit[unit] = 1

export function isUnseen(unit: number): boolean {
  return unit < isUnseenUnit.length ? isUnseenUnit[unit] === 1 : unit === ZERO_WIDTH_NO_BREAK_SPACE
}

/** Returns the place of the first visible unit in [start, end), or `end` if there is none. */
export function firstSeen(units: Uint16Array, start: number, end: number): number {
  let at = start
  while (at < end && isUnseen(units[at] ?? 0)) at++
  return at
}

/** Returns the place after the last visible unit in [start, end), or `start` if there is none. */
export function endOfSeen(units: Uint16Array, start: number, end: number): number {
  let at = end
  while (at > start && isUnseen(units[at - 1] ?? 0)) at--
  return at
}
