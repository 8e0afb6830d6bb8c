/** Tells second halves of pairs and spaces by their UTF-16 units. */

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
