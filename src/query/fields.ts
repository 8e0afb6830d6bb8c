/** The fields of a query: `source:`, `title:` and `date:`, in Chinese as well, whatever the script, case and width. */

import { normalizeText } from '../text/normalize.ts'
import { type DayRange, dayRange } from './dates.ts'
import { isHyphen } from './signs.ts'

type FieldName = 'source' | 'title' | 'date'

const NAMES: ReadonlyMap<string, FieldName> = new Map([
  ['source', 'source'],
  ['title', 'title'],
  ['date', 'date'],
  ['来源', 'source'],
  ['标题', 'title'],
  ['日期', 'date'],
])
const LONGEST_NAME = 6
const PREFIX = new RegExp(`^([^:：]{2,${LONGEST_NAME}})[:：]`)

export interface Field {
  readonly name: FieldName
  /** Where its value begins, UTF-16 units from the word's beginning. */
  readonly valueStart: number
}

/** The field that a word begins with: of `来源：新华社` it is source, and the value begins at 3. */
export function fieldOf(word: string): Field | undefined {
  const [prefix, written] = PREFIX.exec(word.slice(0, LONGEST_NAME + 1)) ?? []
  const name = written === undefined ? undefined : NAMES.get(normalizeText(written))
  if (name === undefined || prefix === undefined) return undefined
  return { name, valueStart: prefix.length }
}

/**
 * `2025-01..2025-03`, `2025-01..`, `..2025-03` or `2025-01`; '' is an open end. Of a range turned round both ends are
 * what they would be in order.
 */
export function daysOf(value: string): DayRange | undefined {
  const ends = plain(value).split('..')
  const [first = '', last = first] = ends
  if (ends.length > 2 || first + last === '') return undefined
  const none: DayRange = { from: '', to: '' }
  const from = first === '' ? none : dayRange(first)
  const to = last === '' ? none : dayRange(last)
  if (from === undefined || to === undefined) return undefined
  const isTurned = first !== '' && last !== '' && from.from > to.to
  return isTurned ? { from: to.from, to: from.to } : { from: from.from, to: to.to }
}

/** Digits, hyphens and full stops of a Chinese keyboard as those of ASCII. */
function plain(value: string): string {
  const ascii = value.normalize('NFKC').replaceAll('。', '.')
  return Array.from(ascii, (character) => (isHyphen(character) ? '-' : character)).join('')
}
