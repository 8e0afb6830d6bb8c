/** Which characters a text may hold that was read in the right encoding, and which script their letters belong to. */

const LETTER = /\p{L}/u

/** By UTF-16 unit what LETTER says of it: texts ask for few, again and again. */
const answers = new Uint8Array(0x10000)
const [IS_LETTER, IS_NONE] = [1, 2]

/** A letter beyond ASCII. */
export function isForeignLetter(character: string): boolean {
  if (character.length > 1) return character > '\x7f' && LETTER.test(character)
  const unit = character.charCodeAt(0)
  if (unit < 0x80) return false
  if (answers[unit] === 0) answers[unit] = LETTER.test(character) ? IS_LETTER : IS_NONE
  return answers[unit] === IS_LETTER
}

/**
 * One character that people write, as opposed to what two or three bytes happen to mean; or what is left of
 * one by another misreading.
 */
export const WRITTEN = new RegExp(
  `^[${[
    '\\u0080-\\u017f\\u0192\\u01a0\\u01a1\\u01af\\u01b0\\u01cd-\\u01dc\\u0218-\\u021b\\u02c6\\u02dc\\u0300-\\u036f\\u1e00-\\u1eff', // Latin
    '\\u0370-\\u04ff\\u0591-\\u05f4\\u0600-\\u06ff\\u0900-\\u097f\\u0e00-\\u0e7f', // Greek to Thai
    '\\u2000-\\u2bff\\ufe0f\\ufeff\\ufffd\\u{1f000}-\\u{1faff}', // punctuation and signs
    '\\u2e80-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uffee\\u{20000}-\\u{3134f}', // Chinese, Japanese, Korean
  ].join('')}]$`,
  'u',
)

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

/** Undefined for what is no letter of these. */
export function scriptOf(character: string): Script | undefined {
  return NAMED_SCRIPTS.find(([, pattern]) => pattern.test(character))?.[0]
}
