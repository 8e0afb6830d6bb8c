/**
 * What is written otherwise than it is meant: addresses that nobody should follow (1[.]2[.]3[.]4, hxxp://evil[.]com, a[@]b.com),
 * numbers with separators (1,000,000) and days in Chinese (2024年3月5日 is 2024-03-05). Works on normalised text; offsets are
 * UTF-16 units.
 */

import { type NormalizedText, normalize } from '../normalize/normalize.ts'
import { isWide } from '../normalize/wide.ts'
import { isWordUnit } from './script-runs.ts'

/** [start, end) of the text stands for `meant`. */
export interface Meant {
  readonly kind: 'address' | 'number' | 'date'
  readonly start: number
  readonly end: number
  readonly meant: string
}

const ADDRESS = /\[(\.|:\/\/|:|@|dot|at)\]|\((\.|dot)\)|\{(\.|dot)\}|hxxp(?=s?(?::\/\/|\[:))/g
const NUMBER = /(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,])/g
const DATE = /(?<!\d)(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?/g
const NAMES: ReadonlyMap<string, string> = new Map([
  ['dot', '.'],
  ['at', '@'],
])
const SLASH = 0x2f

/** In order; none overlaps another. Linear in the text's length. */
export function findMeant(text: string): readonly Meant[] {
  const found = [...addresses(text), ...numbers(text), ...dates(text)]
  return found.length < 2 ? found : found.sort((a, b) => a.start - b.start)
}

/** Brackets count between letters, digits or wide characters only: `[.]` in the middle of code is no address. */
function addresses(text: string): readonly Meant[] {
  const found: Meant[] = []
  if (!/[[({]|hxxp/.test(text)) return found
  for (const match of text.matchAll(ADDRESS)) {
    const [written, square, round, curly] = match
    const [start, end] = [match.index, match.index + written.length]
    const sign = square ?? round ?? curly
    if (sign === undefined) found.push({ kind: 'address', start, end, meant: 'http' })
    else if (isInside(text, start - 1) && (isInside(text, end) || text.charCodeAt(end) === SLASH))
      found.push({ kind: 'address', start, end, meant: NAMES.get(sign) ?? sign })
  }
  return found
}

function isInside(text: string, index: number): boolean {
  if (index < 0 || index >= text.length) return false
  const unit = text.charCodeAt(index)
  return isWordUnit(unit) || isWide(unit)
}

function numbers(text: string): readonly Meant[] {
  if (!text.includes(',')) return []
  return Array.from(text.matchAll(NUMBER), ({ 0: written, index }) => ({
    kind: 'number' as const,
    start: index,
    end: index + written.length,
    meant: written.replaceAll(',', ''),
  }))
}

function dates(text: string): readonly Meant[] {
  if (!text.includes('年')) return []
  return Array.from(
    text.matchAll(DATE),
    ({ 0: written, 1: year = '', 2: month = '', 3: day, index }) => ({
      kind: 'date' as const,
      start: index,
      end: index + written.length,
      meant: [year, month, ...(day === undefined ? [] : [day])]
        .map((part) => part.padStart(2, '0'))
        .join('-'),
    }),
  )
}

/** The text with what is meant at the places. */
export function withMeant(text: string, places: readonly Meant[]): string {
  let [plain, from] = ['', 0]
  for (const { start, end, meant } of places) {
    plain += text.slice(from, start) + meant
    from = end
  }
  return from === 0 ? text : plain + text.slice(from)
}

/** The normalised text as it is meant, with the way back: for marking what was found by its meaning. */
export function normalizeMeant(text: string): NormalizedText {
  const normalized = normalize(text)
  const places = findMeant(normalized.text)
  if (places.length === 0) return normalized
  const offsets = meantOffsets(normalized, places)
  return { text: withMeant(normalized.text, places), offsets }
}

function meantOffsets({ text, offsets }: NormalizedText, places: readonly Meant[]): Uint32Array {
  const moved: number[] = []
  const offsetOf = (index: number) => (offsets === undefined ? index : (offsets[index] ?? 0))
  let from = 0
  for (const { start, end, meant } of places) {
    for (let at = from; at < start; at++) moved.push(offsetOf(at))
    const isSame = meant.length === end - start
    for (let at = 0; at < meant.length; at++) moved.push(offsetOf(isSame ? start + at : start))
    from = end
  }
  for (let at = from; at <= text.length; at++) moved.push(offsetOf(at))
  return Uint32Array.from(moved)
}
