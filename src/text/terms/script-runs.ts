/**
 * Parts a normalised text into runs of one kind, without any dictionary: the same for articles and queries. Offsets are
 * UTF-16 units.
 */

import { isHan, isKana } from '../normalize/wide.ts'

/** 'word': letters, digits and marks of every script that is not wide: Latin, Cyrillic, Arabic, Hangul … */
export type PieceKind = 'han' | 'kana' | 'word'

const NAMES: readonly (PieceKind | undefined)[] = [undefined, undefined, 'han', 'kana', 'word']
const OTHER = 1
const HAN = 2
const KANA = 3
const WORD = 4

/** Kinds of the basic plane's units, 0 until they are first met; pairs of surrogates are looked up apart. */
const KINDS = new Uint8Array(0x10000)
const PAIR_KINDS = new Map<number, number>()

/** Calls `visit` for each maximal run of one kind, in order; spaces and punctuation lie between. */
export function visitPieces(
  text: string,
  visit: (kind: PieceKind, start: number, end: number) => void,
): void {
  let [start, kind] = [0, OTHER]
  for (let index = 0; index < text.length; ) {
    const code = text.charCodeAt(index)
    const paired = (code & 0xfc00) === 0xd800
    const here = paired ? pairKind(text, index) : KINDS[code] || kindOf(code)
    if (here !== kind) {
      const name = NAMES[kind]
      if (name !== undefined) visit(name, start, index)
      start = index
      kind = here
    }
    index += paired && index + 1 < text.length ? pairLength(text, index) : 1
  }
  const name = NAMES[kind]
  if (name !== undefined) visit(name, start, text.length)
}

/** Counts the units of a text that are in runs of each kind. */
export function countKinds(text: string): Readonly<Record<PieceKind, number>> {
  const counts = new Uint32Array(NAMES.length)
  for (let index = 0; index < text.length; ) {
    const code = text.charCodeAt(index)
    const paired = (code & 0xfc00) === 0xd800
    const kind = paired ? pairKind(text, index) : KINDS[code] || kindOf(code)
    const units = paired ? pairLength(text, index) : 1
    counts[kind] = (counts[kind] ?? 0) + units
    index += units
  }
  return { han: counts[HAN] ?? 0, kana: counts[KANA] ?? 0, word: counts[WORD] ?? 0 }
}

/** Says whether a unit belongs to a run of kind 'word'; a half of a surrogate pair does not. */
export function isWordUnit(unit: number): boolean {
  return (KINDS[unit] || kindOf(unit)) === WORD
}

/** Says whether the unit at a place, which may be half of a surrogate pair, belongs to a run of kind 'word'. */
export function isWordAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  if ((code & 0xf800) !== 0xd800) return index >= 0 && index < text.length && isWordUnit(code)
  const first = code >= 0xdc00 ? index - 1 : index
  return (text.charCodeAt(first) & 0xfc00) === 0xd800 && pairKind(text, first) === WORD
}

function kindOf(code: number): number {
  const kind = computeKind(code)
  KINDS[code] = kind
  return kind
}

function computeKind(code: number): number {
  if ((code & 0xf800) === 0xd800) return OTHER
  if (isHan(code)) return HAN
  if (isKana(code)) return KANA
  // The commonest units are told by their numbers, since the pattern is slow to compile.
  if (code < 0x80) return isAsciiWord(code) ? WORD : OTHER
  if (code === 0x3001 || code === 0x3002 || (code >= 0x2010 && code <= 0x2027)) return OTHER
  if (code >= 0x3008 && code <= 0x3020) return OTHER
  return isWordCharacter(String.fromCharCode(code)) ? WORD : OTHER
}

function isAsciiWord(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a)
}

/** Enclosing marks are no part of a word: 1⃣ is a 1. */
function isWordCharacter(character: string): boolean {
  return /^[\p{L}\p{N}\p{Mn}\p{Mc}]/u.test(character)
}

function pairLength(text: string, index: number): number {
  return (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00 ? 2 : 1
}

function pairKind(text: string, index: number): number {
  if (pairLength(text, index) === 1) return OTHER
  if (isHan(text.charCodeAt(index))) return HAN
  const codePoint = text.codePointAt(index) ?? 0
  const known = PAIR_KINDS.get(codePoint)
  if (known !== undefined) return known
  const kind = isWordCharacter(String.fromCodePoint(codePoint)) ? WORD : OTHER
  PAIR_KINDS.set(codePoint, kind)
  return kind
}
