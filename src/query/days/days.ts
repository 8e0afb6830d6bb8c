/** Reads the value of `date:` and `fetched:`: days written out, by name, with an open end, or before or after a day. */

import { normalizeText } from '../../text/normalize/normalize.ts'
import { dayFrom } from './calendar.ts'
import type { DayRange } from './dates.ts'
import { relativeDays } from './relative-days.ts'
import { writtenDays } from './written-days.ts'

/** Some of the forms that days may have, for messages. */
export const DAY_FORMS =
  '2024, 2024-03, 2024-03-15, 2024/3/15, 20240315, 2024年3月15日, 昨天, 三天前, 上周三, 去年三月, last Wednesday'

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

/**
 * Reads one day, month or other span by itself, which has two ends: `2024年3月`, `上周三`.
 * @param today '' where it is not known
 */
export function spanOf(value: string, today: string): DayRange | undefined {
  return oneOf(plain(value), today)
}

function oneOf(text: string, today: string): DayRange | undefined {
  const trimmed = text.trim()
  return writtenDays(trimmed) ?? relativeDays(trimmed, today)
}

/**
 * Turns digits, hyphens and full stops of a Chinese keyboard into ASCII and Traditional characters into Simplified ones, and drops
 * spaces beside Chinese characters.
 */
function plain(value: string): string {
  return normalizeText(value.trim())
    .replace(/\s+/g, ' ')
    .replace(/ ?(\p{Script=Han}) ?/gu, '$1')
    .replaceAll('。', '.')
    .replace(/[－−﹣]/g, '-')
}
