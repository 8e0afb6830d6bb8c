/** Reads the value of a field into a condition. */

import { STATUSES } from '../../corpus/article.ts'
import { hostOf } from '../../text/host.ts'
import { LANGUAGES } from '../../text/language.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { dayFrom } from '../days/calendar.ts'
import type { DayRange } from '../days/dates.ts'
import { DAY_FORMS, daysOf } from '../days/days.ts'
import type { Condition, Trait } from '../query.ts'
import type { ConditionName } from './fields.ts'

const TRAITS: readonly Trait[] = [...STATUSES, 'truncated', 'repaired']
const CHINESE_TRAITS: ReadonlyMap<string, Trait> = new Map([
  ['正文', 'article'],
  ['空白', 'empty'],
  ['拦截', 'blocked'],
  ['脚本', 'script-only'],
  ['删除', 'removed'],
  ['登录', 'login'],
  ['错误', 'error'],
  ['截断', 'truncated'],
  ['修复', 'repaired'],
])
const CHINESE_LANGUAGES = new Map([
  ['中文', 'zh'],
  ['英文', 'en'],
  ['英语', 'en'],
  ['日文', 'ja'],
  ['日语', 'ja'],
  ['其他', 'other'],
])

/** The warning about a wrong value, which follows the field's name. */
export const EXPECTED: Readonly<Record<ConditionName, string>> = {
  source: 'no source; write source:solidot',
  author: 'no author; write author:沈望川',
  tag: 'no tag; write tag:海盐',
  meta: 'no text; write meta.series:盐场',
  site: 'no host; write site:example.com',
  url: 'no address; write url:example.com/news',
  date: `no date; write date:2025-01..2025-03, date:>=2025-03, date:最近7天, or a day like one of these: ${DAY_FORMS}`,
  fetched: `no date; write fetched:>=2025-03-01, or a day like one of these: ${DAY_FORMS}`,
  before: `no date; write before:2025-03, for what is older, or a day like one of these: ${DAY_FORMS}`,
  after: `no date; write after:2025-03, for what is newer, or a day like one of these: ${DAY_FORMS}`,
  is: `no status; write one of ${TRAITS.map((trait) => `is:${trait}`).join(' ')}`,
  lang: `no language; write one of ${LANGUAGES.map((language) => `lang:${language}`).join(' ')}`,
}

/**
 * Returns the condition that a field's value makes, or undefined where it makes none.
 * @param today `YYYY-MM-DD`, '' where it is not known
 * @param metaName what a field of the front matter is called, for `meta`
 */
export function conditionOf(
  name: ConditionName,
  value: string,
  today: string,
  metaName = '',
): Condition | undefined {
  switch (name) {
    case 'source':
    case 'url':
    case 'author':
    case 'tag':
      return { kind: name, text: value.trim() }
    case 'meta':
      return { kind: name, name: metaName, text: value.trim() }
    case 'site': {
      const host = hostOf(value)
      return host === '' ? undefined : { kind: 'site', host }
    }
    case 'date':
    case 'fetched': {
      const days = daysOf(value, today)
      return days && { kind: name, ...days }
    }
    case 'before':
    case 'after':
      return comparedDate(name, daysOf(value, today))
    case 'is': {
      const wanted = normalizeText(value.trim())
      const trait = CHINESE_TRAITS.get(wanted) ?? TRAITS.find((one) => one === wanted)
      return trait && { kind: 'is', trait }
    }
    case 'lang': {
      const wanted = normalizeText(value.trim())
      const code = CHINESE_LANGUAGES.get(wanted) ?? wanted
      const language = LANGUAGES.find((one) => one === code)
      return language && { kind: 'language', language }
    }
  }
}

/** Leaves the named days out on either side, as other engines do: before:2025 ends with 2024, after:2025 begins with 2026. */
function comparedDate(name: 'before' | 'after', days: DayRange | undefined): Condition | undefined {
  if (days === undefined || days.from === '' || days.to === '') return undefined
  return name === 'before'
    ? { kind: 'date', from: '', to: dayFrom(days.from, -1) }
    : { kind: 'date', from: dayFrom(days.to, 1), to: '' }
}
