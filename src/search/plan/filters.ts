/** Conditions of a query: the articles of each segment that fulfil them, from the columns. */

import { STATUSES } from '../../corpus/article.ts'
import { dateNumber } from '../../index/columns/dates.ts'
import { isTruncated, statusNumber } from '../../index/columns/statuses.ts'
import { URLS_PER_BLOCK, type UrlBlock, urlLines } from '../../index/store/url-blocks.ts'
import type { Condition, Trait } from '../../query/query.ts'
import { isWithin } from '../../text/host.ts'
import { LANGUAGES } from '../../text/language.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { type ArticleSet, placeFrom, select } from '../lists/article-sets.ts'
import type { IndexView, SegmentView } from '../lists/index-view.ts'
import { byteFinder } from '../literal/byte-search.ts'

/** Live articles that fulfil the condition, one set a segment. */
export function matchCondition(
  view: IndexView,
  condition: Condition,
): Promise<readonly ArticleSet[]> {
  return Promise.all(
    view.segments.map(async (segment) => {
      const has = await createTest(segment, condition)
      return select(
        segment.segment.meta.articles,
        (article) => !segment.deleted.has(article) && has(article),
      )
    }),
  )
}

type Test = (article: number) => boolean

function createTest(segment: SegmentView, condition: Condition): Promise<Test> {
  switch (condition.kind) {
    case 'source':
      return sourceTest(segment, condition.text, condition.exact ?? false)
    case 'url':
      return urlTest(segment, condition.text)
    case 'site':
      return siteTest(segment, condition.host)
    case 'date':
      return dateTest(segment, 'dates', condition.from, condition.to)
    case 'fetched':
      return dateTest(segment, 'fetchDates', condition.from, condition.to)
    case 'is':
      return traitTest(segment, condition.trait)
    case 'language':
      return columnTest(segment, 'languages', LANGUAGES.indexOf(condition.language))
  }
}

/** The source contains the text, case and script folded; or it is the text, as written. */
async function sourceTest({ segment }: SegmentView, text: string, exact: boolean): Promise<Test> {
  const wanted = normalizeText(text)
  const matches = segment.meta.sources.map((source) =>
    exact ? source === text : normalizeText(source).includes(wanted),
  )
  const sources = await segment.column('sources')
  return (article) => matches[sources[article] ?? 0] === true
}

async function siteTest({ segment }: SegmentView, host: string): Promise<Test> {
  const matches = (await segment.hostNames()).map((name) => isWithin(name, host))
  const hosts = await segment.column('hosts')
  return (article) => matches[hosts[article] ?? 0] === true
}

const LINE_FEED = 10
const SCHEME = /^https?:\/\//

/** The address contains the text, whatever the case, the width and the scheme. */
async function urlTest({ segment }: SegmentView, text: string): Promise<Test> {
  const wanted = normalizeText(text).replace(SCHEME, '//')
  const found = new Uint8Array(segment.meta.articles)
  if (wanted.includes('\n')) return () => false
  const find = byteFinder(wanted)
  for await (const block of segment.urls()) {
    const { bytes, ends } = comparableLines(block)
    let line = 0
    for (let at = find(bytes, 0, bytes.length); at >= 0; ) {
      line = placeFrom(ends, at, line)
      found[block.firstArticle + line] = 1
      at = find(bytes, ends[line] ?? bytes.length, bytes.length)
    }
  }
  return (article) => found[article] === 1
}

interface Lines {
  readonly bytes: Uint8Array
  /** Where each line's line feed is. */
  readonly ends: Uint32Array
}

/** Addresses of ASCII as they are stored: nearly all; looking through those takes no strings. */
function comparableLines(block: UrlBlock): Lines {
  const { ends, isAscii } = splitLines(block.bytes)
  if (isAscii) return { bytes: block.bytes, ends }
  const bytes = new TextEncoder().encode(normalizeText(urlLines(block)))
  return { bytes, ends: splitLines(bytes).ends }
}

function splitLines(bytes: Uint8Array): { readonly ends: Uint32Array; readonly isAscii: boolean } {
  const ends = new Uint32Array(URLS_PER_BLOCK)
  let [count, bits] = [0, 0]
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    bits |= byte
    if (byte === LINE_FEED) ends[count++] = at
  }
  return { ends: ends.subarray(0, count), isAscii: bits < 0x80 }
}

/** An article without a date is in no bounded range. */
async function dateTest(
  { segment }: SegmentView,
  column: 'dates' | 'fetchDates',
  from: string,
  to: string,
): Promise<Test> {
  const first = from === '' ? 0 : dateNumber(from)
  const last = to === '' ? 99_999_999 : dateNumber(to)
  const dates = await segment.column(column)
  return (article) => {
    const date = dates[article] ?? 0
    return date >= first && date <= last && date > 0
  }
}

async function traitTest(view: SegmentView, trait: Trait): Promise<Test> {
  if (trait === 'repaired') return columnTest(view, 'repairs', 1)
  const statuses = await view.segment.column('statuses')
  if (trait === 'truncated') return (article) => isTruncated(statuses[article] ?? 0)
  const wanted = STATUSES.indexOf(trait)
  return (article) => statusNumber(statuses[article] ?? 0) === wanted
}

async function columnTest(
  { segment }: SegmentView,
  name: 'languages' | 'repairs',
  wanted: number,
): Promise<Test> {
  const column = await segment.column(name)
  return (article) => column[article] === wanted
}
