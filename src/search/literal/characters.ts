/** Steps over characters (code points) of a text by offsets in UTF-16 units, which never end inside a pair. */

/** Tells whether this unit is the second of a surrogate pair. */
export function isSecondHalf(text: string, index: number): boolean {
  return (
    (text.charCodeAt(index) & 0xfc00) === 0xdc00 && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800
  )
}

/** Tells whether a UTF-16 unit is white space. U+FEFF is none here: it belongs to the character before it. */
export function isSpaceUnit(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)
  return unit < 0x3400 && /\s/.test(String.fromCharCode(unit))
}

/** Counts the characters in [start, end). */
export function countCharacters(text: string, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) if (at === start || !isSecondHalf(text, at)) count++
  return count
}

/** Steps so many characters on, at most to `limit`. */
export function stepForward(text: string, from: number, characters: number, limit: number): number {
  let at = from
  for (let count = 0; count < characters && at < limit; count++)
    at += isSecondHalf(text, at + 1) ? 2 : 1
  return Math.min(at, limit)
}

/** Steps so many characters back, at most to `limit`. */
export function stepBackward(
  text: string,
  from: number,
  characters: number,
  limit: number,
): number {
  let at = from
  for (let count = 0; count < characters && at > limit; count++)
    at -= isSecondHalf(text, at - 1) ? 2 : 1
  return Math.max(at, limit)
}
