/**
 * Finds what a query asked for in a text: case, width and script do not matter, and what is found are ranges of the text
 * as it is written. All offsets are UTF-16 units.
 */

import { joinsPrevious } from '../../text/normalize/cluster.ts'
import { type NormalizedText, originalRange } from '../../text/normalize/normalize.ts'
import { isWordUnit, visitPieces } from '../../text/terms/script-runs.ts'
import { normalizeMeant } from '../../text/terms/written-forms.ts'
import { isSecondHalf } from './characters.ts'

/** Something to mark. */
export interface Needle {
  /** Normalised. */
  readonly text: string
  /** How much it tells, for choosing what to show. */
  readonly weight: number
  /** It is marked only where it stands as a whole word: `art`, but not in `party`. */
  readonly whole: boolean
  /** It is marked where a word begins with it, with the rest of the word. */
  readonly begins?: boolean
}

/** [start, end) */
export type Range = readonly [start: number, end: number]

/** A text made ready for looking things up in it. */
export interface Searchable {
  readonly text: string
  readonly normalized: NormalizedText
}

export function searchable(text: string): Searchable {
  return { text, normalized: normalizeMeant(text) }
}

/** What to mark: sorted, neither overlapping nor touching, never half a character. */
export function findMarks(text: string, needles: readonly Needle[]): readonly Range[] {
  const target = searchable(text)
  return joinRanges(needles.flatMap((needle) => occurrencesOf(target, needle)))
}

/**
 * Where a needle stands in the text, in order; the places do not overlap.
 * @param within where they begin, a range of the original; absent: anywhere
 */
export function occurrencesOf(
  { text, normalized }: Searchable,
  needle: Needle,
  { within, limit = Number.POSITIVE_INFINITY }: { within?: Range; limit?: number } = {},
): readonly Range[] {
  const found: Range[] = []
  if (needle.text === '') return found
  const [from, to] = within ?? [0, text.length]
  const haystack = normalized.text
  let at = haystack.indexOf(needle.text, normalizedOffset(normalized, from))
  while (at >= 0 && found.length < limit) {
    const end = endOf(haystack, needle, at)
    const isOne = needle.begins
      ? !isInWord(haystack, at)
      : !needle.whole || standsAlone(haystack, at, end)
    if (isOne) {
      const range = wholeCharacters(text, originalRange(normalized, at, end))
      if (range[0] >= to) break
      if (range[0] >= from) found.push(range)
    }
    at = haystack.indexOf(needle.text, isOne ? end : at + 1)
  }
  return found
}

function endOf(text: string, needle: Needle, at: number): number {
  let end = at + needle.text.length
  if (needle.begins)
    while (end < text.length && isWordAt(text, end)) end += isSecondHalf(text, end + 1) ? 2 : 1
  return end
}

/** Sorted ranges of which none touches another. */
export function joinRanges(ranges: readonly Range[]): readonly Range[] {
  const joined: [number, number][] = []
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last === undefined || start > last[1]) joined.push([start, end])
    else last[1] = Math.max(last[1], end)
  }
  return joined
}

/** The first place of the normalised text that came from the offset or what follows it. */
function normalizedOffset({ offsets }: NormalizedText, original: number): number {
  if (offsets === undefined) return original
  let [low, high] = [0, offsets.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] ?? 0) < original) low = middle + 1
    else high = middle
  }
  return low
}

/** No letter or digit goes on where the needle has one at its edge: .net stands alone in asp.net, net does not in netz. */
export function standsAlone(text: string, start: number, end: number): boolean {
  return (!isInWord(text, start) || isVersion(text, start)) && !isInWord(text, end)
}

/** Does a number begin here with the v of a version before it? v5.6.2 is 5.6.2 too. */
function isVersion(text: string, start: number): boolean {
  return /^v\d/.test(text.slice(start - 1, start + 1)) && !isInWord(text, start - 1)
}

/** Are the characters on both sides letters or digits of scripts that put spaces between words? */
function isInWord(text: string, at: number): boolean {
  if (at === 0 || at === text.length) return false
  return isWordAt(text, isSecondHalf(text, at - 1) ? at - 2 : at - 1) && isWordAt(text, at)
}

function isWordAt(text: string, at: number): boolean {
  if (!isSecondHalf(text, at + 1)) return isWordUnit(text.charCodeAt(at))
  let found = false
  visitPieces(text.slice(at, at + 2), (kind) => {
    found = kind === 'word'
  })
  return found
}

/** The range with the marks and invisible characters that belong to its first and last character. */
function wholeCharacters(text: string, [start, end]: Range): Range {
  while (start > 0 && (isSecondHalf(text, start) || joinsPrevious(text, start))) start--
  while (end < text.length && (isSecondHalf(text, end) || joinsPrevious(text, end))) end++
  return [start, end]
}
