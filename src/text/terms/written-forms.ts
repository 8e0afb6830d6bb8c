/**
 * Finds written forms of a text and their canonical forms: addresses that nobody should follow (1[.]2[.]3[.]4, hxxp://evil[.]com,
 * a[@]b.com), numbers with separators (1,000,000) and days in Chinese (2024年3月5日 is 2024-03-05). Texts are normalised; offsets
 * are UTF-16 units.
 */

import { type NormalizedText, normalize } from '../normalize/normalize.ts'
import { isWide } from '../normalize/wide.ts'
import { isWordUnit } from './script-runs.ts'

/** The text in [start, end) stands for `canonical`. */
export interface WrittenForm {
  readonly kind: 'address' | 'number' | 'date'
  readonly start: number
  readonly end: number
  readonly canonical: string
}

const ADDRESS = /\[(\.|:\/\/|:|@|dot|at)\]|\((\.|dot)\)|\{(\.|dot)\}|hxxp(?=s?(?::\/\/|\[:))/g
const NUMBER = /(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,])/g
const DATE = /(?<!\d)(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?/g
const NAMES: ReadonlyMap<string, string> = new Map([
  ['dot', '.'],
  ['at', '@'],
])
const SLASH = 0x2f

/** Returns them in order; none overlaps another. Takes time by the text's length. */
export function findWrittenForms(text: string): readonly WrittenForm[] {
  const found = [...findAddresses(text), ...findNumbers(text), ...findDates(text)]
  return found.length < 2 ? found : found.sort((a, b) => a.start - b.start)
}

/** Brackets count between letters, digits or wide characters only: `[.]` in the middle of code is no address. */
function findAddresses(text: string): readonly WrittenForm[] {
  const found: WrittenForm[] = []
  if (!/[[({]|hxxp/.test(text)) return found
  for (const match of text.matchAll(ADDRESS)) {
    const [written, square, round, curly] = match
    const [start, end] = [match.index, match.index + written.length]
    const sign = square ?? round ?? curly
    if (sign === undefined) found.push({ kind: 'address', start, end, canonical: 'http' })
    else if (isInside(text, start - 1) && (isInside(text, end) || text.charCodeAt(end) === SLASH))
      found.push({ kind: 'address', start, end, canonical: NAMES.get(sign) ?? sign })
  }
  return found
}

function isInside(text: string, index: number): boolean {
  if (index < 0 || index >= text.length) return false
  const unit = text.charCodeAt(index)
  return isWordUnit(unit) || isWide(unit)
}

function findNumbers(text: string): readonly WrittenForm[] {
  if (!text.includes(',')) return []
  return Array.from(text.matchAll(NUMBER), ({ 0: written, index }) => ({
    kind: 'number' as const,
    start: index,
    end: index + written.length,
    canonical: written.replaceAll(',', ''),
  }))
}

function findDates(text: string): readonly WrittenForm[] {
  if (!text.includes('年')) return []
  return Array.from(
    text.matchAll(DATE),
    ({ 0: written, 1: year = '', 2: month = '', 3: day, index }) => ({
      kind: 'date' as const,
      start: index,
      end: index + written.length,
      canonical: [year, month, ...(day === undefined ? [] : [day])]
        .map((part) => part.padStart(2, '0'))
        .join('-'),
    }),
  )
}

/** Replaces written forms by their canonical ones. */
export function replaceByCanonical(text: string, places: readonly WrittenForm[]): string {
  let [plain, from] = ['', 0]
  for (const { start, end, canonical } of places) {
    plain += text.slice(from, start) + canonical
    from = end
  }
  return from === 0 ? text : plain + text.slice(from)
}

/** Normalises a text and replaces written forms, with the way back to the original, so that what was found can be marked. */
export function normalizeToCanonical(text: string): NormalizedText {
  const normalized = normalize(text)
  const places = findWrittenForms(normalized.text)
  if (places.length === 0) return normalized
  const offsets = canonicalOffsets(normalized, places)
  return { text: replaceByCanonical(normalized.text, places), offsets }
}

function canonicalOffsets(
  { text, offsets }: NormalizedText,
  places: readonly WrittenForm[],
): Uint32Array {
  const moved: number[] = []
  const offsetOf = (index: number) => (offsets === undefined ? index : (offsets[index] ?? 0))
  let from = 0
  for (const { start, end, canonical } of places) {
    for (let at = from; at < start; at++) moved.push(offsetOf(at))
    const isSame = canonical.length === end - start
    for (let at = 0; at < canonical.length; at++) moved.push(offsetOf(isSame ? start + at : start))
    from = end
  }
  for (let at = from; at <= text.length; at++) moved.push(offsetOf(at))
  return Uint32Array.from(moved)
}
