/** Counts what a generation can suggest: the words and the sources of its live articles. */

import type { Bitmap } from '../../index/columns/bitmap.ts'
import { createBlockCache } from '../../index/files/block-cache.ts'
import type { IndexFolder } from '../../index/files/byte-source.ts'
import type { SegmentEntry } from '../../index/files/manifest.ts'
import { readDeletions } from '../../index/generation/deletions.ts'
import type { SuggestionData, SuggestionEntry } from '../../index/generation/suggestions.ts'
import { type MergedTerm, mergeTerms } from '../../index/merge/term-merge.ts'
import { titleFrequencyOf } from '../../index/postings/frequencies.ts'
import { createPostings, decodeWordPostings } from '../../index/postings/postings.ts'
import { openSegment, type Segment } from '../../index/segment/segment.ts'
import { type CountedWord, createWordPool, isKnownWord, looksLikeWord } from './suggested-words.ts'

interface LiveSegment {
  readonly segment: Segment
  /** Undefined: none of its articles is deleted. */
  readonly deleted: Bitmap | undefined
}

/** Depends on the live articles alone, not on how they are spread over segments. */
export async function gatherSuggestions(
  folder: IndexFolder,
  segments: readonly SegmentEntry[],
): Promise<SuggestionData> {
  const inputs: LiveSegment[] = []
  try {
    for (const entry of segments) inputs.push(await openLiveSegment(folder, entry))
    const [words, sources] = [await countWords(inputs), await countSources(inputs)]
    const { soundOf } = await import('../../text/sound/pinyin.ts')
    const entryOf = ({ text, articles }: SuggestionEntry): SuggestionEntry => {
      const sound = soundOf(text)
      return { text, articles, ...(sound !== undefined && { sound }) }
    }
    return { words: words.map(entryOf), sources: sources.map(entryOf) }
  } finally {
    for (const { segment } of inputs) await segment.close()
  }
}

async function openLiveSegment(folder: IndexFolder, entry: SegmentEntry): Promise<LiveSegment> {
  const cache = createBlockCache(0)
  const deleted = entry.deleted > 0 ? await readDeletions(folder, entry, cache) : undefined
  return { segment: await openSegment(folder, entry.name, cache), deleted }
}

async function countWords(inputs: readonly LiveSegment[]): Promise<readonly CountedWord[]> {
  const pool = createWordPool()
  const count = createArticleCounter(inputs)
  const decoder = new TextDecoder()
  await mergeTerms(
    inputs.map(({ segment }) => ({ container: segment.container, name: 'words' })),
    (merged) => {
      const counts = count(merged)
      // Most terms end here, before they are made into strings.
      if (counts.articles < 2 && counts.titles === 0) return
      const text = decoder.decode(merged.term)
      if (!looksLikeWord(text)) return
      const word = { text, ...counts }
      if (isKnownWord(word)) pool.add(word)
    },
  )
  return pool.mostWorthSuggesting()
}

type Counts = Pick<CountedWord, 'articles' | 'titles'>

/** Counts a term's live articles, and those that hold it in their title. */
function createArticleCounter(inputs: readonly LiveSegment[]): (merged: MergedTerm) => Counts {
  const postings = createPostings()
  return ({ lists }) => {
    let [articles, titles] = [0, 0]
    for (const { input, documentFrequency, bytes } of lists) {
      decodeWordPostings(bytes, documentFrequency, postings)
      const deleted = inputs[input]?.deleted
      for (let i = 0; i < postings.count; i++) {
        if (deleted?.has(postings.articles[i] ?? 0)) continue
        articles++
        if (titleFrequencyOf(postings.frequencies[i] ?? 0) > 0) titles++
      }
    }
    return { articles, titles }
  }
}

/** Most articles first. */
async function countSources(inputs: readonly LiveSegment[]): Promise<readonly SuggestionEntry[]> {
  const counts = new Map<string, number>()
  for (const { segment, deleted } of inputs) {
    const sources = await segment.column('sources')
    for (let article = 0; article < segment.meta.articles; article++) {
      if (deleted?.has(article)) continue
      const source = (segment.meta.sources[sources[article] ?? 0] ?? '').trim()
      if (source !== '') counts.set(source, (counts.get(source) ?? 0) + 1)
    }
  }
  return [...counts]
    .map(([text, articles]) => ({ text, articles }))
    .sort((a, b) => b.articles - a.articles || (a.text < b.text ? -1 : 1))
}
