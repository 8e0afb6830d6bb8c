/**
 * Tells the digits of a text from terms that the indexer made of a number or a day that is written otherwise (96000 of 96,000): see
 * src/text/terms/written-forms.ts.
 */

import { markWordPostings } from '../../index/postings/mark-postings.ts'
import type { TermDictionary, TermEntry } from '../../index/terms/terms.ts'
import { type ArticleSet, intersect, subtract, uniteAll } from '../lists/article-sets.ts'
import type { SegmentView } from '../lists/index-view.ts'
import { mergeArticles } from '../lists/merged-postings.ts'
import { readWordList } from '../lists/posting-lists.ts'

const FIRST_DIGIT = Uint8Array.of(0x30)
const LAST_DIGIT = 0x39
/** Digits between two separators. */
const GROUP = 3

const decoder = new TextDecoder()

/** Tells whether a term is a number of at least four digits or a day. */
export function mayBeMade(term: string): boolean {
  return /^[0-9]{4,}(?:-[0-9]{2}){0,2}$/.test(term)
}

/**
 * Finds the articles that may hold these terms without their digits. One with 96,000 holds its groups as terms, too, so that one
 * without the term 000 holds 96000 as it is.
 * @param entries of the words that hold some digits, in the order of the dictionary
 */
export async function findMadeArticles(
  segment: SegmentView,
  entries: readonly TermEntry[],
): Promise<ArticleSet> {
  const { words } = segment.segment
  const groups = await groupByEnd(words, new Set(entries.map(({ offset }) => offset)))
  const made = new Set([...groups.values()].flat().map(({ offset }) => offset))
  const written = entries.filter(({ offset }) => !made.has(offset))
  const sets: ArticleSet[] = []
  for (const [end, some] of groups) {
    const holders = await mergeArticles(segment, words, some, markWordPostings)
    sets.push(
      end === '' ? holders : intersect(holders, (await readWordList(segment, end)).articles),
    )
  }
  return subtract(uniteAll(sets), await mergeArticles(segment, words, written, markWordPostings))
}

/** Groups those of the terms that may be made by their last three digits; those of days and of round numbers stand under ''. */
async function groupByEnd(
  words: TermDictionary,
  wanted: ReadonlySet<number>,
): Promise<ReadonlyMap<string, readonly TermEntry[]>> {
  const groups = new Map<string, TermEntry[]>()
  await words.scan(FIRST_DIGIT, (bytes, entry) => {
    if ((bytes[0] ?? 0) > LAST_DIGIT) return false
    const here = entry()
    if (!wanted.has(here.offset)) return true
    const term = decoder.decode(bytes)
    if (!mayBeMade(term)) return true
    const end = term.includes('-') || term.endsWith('0000') ? '' : term.slice(-GROUP)
    groups.set(end, [...(groups.get(end) ?? []), here])
    return true
  })
  return groups
}
