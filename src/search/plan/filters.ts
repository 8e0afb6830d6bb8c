/** Matches conditions of a query by the columns of each segment. */

import { STATUSES } from '../../corpus/article.ts'
import { byteAt, integerAt } from '../../element-at.ts'
import { dateNumber } from '../../index/columns/dates.ts'
import { isTruncated, statusNumber } from '../../index/columns/statuses.ts'
import { URLS_PER_BLOCK, type UrlBlock, urlLines } from '../../index/store/url-blocks.ts'
import { type LabelKind, metaKind } from '../../index/terms/labels.ts'
import type { Condition, Trait } from '../../query/query.ts'
import { isWithin } from '../../text/host.ts'
import { LANGUAGES } from '../../text/language.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { type ArticleSet, placeFrom, select } from '../lists/article-sets.ts'
import type { IndexView, SegmentView } from '../lists/index-view.ts'
import { findLabels, visitLabelled } from '../lists/labels.ts'
import { byteFinder } from '../literal/byte-search.ts'

/** Finds the live articles that fulfil the condition, one set for each segment. */
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
    case 'author':
      return labelTest(segment, 'author', condition.text, contains)
    case 'tag':
      return labelTest(segment, 'tag', condition.text, isSameOrBelow)
    case 'meta':
      return labelTest(segment, metaKind(normalizeText(condition.name)), condition.text, contains)
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

/** Tests whether the source contains the text, with case and script folded, or is exactly the text as it is written. */
async function sourceTest({ segment }: SegmentView, text: string, exact: boolean): Promise<Test> {
  const wanted = normalizeText(text)
  const matches = segment.meta.sources.map((source) =>
    exact ? source === text : normalizeText(source).includes(wanted),
  )
  const sources = await segment.column('sources')
  return (article) => matches[integerAt(sources, article)] === true
}

type CompareLabel = (label: string, wanted: string) => boolean

const contains: CompareLabel = (label, wanted) => label.includes(wanted)

/** Tags nest: `sea/north` is below `sea`. */
const isSameOrBelow: CompareLabel = (label, wanted) =>
  label === wanted || label.startsWith(`${wanted}/`)

/** Tests whether one of the article's labels compares, with case and script folded. */
async function labelTest(
  { segment }: SegmentView,
  kind: LabelKind,
  text: string,
  compares: CompareLabel,
): Promise<Test> {
  const wanted = normalizeText(text).trim()
  const found = new Uint8Array(segment.meta.articles)
  const labels = await findLabels(segment, kind, ({ compared }) => compares(compared, wanted))
  for (const label of labels)
    await visitLabelled(segment, label, (article) => {
      found[article] = 1
    })
  return (article) => found[article] === 1
}

async function siteTest({ segment }: SegmentView, host: string): Promise<Test> {
  const matches = (await segment.hostNames()).map((name) => isWithin(name, host))
  const hosts = await segment.column('hosts')
  return (article) => matches[integerAt(hosts, article)] === true
}

const LINE_FEED = 10
const SCHEME = /^https?:\/\//

/** Tests whether the address contains the text, whatever the case, the width and the scheme. */
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
      at = find(bytes, integerAt(ends, line), bytes.length)
    }
  }
  return (article) => found[article] === 1
}

interface Lines {
  readonly bytes: Uint8Array
  /** The offset of each line's line feed. */
  readonly ends: Uint32Array
}

/** Takes addresses of ASCII, as nearly all are, as they are stored, and normalises others. */
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
    const byte = byteAt(bytes, at)
    bits |= byte
    if (byte === LINE_FEED) ends[count++] = at
  }
  return { ends: ends.subarray(0, count), isAscii: bits < 0x80 }
}

/** Tests whether the date is in the range. An article without a date is in no bounded range. */
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
    const date = integerAt(dates, article)
    return date >= first && date <= last && date > 0
  }
}

async function traitTest(view: SegmentView, trait: Trait): Promise<Test> {
  if (trait === 'repaired') return columnTest(view, 'repairs', 1)
  const statuses = await view.segment.column('statuses')
  if (trait === 'truncated') return (article) => isTruncated(integerAt(statuses, article))
  const wanted = STATUSES.indexOf(trait)
  return (article) => statusNumber(integerAt(statuses, article)) === wanted
}

async function columnTest(
  { segment }: SegmentView,
  name: 'languages' | 'repairs',
  wanted: number,
): Promise<Test> {
  const column = await segment.column(name)
  return (article) => column[article] === wanted
}
