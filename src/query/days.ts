/** The value of `date:` and `fetched:` as days: written out, by name, with an open end, or as what comes before or after. */

import { normalizeText } from '../text/normalize/normalize.ts'
import { type DayRange, dayRange } from './dates.ts'
import { dayFrom, relativeDays } from './relative-days.ts'
import { isHyphen } from './signs.ts'

/** 2025年3月1日, 2025/3/1, 2025.3 and 20250301, beside what `dayRange` reads. */
const WRITTEN = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
/** Between the two ends of a range. */
const BETWEEN = /\.\.+|~|至|到/
const COMPARED = /^(>=|<=|>|<|≥|≤)/

/**
 * `2025-01..2025-03`, `2025-01..`, `..2025-03`, `2025-01`, `>=2025-01`, `上周`; '' is an open end. Of a range turned round
 * both ends are what they would be in order.
 * @param today '' where nobody knows it
 */
export function daysOf(value: string, today: string): DayRange | undefined {
  const written = plain(value)
  const [sign] = COMPARED.exec(written) ?? []
  if (sign !== undefined) return compared(sign, oneOf(written.slice(sign.length), today))
  const ends = written.split(BETWEEN)
  const [first = '', last = first] = ends
  if (ends.length > 2 || first + last === '') return undefined
  const none: DayRange = { from: '', to: '' }
  const from = first === '' ? none : oneOf(first, today)
  const to = last === '' ? none : oneOf(last, today)
  if (from === undefined || to === undefined) return undefined
  const isTurned = first !== '' && last !== '' && from.from > to.to
  return isTurned ? { from: to.from, to: from.to } : { from: from.from, to: to.to }
}

function compared(sign: string, days: DayRange | undefined): DayRange | undefined {
  if (days === undefined) return undefined
  if (sign === '>=' || sign === '≥') return { from: days.from, to: '' }
  if (sign === '<=' || sign === '≤') return { from: '', to: days.to }
  return sign === '>'
    ? { from: dayFrom(days.to, 1), to: '' }
    : { from: '', to: dayFrom(days.from, -1) }
}

function oneOf(text: string, today: string): DayRange | undefined {
  const [, year, month, day] = WRITTEN.exec(text) ?? COMPACT.exec(text) ?? []
  if (year === undefined) return relativeDays(text, today)
  return dayRange([year, month, day].flatMap((part) => part?.padStart(2, '0') ?? []).join('-'))
}

/** Digits, hyphens and full stops of a Chinese keyboard as those of ASCII, Traditional as Simplified. */
function plain(value: string): string {
  const folded = normalizeText(value.trim()).replaceAll('。', '.')
  return Array.from(folded, (character) => (isHyphen(character) ? '-' : character)).join('')
}
