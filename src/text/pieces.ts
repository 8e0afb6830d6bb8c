/**
 * Parts a normalised text into runs of one kind, without any dictionary: the same for articles and queries. Offsets are
 * UTF-16 units.
 */

import { isHan, isKana } from './wide.ts'

/** 'word': letters, digits and marks of every script that is not wide: Latin, Cyrillic, Arabic, Hangul … */
export type PieceKind = 'han' | 'kana' | 'word'

const NAMES: readonly (PieceKind | undefined)[] = [undefined, undefined, 'han', 'kana', 'word']
const OTHER = 1
const HAN = 2
const KANA = 3
const WORD = 4

/** Enclosing marks are no part of a word: 1⃣ is a 1. */
const WORD_CHARACTER = /^[\p{L}\p{N}\p{Mn}\p{Mc}]/u

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

/** Does a unit belong to a run of kind 'word'? Of a surrogate pair it says no. */
export function isWordUnit(unit: number): boolean {
  return (KINDS[unit] || kindOf(unit)) === WORD
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
  return WORD_CHARACTER.test(String.fromCharCode(code)) ? WORD : OTHER
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
  const kind = WORD_CHARACTER.test(String.fromCodePoint(codePoint)) ? WORD : OTHER
  PAIR_KINDS.set(codePoint, kind)
  return kind
}
