/** Lines that say who wrote an article and when, and whose it is: no part of it, and no running text. */

import type { PageLine } from '../markdown/page-lines.ts'

/** Longer lines are sentences with a date or a name in them. UTF-16 units. */
const BYLINE_UNITS = 80

const MONTH =
  '(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?|dez(?:ember)?|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre)'
/** A day of the calendar, however it is written. */
const DAY = new RegExp(
  `\\d{4} ?[-/.年] ?\\d{1,2} ?[-/.月] ?\\d{1,2} ?日?|\\b\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}\\b|\\b\\d{1,2}(?:st|nd|rd|th)?\\.? ${MONTH}\\.?,? \\d{4}|\\b${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?,? ?\\d{4}`,
  'gi',
)
/** A byline has at most this many letters besides the day: a name, 发布时间, Posted on. */
const LETTERS_BESIDE_DAY = 24
const HOUR = /\d{1,2}[:.]\d{2}(?:[:.]\d{2})?/g
/** Something else that has a day: 赛程一：2024年12月1日. Not: (Updated: 2025-09-02). */
const LABEL =
  /(?<!发布|发表|更新|修改|时间|日期|date|di|cura|updated|modified|published|posted|on|at) ?[:：]/i
const LETTER = /\p{L}/gu
const SENTENCE_END = /[。！？!?]$/

const READING =
  /^(?:.{0,24}\D)?\d+ ?(?:min(?:ute)?s?(?: to)? read\b|分钟阅读)|^(?:阅读|浏览|查看|热度|字数|本文字数|评论|点赞)(?:量|数|次数|时长|时间)?[(（:： ≈]{0,3}[\d,.]+.{0,6}$|^\d[\d,.]* (?:views|words|comments|shares)$/i

/** Its number may stand on the next line. */
const WORD_COUNT = /^(?:word ?count|reading ?time|views|visitors|words)\b.{0,16}$/i
const DIGIT = /\d/

const BY =
  /^(?:作者|文|编辑|责编|责任编辑|译者|编译|校对|来源|出处|投稿|发布(?:于|时间|日期|者)|发表(?:于|时间)|更新(?:于|时间)|分类(?:于)?|类别|标签|日期|所属地)\s?[:：/|丨].{0,40}$|^所属地 \S{1,6}$|^以下文章来源于.{0,40}$|^，作者.{1,30}$|^(?:author|posted|published|written by|updated|last (?:modified|updated?)|source|tags?|tag\(s\)|categor(?:y|ies)|categorie|filed under|autore|pubblicato|credit|credits)\b ?[:：]? ?.{0,60}$/i
/** Names begin with a capital. */
const BY_NAME = /^(?:By|di|A cura di|Por|Von) ?:? ?\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,4}$/u

/** A short line with a name, a day, how long the reading takes, or how many have read it. */
export function isByline({ text, kind }: PageLine): boolean {
  if (kind === 'code' || kind === 'table' || kind === 'heading') return false
  if (text.length > BYLINE_UNITS || SENTENCE_END.test(text)) return false
  if (BY_NAME.test(text) || BY.test(text)) return true
  if (!DIGIT.test(text)) return WORD_COUNT.test(text)
  if (READING.test(text) || WORD_COUNT.test(text)) return true
  const beside = text.replace(DAY, '').replace(HOUR, '')
  if (beside === text || LABEL.test(beside)) return false
  return (beside.match(LETTER)?.length ?? 0) <= LETTERS_BESIDE_DAY
}

/** A short line with a day or an hour, as they stand at comments: "July 21, 2024 at 5:59 pm", 「3 天前」. */
export function saysWhen({ text, kind }: PageLine): boolean {
  if (kind === 'code' || kind === 'table' || text.length > WHEN_UNITS || !DIGIT.test(text))
    return false
  if (AGO.test(text)) return true
  const beside = text.replace(DAY, '')
  if (beside === text || SENTENCE_END.test(text)) return false
  return (beside.replace(HOUR, '').match(LETTER)?.length ?? 0) <= LETTERS_BESIDE_DAY
}

const WHEN_UNITS = 60
const AGO =
  /^.{0,24}\d+ ?(?:秒|分钟|小时|天|周|个?月|年)[之以]?前.{0,12}$|^.{0,24}\d+ (?:second|minute|hour|day|week|month|year)s? ago.{0,12}$/i

/** Such a line is long when it has an address in it. UTF-16 units. */
const ATTRIBUTION_UNITS = 240
const ATTRIBUTION =
  /^[\p{P}\p{S}\s]*(?:文章(?:来源|转载自|出处)[:：]|原文(?:链接|地址|连接|标题|出处|来源|作者)?[:：]|本文(?:链接|标题|地址|作者|来源|出处|转载自|翻译自|译自|首发于|摘自|来自)|本文(?:由|为).{0,24}(?:原创|发布|编译|翻译|整理|授权|投稿|独立观点|译文)|本文是(?:翻译|转载|译)|译文(?:声明|仅供)|如(?:若|需|果需要)?.{0,2}转载|转载(?:请|自|来源|声明|须知)|版权(?:声明|归|信息)|(?:著作权|版权)归|未经.{0,16}(?:授权|许可|允许|同意)|商务合作|短链接[:：]|永久链接|permalink\b|original (?:link|url|post|article)\b|license[:：]|标签[:：].{0,80}原文|powered by |proudly powered|theme .{1,24} (?:by|works)\b|由 .{1,32}(?:强力)?驱动|please enable javascript to view)/iu
const COOKIES =
  /\bcookies?\b.{0,80}(?:consent|accept|policy|experience|preferenc|store|browser|sito|navigazione)/i

/** A line about the rights to the page, its source or its making. */
export function isAttribution({ text, kind }: PageLine): boolean {
  if (kind === 'code' || kind === 'table' || text.length > ATTRIBUTION_UNITS) return false
  if (text.includes('ookie') && COOKIES.test(text)) return true
  return text.endsWith('强力驱动') || ATTRIBUTION.test(text)
}
