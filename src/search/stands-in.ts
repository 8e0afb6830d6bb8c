/** Looks a text up in the stored articles: how often it stands in each, to the letter. */

import { bodyOf, decodeRecord, visitTexts } from '../index/article-record.ts'
import { packFrequencies } from '../index/frequencies.ts'
import { normalizeText } from '../text/normalize.ts'
import { isSpeltAlike } from '../text/spelling.ts'
import type { ArticleSet } from './article-sets.ts'
import { byteFinder, type FindBytes } from './byte-search.ts'
import type { SegmentView } from './index-view.ts'
import type { PostingList } from './term-lists.ts'

/** Articles that are looked at between two chances to stop: some milliseconds. */
const STEP = 64

/** How often a text stands in an article. */
interface Count {
  readonly inBody: number
  readonly inTitle: number
}

type CountIn = (record: Uint8Array) => Count

/** Those of the articles that hold the normalised text, in their title or, unless `titleOnly`, in their body. */
export async function holdersOf(
  { segment }: SegmentView,
  needle: string,
  articles: ArticleSet,
  titleOnly: boolean,
): Promise<PostingList> {
  const spellings = await segment.column('spellings')
  const [inBytes, inText] = [countInBytes(needle), countInText(needle)]
  const found: (Count & { readonly article: number })[] = []
  for (let start = 0; start < articles.length; start += STEP) {
    await segment.articles.each(articles.subarray(start, start + STEP), (article, record) => {
      const count = isStoredAlike(needle, spellings[article] ?? 0) ? inBytes : inText
      const { inTitle, inBody } = count(record)
      if (inTitle > 0 || (inBody > 0 && !titleOnly)) found.push({ article, inTitle, inBody })
    })
  }
  return {
    articles: Uint32Array.from(found, ({ article }) => article),
    frequencies: Uint32Array.from(found, ({ inBody, inTitle }) =>
      packFrequencies(titleOnly ? 0 : inBody, inTitle),
    ),
  }
}

/** Does the needle stand in the record's bytes where it stands in the text? Blocks are stored apart. */
function isStoredAlike(needle: string, spelling: number): boolean {
  return !needle.includes('\n') && isSpeltAlike(needle, spelling)
}

function countInBytes(needle: string): CountIn {
  const find = byteFinder(needle)
  const byteLength = new TextEncoder().encode(needle).length
  return (record) => {
    let [inBody, inTitle] = [0, 0]
    // Most articles that do not hold the text are told by one look at all that is stored of them.
    if (find(record, 0, record.length) < 0) return { inBody, inTitle }
    visitTexts(record, (isTitle, start, end) => {
      const count = occurrences(record, find, byteLength, start, end)
      if (isTitle) inTitle += count
      else inBody += count
    })
    return { inBody, inTitle }
  }
}

function occurrences(
  bytes: Uint8Array,
  find: FindBytes,
  byteLength: number,
  start: number,
  end: number,
): number {
  let count = 0
  for (let at = find(bytes, start, end); at >= 0; at = find(bytes, at + byteLength, end)) count++
  return count
}

function countInText(needle: string): CountIn {
  return (bytes) => {
    const record = decodeRecord(bytes)
    return {
      inBody: occurrencesInText(normalizeText(bodyOf(record)), needle),
      inTitle: occurrencesInText(normalizeText(record.title), needle),
    }
  }
}

function occurrencesInText(text: string, needle: string): number {
  let count = 0
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length))
    count++
  return count
}
