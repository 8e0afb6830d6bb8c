/** Matches conditions on what each article has in a column. Deleted articles are found, too. */

import { STATUSES } from '../../corpus/article.ts'
import { integerAt } from '../../element-at.ts'
import { dateNumber } from '../../index/columns/dates.ts'
import { idHalves } from '../../index/columns/ids.ts'
import { isTruncated, statusNumber } from '../../index/columns/statuses.ts'
import type { Segment } from '../../index/segment/segment.ts'
import type { Condition, Trait } from '../../query/query.ts'
import { isWithin } from '../../text/host.ts'
import { LANGUAGES } from '../../text/language.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import type { ArticleSet } from '../lists/article-sets.ts'

const KINDS = ['source', 'site', 'date', 'fetched', 'is', 'language'] as const

interface AddressCondition {
  readonly kind: 'url'
  readonly ids: readonly string[]
}

export type ColumnCondition =
  | Extract<Condition, { kind: (typeof KINDS)[number] }>
  | AddressCondition

export function isColumnCondition(condition: Condition): condition is ColumnCondition & Condition {
  if (condition.kind === 'url') return condition.ids !== undefined
  return KINDS.some((kind) => kind === condition.kind)
}

export async function matchColumn(
  segment: Segment,
  condition: ColumnCondition,
): Promise<ArticleSet> {
  switch (condition.kind) {
    case 'source': {
      const { text, exact = false } = condition
      const matches = segment.meta.sources.map(compareSource(text, exact))
      return selectListed(await segment.column('sources'), matches)
    }
    case 'site': {
      const { host } = condition
      const matches = (await segment.hostNames()).map((name) => isWithin(name, host))
      return selectListed(await segment.column('hosts'), matches)
    }
    case 'date':
      return selectDates(await segment.column('dates'), condition)
    case 'fetched':
      return selectDates(await segment.column('fetchDates'), condition)
    case 'url':
      return selectIds(await segment.column('ids'), condition.ids)
    case 'is':
      return matchTrait(segment, condition.trait)
    case 'language': {
      const matches = LANGUAGES.map((language) => language === condition.language)
      return selectListed(await segment.column('languages'), matches)
    }
  }
}

/** Compares whether a source contains the text, with case and script folded, or is exactly the text as it is written. */
function compareSource(text: string, exact: boolean): (source: string) => boolean {
  const wanted = normalizeText(text)
  return (source) => (exact ? source === text : normalizeText(source).includes(wanted))
}

async function matchTrait(segment: Segment, trait: Trait): Promise<ArticleSet> {
  if (trait === 'repaired') return selectListed(await segment.column('repairs'), [false, true])
  const statuses = Array.from({ length: 256 }, (_, status) => status)
  const matches =
    trait === 'truncated'
      ? statuses.map(isTruncated)
      : statuses.map((status) => STATUSES[statusNumber(status)] === trait)
  return selectListed(await segment.column('statuses'), matches)
}

/** Selects the articles whose number in the column is that of a match. */
function selectListed(column: Uint32Array, matches: readonly boolean[]): ArticleSet {
  const isMatch = Uint8Array.from(matches, Number)
  const result = new Uint32Array(column.length)
  let count = 0
  for (let article = 0; article < column.length; article++)
    if (isMatch[integerAt(column, article)] === 1) result[count++] = article
  return result.subarray(0, count)
}

function selectIds(column: Uint32Array, ids: readonly string[]): ArticleSet {
  const wanted = ids.map(idHalves)
  const found: number[] = []
  for (const [high, low] of wanted)
    for (let at = column.indexOf(high); at >= 0; at = column.indexOf(high, at + 1))
      if (at % 2 === 0 && column[at + 1] === low) found.push(at / 2)
  return Uint32Array.from(new Set(found)).sort()
}

/** An article without a date is in no bounded range. */
function selectDates(
  dates: Uint32Array,
  { from, to }: { readonly from: string; readonly to: string },
): ArticleSet {
  const first = from === '' ? 1 : dateNumber(from)
  const last = to === '' ? 99_999_999 : dateNumber(to)
  const result = new Uint32Array(dates.length)
  let count = 0
  for (let article = 0; article < dates.length; article++) {
    const date = integerAt(dates, article)
    if (date >= first && date <= last && date > 0) result[count++] = article
  }
  return result.subarray(0, count)
}
