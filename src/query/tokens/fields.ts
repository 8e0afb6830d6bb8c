/** Recognises the names of fields, `source:`, `title:`, `date:` and the others, in English and Chinese, whatever their width and case. */

import { normalizeText } from '../../text/normalize/normalize.ts'
import type { TextField } from '../query.ts'

/** Fields whose value is a condition of the whole article. */
export type ConditionName =
  | 'source'
  | 'author'
  | 'tag'
  | 'meta'
  | 'site'
  | 'url'
  | 'date'
  | 'fetched'
  | 'before'
  | 'after'
  | 'is'
  | 'lang'
/**
 * `in` is no field of its own: `in:page` is the field `page` for all words, and `allintitle:` is the field `title` for all. Of
 * files an archive of articles knows nothing, so that `filetype:` is left out.
 */
export type FieldName = TextField | 'in' | 'allintitle' | 'filetype' | ConditionName

const NAMES: ReadonlyMap<string, FieldName> = new Map([
  ['title', 'title'],
  ['page', 'page'],
  ['in', 'in'],
  ['source', 'source'],
  ['author', 'author'],
  ['tag', 'tag'],
  ['site', 'site'],
  ['url', 'url'],
  ['date', 'date'],
  ['fetched', 'fetched'],
  ['before', 'before'],
  ['after', 'after'],
  ['intitle', 'title'],
  ['allintitle', 'allintitle'],
  ['inurl', 'url'],
  ['filetype', 'filetype'],
  ['ext', 'filetype'],
  ['is', 'is'],
  ['lang', 'lang'],
  ['标题', 'title'],
  ['页面', 'page'],
  ['来源', 'source'],
  ['作者', 'author'],
  ['标签', 'tag'],
  ['分类', 'tag'],
  ['网站', 'site'],
  ['站点', 'site'],
  ['网址', 'url'],
  ['日期', 'date'],
  ['抓取', 'fetched'],
  ['早于', 'before'],
  ['晚于', 'after'],
  ['状态', 'is'],
  ['语言', 'lang'],
])
const LONGEST_NAME = 10
const PREFIX = new RegExp(`^([^:：]{2,${LONGEST_NAME}})[:：]`)

/** `meta.lang:zh`: any field of the front matter. */
const META_PREFIX = /^[^:：]{6,70}[:：]/
const META = /^meta\.(.+):$/

/** The name of a field, with its colon, has at most so many UTF-16 units. */
export const MOST_NAME_UNITS = 71

export interface Field {
  readonly name: FieldName
  /** The field has this name in the front matter, for `meta`. */
  readonly metaName?: string | undefined
  /** The offset of its value in the word, in UTF-16 units. */
  readonly valueStart: number
}

/** A field whose value is a condition. */
export interface ConditionField extends Pick<Field, 'metaName'> {
  readonly name: ConditionName
}

/** Returns the field that a word begins with: `来源：新华社` begins with source, and its value begins at 3. */
export function fieldOf(word: string): Field | undefined {
  const [all = ''] = META_PREFIX.exec(word.slice(0, MOST_NAME_UNITS)) ?? []
  const [, metaName] = META.exec(normalizeText(all)) ?? []
  if (metaName !== undefined) return { name: 'meta', metaName, valueStart: all.length }
  const [prefix, written] = PREFIX.exec(word.slice(0, LONGEST_NAME + 1)) ?? []
  const name = written === undefined ? undefined : NAMES.get(normalizeText(written))
  if (name === undefined || prefix === undefined) return undefined
  return { name, valueStart: prefix.length }
}

/** The fields that a message names. */
export const COMMON_FIELDS = 'title: source: site: url: author: tag: date: before: after: lang: is:'

/** Matches a name in small letters with a value right behind it, and not 12:30, std::string, C:, host:8080 and Error: nothing. */
const UNKNOWN = /^([a-z][a-z_-]{1,15}:)(?:$|(?=[\p{L}\p{N}])(?!\d+$)[^:]+$)/u
const SCHEMES: ReadonlySet<string> = new Set(
  ['about', 'chrome', 'data', 'file', 'http', 'https', 'javascript', 'mailto', 'tel', 'urn'].map(
    (name) => `${name}:`,
  ),
)

/** Returns the name, with its colon, of a field that a word seems to mean though there is none of that name: `subject:x`. */
export function unknownField(word: string): string | undefined {
  const [, name] = UNKNOWN.exec(word) ?? []
  return name === undefined || SCHEMES.has(name) ? undefined : name
}

const PAGE_NAMES: ReadonlySet<string> = new Set(['page', '页面', '网页'])

/** Says whether the value of `in:` is the page: `in:page`, `in:页面`. */
export function namesPage(value: string): boolean {
  return PAGE_NAMES.has(normalizeText(value.trim()))
}
