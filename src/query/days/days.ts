/** Reads the value of `date:` and `fetched:`: days written out, by name, with an open end, or before or after a day. */

import { normalizeText } from '../../text/normalize/normalize.ts'
import { type DayRange, dayRange } from './dates.ts'
import { dayFrom, relativeDays } from './relative-days.ts'

/** Matches 2025年3月1日, 2025/3/1, 2025.3 and 20250301, which `dayRange` does not read. */
const WRITTEN = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
/** Matches what stands between the two ends of a range. */
const BETWEEN = /\.\.+|~|至|到/
const COMPARED = /^(>=|<=|>|<|≥|≤)/

/**
 * Reads `2025-01..2025-03`, `2025-01..`, `..2025-03`, `2025-01`, `>=2025-01`, `上周`; '' is an open end. A range turned round is
 * put in order.
 * @param today '' where it is not known
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

/** Turns digits, hyphens and full stops of a Chinese keyboard into ASCII, and Traditional characters into Simplified ones. */
function plain(value: string): string {
  return normalizeText(value.trim())
    .replaceAll('。', '.')
    .replace(/[－−﹣]/g, '-')
}
