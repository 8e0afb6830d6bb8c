/** Which characters a text may hold that was read in the right encoding, and which script their letters belong to. */

const LETTER = /\p{L}/u
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

/** A letter beyond ASCII. */
export function isForeignLetter(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return code >= 0x80 && isLetter(code)
}

export function countForeignLetters(characters: Iterable<string>): number {
  let count = 0
  for (const character of characters) if (isForeignLetter(character)) count++
  return count
}

/** Letters and digits of any script count. */
export const isLetterOrDigit = remembered((character) => LETTER_OR_DIGIT.test(character))

const isLetter = remembered((character) => LETTER.test(character))

/** A test of characters that is asked for few, again and again: of each UTF-16 unit what it said is kept. */
function remembered(holds: (character: string) => boolean): (code: number) => boolean {
  const answers = new Uint8Array(0x10000)
  const [holding, failing] = [1, 2]
  return (code) => {
    if (code > 0xffff) return holds(String.fromCodePoint(code))
    if (answers[code] === 0) answers[code] = holds(String.fromCharCode(code)) ? holding : failing
    return answers[code] === holding
  }
}

/**
 * One character that people write, as opposed to what two or three bytes happen to mean; or what is left of
 * one by another misreading.
 */
const WRITTEN = new RegExp(
  `^[${[
    '\\u0080-\\u017f\\u0192\\u01a0\\u01a1\\u01af\\u01b0\\u01cd-\\u01dc\\u0218-\\u021b\\u02c6\\u02dc\\u0300-\\u036f\\u1e00-\\u1eff', // Latin
    '\\u0370-\\u04ff\\u0591-\\u05f4\\u0600-\\u06ff\\u0900-\\u097f\\u0e00-\\u0e7f', // Greek to Thai
    '\\u2000-\\u2bff\\ufe0f\\ufeff\\ufffd\\u{1f000}-\\u{1faff}', // punctuation and signs
    '\\u2e80-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uffee\\u{20000}-\\u{3134f}', // Chinese, Japanese, Korean
  ].join('')}]$`,
  'u',
)

export const isWritten = remembered((character) => WRITTEN.test(character))

const SCRIPTS = {
  Han: /\p{Script=Han}/u,
  Latin: /\p{Script=Latin}/u,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  Hangul: /\p{Script=Hangul}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  Arabic: /\p{Script=Arabic}/u,
  Hebrew: /\p{Script=Hebrew}/u,
  Devanagari: /\p{Script=Devanagari}/u,
  Thai: /\p{Script=Thai}/u,
} as const

export type Script = keyof typeof SCRIPTS
const NAMED_SCRIPTS = Object.entries(SCRIPTS) as readonly (readonly [Script, RegExp])[]

/**
 * The entry of a UTF-16 unit is one more than the place of its script in NAMED_SCRIPTS, or than their number if it has none of
 * them; 0 means that it is not known yet.
 */
const places = new Uint8Array(0x10000)

/** Undefined for what is no letter of these. */
export function scriptOf(character: string): Script | undefined {
  const code = character.codePointAt(0) ?? 0
  if (code > 0xffff) return NAMED_SCRIPTS[scriptPlace(character)]?.[0]
  places[code] ||= scriptPlace(character) + 1
  return NAMED_SCRIPTS[(places[code] ?? 0) - 1]?.[0]
}

function scriptPlace(character: string): number {
  const place = NAMED_SCRIPTS.findIndex(([, pattern]) => pattern.test(character))
  return place < 0 ? NAMED_SCRIPTS.length : place
}
