/** Counts how often a text stands in stored articles, to the letter. */

import { integerAt } from '../../element-at.ts'
import { packFrequencies } from '../../index/postings/frequencies.ts'
import { visitTexts } from '../../index/store/article-record.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { isSpeltAlike, spellingOfBytes } from '../../text/normalize/spelling.ts'
import type { ArticleSet } from '../lists/article-sets.ts'
import type { SegmentView } from '../lists/index-view.ts'
import type { PostingList } from '../lists/posting-lists.ts'
import { byteFinder } from './byte-search.ts'

/** So many articles are read between two chances to stop. */
const STEP = 64

/** How often a text stands in an article. */
interface Count {
  readonly inBody: number
  readonly inTitle: number
}

type CountIn = (record: Uint8Array) => Count

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Finds the articles that hold the normalised text, in their title or, unless `titleOnly`, in their body. */
export async function verifyText(
  { segment }: SegmentView,
  needle: string,
  articles: ArticleSet,
  titleOnly: boolean,
): Promise<PostingList> {
  const spellings = await segment.column('spellings')
  const isStoredAlike = storedAlike(needle)
  const [inBytes, inText] = [countInBytes(needle), countInText(needle, isStoredAlike)]
  const found: (Count & { readonly article: number })[] = []
  for (let start = 0; start < articles.length; start += STEP) {
    await segment.articles.each(articles.subarray(start, start + STEP), (article, record) => {
      const count = isStoredAlike(integerAt(spellings, article)) ? inBytes : inText
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

/** Tells whether the needle stands in the stored bytes wherever it stands in a text of this spelling. */
type IsStoredAlike = (spelling: number) => boolean

/** Blocks are stored apart, so that a needle of two lines never stands in bytes. Keeps each answer: spellings are few, texts many. */
function storedAlike(needle: string): IsStoredAlike {
  const answers: (boolean | undefined)[] = []
  const isOneLine = !needle.includes('\n')
  return (spelling) => {
    const answer = answers[spelling] ?? (isOneLine && isSpeltAlike(needle, spelling))
    answers[spelling] = answer
    return answer
  }
}

function countInBytes(needle: string): CountIn {
  const occurrences = byteCounter(needle)
  const find = byteFinder(needle)
  return (record) => {
    let [inBody, inTitle] = [0, 0]
    // One search through all that is stored rules out most articles that do not hold the text.
    const first = find(record, 0, record.length)
    if (first < 0) return { inBody, inTitle }
    visitTexts(record, (isTitle, start, end) => {
      const count = end > first ? occurrences(record, start, end) : 0
      if (isTitle) inTitle += count
      else inBody += count
    })
    return { inBody, inTitle }
  }
}

/** Returns a function that counts the needle in [start, end) of bytes. */
function byteCounter(needle: string): (bytes: Uint8Array, start: number, end: number) => number {
  const find = byteFinder(needle)
  const { length } = new TextEncoder().encode(needle)
  return (bytes, start, end) => {
    let count = 0
    for (let at = find(bytes, start, end); at >= 0; at = find(bytes, at + length, end)) count++
    return count
  }
}

/** Counts in an article some of whose texts are spelt otherwise. Only those texts are decoded. */
function countInText(needle: string, isStoredAlike: IsStoredAlike): CountIn {
  const occurrences = byteCounter(needle)
  return (record) => {
    let [inBody, inTitle] = [0, 0]
    const blocks: string[] = []
    visitTexts(record, (isTitle, start, end) => {
      const isAlike = isStoredAlike(spellingOfBytes(record, start, end))
      const count = isAlike ? occurrences(record, start, end) : 0
      const text = isAlike ? '' : decoder.decode(record.subarray(start, end))
      if (isTitle) inTitle = count + countInString(text, needle)
      else {
        inBody += count
        blocks.push(text)
      }
    })
    // Blocks are joined as the body is: a mark at a block's beginning belongs to the line feed before it.
    return { inBody: inBody + countInString(blocks.join('\n'), needle), inTitle }
  }
}

/** @param text not normalised */
function countInString(text: string, needle: string): number {
  const normalized = normalizeText(text)
  let count = 0
  for (let at = normalized.indexOf(needle); at >= 0; ) {
    count++
    at = normalized.indexOf(needle, at + needle.length)
  }
  return count
}
