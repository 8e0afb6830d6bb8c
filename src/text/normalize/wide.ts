/**
 * Recognises the wide scripts, Han and kana, which are written without spaces and so are cut by dictionary or by pairs. The tests
 * take a UTF-16 unit, for loops over whole articles.
 */

const HAN: readonly (readonly [first: number, last: number])[] = [
  [0x2e80, 0x2e99],
  [0x2e9b, 0x2ef3],
  [0x2f00, 0x2fd5],
  [0x3005, 0x3005],
  [0x3007, 0x3007],
  [0x3021, 0x3029],
  [0x3038, 0x303b],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfa6d],
  [0xfa70, 0xfad9],
  // First halves of U+20000 to U+3FFFF, the two planes kept for Han.
  [0xd840, 0xd8bf],
]

/** Halfwidth kana are left out, normalising makes them full; ・ parts words; ー and the two voicing marks belong to them. */
const KANA: readonly (readonly [first: number, last: number])[] = [
  [0x3041, 0x3096],
  [0x3099, 0x309a],
  [0x309d, 0x309f],
  [0x30a1, 0x30fa],
  [0x30fc, 0x30ff],
  [0x31f0, 0x31ff],
]

const LAST_HALVES: readonly (readonly [first: number, last: number])[] = [[0xdc00, 0xdfff]]

const NEITHER = 0
const IS_HAN = 1
const IS_KANA = 2
const IS_LAST_HALF = 3
const WIDTHS = new Uint8Array(0x10000)
for (const [first, last] of HAN) WIDTHS.fill(IS_HAN, first, last + 1)
for (const [first, last] of KANA) WIDTHS.fill(IS_KANA, first, last + 1)
for (const [first, last] of LAST_HALVES) WIDTHS.fill(IS_LAST_HALF, first, last + 1)

/**
 * Says whether a UTF-16 unit belongs to Han or kana. Returns true for every second half of a surrogate pair, which does not tell
 * by itself whether it is half of 𠮷 or of an emoji.
 */
export function isWide(unit: number): boolean {
  return WIDTHS[unit] !== NEITHER
}

/** Says whether a unit is a Han character of the basic plane, or the first half of one beyond it. */
export function isHan(unit: number): boolean {
  return WIDTHS[unit] === IS_HAN
}

/** Says whether a text has Han characters alone, at least one, without the pattern for it, which is slow to compile. */
export function isHanText(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (!isHan(text.charCodeAt(index))) return false
    const isPair = (text.charCodeAt(index) & 0xfc00) === 0xd800
    if (isPair && (text.charCodeAt(++index) & 0xfc00) !== 0xdc00) return false
  }
  return text !== ''
}

export function isKana(unit: number): boolean {
  return WIDTHS[unit] === IS_KANA
}

/** ー, which makes the vowel before it long in both kana. */
export const PROLONGED = '\u30fc'
const FIRST_KATAKANA = 0x30a0

/** Says whether a kana unit is one of katakana; ー and the voicing marks are so where they follow one. */
export function isKatakana(unit: number): boolean {
  return isKana(unit) && unit > FIRST_KATAKANA && !isSharedKana(unit)
}

/** Says whether a unit belongs to hiragana and katakana alike. */
export function isSharedKana(unit: number): boolean {
  return unit === 0x30fc || unit === 0x3099 || unit === 0x309a
}
