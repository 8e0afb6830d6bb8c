/** Recognises the names of fields, `source:`, `title:`, `date:` and the others, in English and Chinese, whatever their width and case. */

import { normalizeText } from '../text/normalize/normalize.ts'
import type { TextField } from './query.ts'

/** Fields whose value is a condition of the whole article. */
export type ConditionName = 'source' | 'site' | 'url' | 'date' | 'fetched' | 'is' | 'lang'
/** `in` is no field of its own: `in:page` is the field `page` for all words. */
export type FieldName = TextField | 'in' | ConditionName

const NAMES: ReadonlyMap<string, FieldName> = new Map([
  ['title', 'title'],
  ['page', 'page'],
  ['in', 'in'],
  ['source', 'source'],
  ['site', 'site'],
  ['url', 'url'],
  ['date', 'date'],
  ['fetched', 'fetched'],
  ['is', 'is'],
  ['lang', 'lang'],
  ['标题', 'title'],
  ['页面', 'page'],
  ['来源', 'source'],
  ['网站', 'site'],
  ['站点', 'site'],
  ['网址', 'url'],
  ['日期', 'date'],
  ['抓取', 'fetched'],
  ['状态', 'is'],
  ['语言', 'lang'],
])
const LONGEST_NAME = 7
const PREFIX = new RegExp(`^([^:：]{2,${LONGEST_NAME}})[:：]`)

export interface Field {
  readonly name: FieldName
  /** The offset of its value in the word, in UTF-16 units. */
  readonly valueStart: number
}

/** Returns the field that a word begins with: `来源：新华社` begins with source, and its value begins at 3. */
export function fieldOf(word: string): Field | undefined {
  const [prefix, written] = PREFIX.exec(word.slice(0, LONGEST_NAME + 1)) ?? []
  const name = written === undefined ? undefined : NAMES.get(normalizeText(written))
  if (name === undefined || prefix === undefined) return undefined
  return { name, valueStart: prefix.length }
}
