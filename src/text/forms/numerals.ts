/**
 * Finds numbers that are written with Chinese signs, and the digits that they stand for: 三千五百万 and 3500万 are 35000000. Texts are
 * normalised; offsets are UTF-16 units.
 */

import type { NormalizedText } from '../normalize/normalize.ts'

export interface Numeral {
  readonly start: number
  readonly end: number
  readonly digits: string
}

const DIGITS = '零一二三四五六七八九'
const SMALL: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])
const LARGE: ReadonlyMap<string, number> = new Map([
  ['万', 1e4],
  ['亿', 1e8],
])

const CHINESE = /[零〇一二两三四五六七八九十百千万亿]{2,}/g
/** Matches the end of a number in digits with a Chinese unit. */
const UNIT = /\d[百千]?(?:万亿|[万亿])/g
const YEAR = /^[一二][零〇一二三四五六七八九]{3}$/
const WRITTEN_DIGITS = /(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/
/** The most UTF-16 units of digits before a unit. */
const REACH = 16

/** Returns the numbers of a text in order. None is of one sign, and none rests on what the reader knows: 十四五, 五六十. */
export function findNumerals(text: string): readonly Numeral[] {
  const found: Numeral[] = []
  for (const { 0: written, index } of text.matchAll(CHINESE)) {
    const digits = readChinese(written, text.charAt(index + written.length))
    if (digits !== undefined && !/\d/.test(text.charAt(index - 1)))
      found.push({ start: index, end: index + written.length, digits })
  }
  for (const { 0: written, index } of text.matchAll(UNIT)) {
    const numeral = readScaled(text, index, index + written.length)
    if (numeral !== undefined) found.push(numeral)
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Writes the numbers of a text in digits and keeps the way back to its original. */
export function writeNormalizedNumerals(normalized: NormalizedText): NormalizedText {
  const { text, offsets } = normalized
  const numerals = findNumerals(text)
  if (numerals.length === 0) return normalized
  const offsetOf = (index: number) => offsets?.[index] ?? index
  const moved: number[] = []
  let from = 0
  for (const { start, end, digits } of numerals) {
    for (let at = from; at < start; at++) moved.push(offsetOf(at))
    for (let at = 0; at < digits.length; at++) moved.push(offsetOf(start))
    from = end
  }
  for (let at = from; at <= text.length; at++) moved.push(offsetOf(at))
  return { text: writeNumerals(text), offsets: Uint32Array.from(moved) }
}

/**
 * Writes the numbers of a text in digits.
 * @param isMeant says of which numbers; absent: of all
 */
export function writeNumerals(
  text: string,
  isMeant: (numeral: Numeral, text: string) => boolean = () => true,
): string {
  let [written, from] = ['', 0]
  for (const numeral of findNumerals(text)) {
    if (!isMeant(numeral, text)) continue
    written += text.slice(from, numeral.start) + numeral.digits
    from = numeral.end
  }
  return written + text.slice(from)
}

function readScaled(text: string, lastDigit: number, end: number): Numeral | undefined {
  const before = text.slice(Math.max(0, lastDigit + 1 - REACH), lastDigit + 1)
  const [number] = WRITTEN_DIGITS.exec(before) ?? []
  if (number === undefined) return undefined
  const start = lastDigit + 1 - number.length
  if (/[\d.,]/.test(text.charAt(start - 1)) || /[\d一二三四五六七八九]/.test(text.charAt(end)))
    return undefined
  let value = Number(number.replaceAll(',', ''))
  for (const unit of text.slice(lastDigit + 1, end))
    value *= LARGE.get(unit) ?? SMALL.get(unit) ?? 1
  const digits = digitsOf(Math.round(value * 1e4) / 1e4)
  return digits === undefined ? undefined : { start, end, digits }
}

/** @param next the sign behind the number */
function readChinese(written: string, next: string): string | undefined {
  const even = written.replaceAll('〇', '零')
  if (YEAR.test(even)) return next === '年' ? Array.from(even, digitOf).join('') : undefined
  const value = readSections(even.replaceAll('两', '二'))
  return value === undefined ? undefined : digitsOf(value)
}

/** Reads 三亿五千万: a section below ten thousand before each large unit, the units ever smaller. */
function readSections(written: string): number | undefined {
  let [sum, limit, rest] = [0, Number.POSITIVE_INFINITY, written]
  for (const unit of ['亿', '万']) {
    const at = rest.indexOf(unit)
    if (at < 0) continue
    const section = readSection(rest.slice(0, at))
    const scale = LARGE.get(unit) ?? 1
    if (section === undefined || section === 0 || scale >= limit) return undefined
    sum += section * scale
    limit = scale
    rest = rest.slice(at + 1).replace(/^零(?=.)/, '')
  }
  if (rest === '' && sum > 0) return sum
  const last = readSection(rest)
  // 三万五 is 35000 to a reader, and is left alone; so is a lone digit.
  if (last === undefined || (last < 10 && !written.includes('零'))) return undefined
  return sum + last
}

/** Reads a number below ten thousand: 三千零五十, 二百, 十五. */
function readSection(written: string): number | undefined {
  const match = /^(?:(.)千)?(零)?(?:(.)百)?(零)?(?:(.)?十)?(.)?$/.exec(written)
  if (match === null || written === '') return undefined
  const [, thousands, , hundreds, , tens, ones] = match
  const hasTens = written.includes('十')
  const parts = [digit(thousands), digit(hundreds), hasTens ? digit(tens ?? '一') : 0, digit(ones)]
  if (parts.some((part) => part === undefined)) return undefined
  const [a = 0, b = 0, c = 0, d = 0] = parts
  return a * 1000 + b * 100 + c * 10 + d
}

/** Returns 0 for what is not there, undefined for what is no digit. */
function digit(sign: string | undefined): number | undefined {
  if (sign === undefined) return 0
  const value = DIGITS.indexOf(sign)
  return value < 1 ? undefined : value
}

function digitOf(sign: string): string {
  return String(DIGITS.indexOf(sign))
}

/** Returns undefined for nought, for what is no whole number, and for what is too large to be exact. */
function digitsOf(value: number): string | undefined {
  return Number.isSafeInteger(value) && value > 0 ? String(value) : undefined
}
