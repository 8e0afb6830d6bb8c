/**
 * Finds needles of a query in a text. Case, width and script do not matter; the results are ranges of the text as it is written.
 * All offsets are UTF-16 units.
 */

import { partitionPoint } from '../../binary-search.ts'
import { integerAt } from '../../element-at.ts'
import { isKoreanParticle, LONGEST_PARTICLE } from '../../text/forms/korean.ts'
import { loosen } from '../../text/forms/loose-terms.ts'
import { isPartEdge } from '../../text/forms/name-parts.ts'
import { joinsPrevious } from '../../text/normalize/cluster.ts'
import { type NormalizedText, originalRange } from '../../text/normalize/normalize.ts'
import { isWordUnit, visitPieces } from '../../text/terms/script-runs.ts'
import { normalizeToCanonical } from '../../text/terms/written-forms.ts'
import { isSecondHalf } from './characters.ts'
import { joinRanges, type Range } from './ranges.ts'

/** A text that a query looks for: to score it, to show it, to mark it. */
export interface Needle {
  /** Normalised. */
  readonly text: string
  /** How much it tells beside the others. */
  readonly weight: number
  /** It counts only where it stands as a whole word: `art`, but not in `party`. */
  readonly wholeWord: boolean
  /** It counts where a word begins with it, and stands for the whole word. */
  readonly isPrefix?: boolean
  /** It counts in loose terms, too: without accents, as a part of a name, before a Korean particle, as a Chinese number. */
  readonly isLoose?: boolean
}

/** A text beside its normalised form, in which needles are looked for. */
export interface SearchableText {
  readonly text: string
  readonly normalized: NormalizedText
  /** The same without accents and with Chinese numbers in digits, for loose needles. */
  readonly loosened: NormalizedText
}

export function prepareText(text: string): SearchableText {
  const normalized = normalizeToCanonical(text)
  let loosened: NormalizedText | undefined
  return {
    text,
    normalized,
    get loosened() {
      loosened ??= loosen(normalized)
      return loosened
    },
  }
}

/** Finds the ranges to mark: sorted, apart from each other, and of whole characters. */
export function findMarks(text: string, needles: readonly Needle[]): readonly Range[] {
  const target = prepareText(text)
  return joinRanges(needles.flatMap((needle) => findOccurrences(target, needle)))
}

/**
 * Finds where a needle stands in the text, in order and without overlaps.
 * @param within only occurrences that begin in this range of the original; absent: all
 */
export function findOccurrences(
  target: SearchableText,
  needle: Needle,
  { within, limit = Number.POSITIVE_INFINITY }: { within?: Range; limit?: number } = {},
): readonly Range[] {
  const found: Range[] = []
  if (needle.text === '') return found
  const { text } = target
  const normalized = needle.isLoose ? target.loosened : target.normalized
  const [from, to] = within ?? [0, text.length]
  const haystack = normalized.text
  let at = haystack.indexOf(needle.text, normalizedOffset(normalized, from))
  while (at >= 0 && found.length < limit) {
    const end = findEnd(haystack, needle, at)
    const isOne = isFound(text, normalized, needle, at, end)
    if (isOne) {
      const range = includeMarks(text, originalRange(normalized, at, end))
      if (range[0] >= to) break
      if (range[0] >= from) found.push(range)
    }
    at = haystack.indexOf(needle.text, isOne ? end : at + 1)
  }
  return found
}

function isFound(
  text: string,
  normalized: NormalizedText,
  { isPrefix, wholeWord, isLoose }: Needle,
  at: number,
  end: number,
): boolean {
  if (isPrefix) return !isInWord(normalized.text, at)
  if (!wholeWord || standsAlone(normalized.text, at, end)) return true
  if (!isLoose) return false
  const [from, to] = originalRange(normalized, at, end)
  const begins = !isInWord(normalized.text, at) || isPartEdge(text, from)
  return begins && (!isInWord(normalized.text, end) || isPartEdge(text, to) || isStem(text, to))
}

/** Tells whether a Korean word goes on with a particle only. */
function isStem(text: string, end: number): boolean {
  const [rest = ''] = /^[\uac00-\ud7a3]+/.exec(text.slice(end, end + LONGEST_PARTICLE + 1)) ?? []
  return isKoreanParticle(rest)
}

function findEnd(text: string, needle: Needle, at: number): number {
  let end = at + needle.text.length
  if (needle.isPrefix)
    while (end < text.length && isWordAt(text, end)) end += isSecondHalf(text, end + 1) ? 2 : 1
  return end
}

/** The first place of the normalised text that came from the offset of the original or from what follows it. */
function normalizedOffset({ offsets }: NormalizedText, original: number): number {
  if (offsets === undefined) return original
  return partitionPoint(offsets.length - 1, (at) => integerAt(offsets, at) >= original)
}

/** Tells whether no word goes on over the edges of a range: .net stands alone in asp.net, net does not in netz. */
export function standsAlone(text: string, start: number, end: number): boolean {
  return (!isInWord(text, start) || isVersion(text, start)) && !isInWord(text, end)
}

/** Tells whether a number begins here behind the v of a version: v5.6.2 is 5.6.2, too. */
function isVersion(text: string, start: number): boolean {
  return /^v\d/.test(text.slice(start - 1, start + 1)) && !isInWord(text, start - 1)
}

/** Tells whether the characters on both sides are letters or digits of scripts that put spaces between words. */
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

/** Widens the range by combining marks and invisible characters that belong to its first and last character. */
function includeMarks(text: string, [start, end]: Range): Range {
  while (start > 0 && (isSecondHalf(text, start) || joinsPrevious(text, start))) start--
  while (end < text.length && (isSecondHalf(text, end) || joinsPrevious(text, end))) end++
  return [start, end]
}
