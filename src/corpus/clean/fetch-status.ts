/** Tells what came of fetching a page from what it says. A sign counts by what stands around it: an article about captchas has them all. */

import type { Status } from '../article.ts'
import type { PageLine } from '../markdown/page-lines.ts'
import {
  BESIDE_NOTICE,
  type FailedStatus,
  PLAIN_NOTICES,
  SCRIPT,
  type Signs,
  WEAK_SIGNS,
} from '../signs/notice-signs.ts'

/** @param text what a page says of which no line is its own, without menus and other long matter */
export function failedStatus(text: string): Exclude<Status, 'article'> {
  return statusBy(WEAK_SIGNS, text) ?? 'empty'
}

function statusBy(signs: Signs, text: string): FailedStatus | undefined {
  return signs.find(([, sign]) => sign.test(text))?.[0]
}

/** A longer text is no notice of a failed fetch. UTF-16 units. */
const NOTICE_UNITS = 600

/**
 * The failed fetch that the kept lines speak of; undefined: there is none, or they have a sentence of their own, or speak of the
 * page's title beside the notice.
 */
export function noticeStatus(title: string, kept: readonly PageLine[]): FailedStatus | undefined {
  if (kept.reduce((sum, { text }) => sum + text.length, 0) > NOTICE_UNITS) return undefined
  let status: FailedStatus | undefined
  const beside: string[] = []
  for (const { text, kind } of kept) {
    if (kind === 'code' || kind === 'table') return undefined
    if (SCRIPT.test(text)) return 'script-only'
    for (const sentence of sentencesOf(text)) {
      const says = statusBy(PLAIN_NOTICES, sentence)
      status ??= says
      if (says === undefined) beside.push(sentence)
    }
  }
  if (status === undefined || beside.some(isOwnSentence)) return undefined
  return speaksOf(title, beside.join('\n')) ? undefined : status
}

const SENTENCE_ENDS = /[。！？!?…\n]+|(?<!\b(?:Mr|Dr|No|vs))\.(?=\s|$)/u
const SIGNS_AROUND = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu

/** The sentences of a line without the signs around them; a line of signs has none. */
function sentencesOf(text: string): readonly string[] {
  return text
    .split(SENTENCE_ENDS)
    .map((sentence) => sentence.replace(SIGNS_AROUND, ''))
    .filter((sentence) => sentence !== '')
}

/** Fewer letters are a name, a button or a date. */
const HAN_OF_SENTENCE = 8
const WORDS_OF_SENTENCE = 5

function isOwnSentence(sentence: string): boolean {
  if (BESIDE_NOTICE.test(sentence)) return false
  const han = sentence.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = sentence.match(/[\p{L}\p{N}'’-]+/gu)?.length ?? 0
  return han >= HAN_OF_SENTENCE || (han === 0 && words >= WORDS_OF_SENTENCE)
}

/** Pairs of Han characters and words of some length: what a title and its article have in common. */
const PIECE = /(?=(\p{Script=Han}{2}))|([\p{L}\p{N}]{4,})/gu

function speaksOf(title: string, text: string): boolean {
  const body = text.toLowerCase()
  for (const [, pair, word = pair] of title.toLowerCase().matchAll(PIECE))
    if (word !== undefined && body.includes(word)) return true
  return false
}
