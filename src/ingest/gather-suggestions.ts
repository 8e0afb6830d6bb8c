/** Counts what a generation can suggest: the words and the sources of its live articles. */

import type { IndexFolder } from '../index/byte-source.ts'
import { readDeletions } from '../index/deletions.ts'
import type { SegmentEntry } from '../index/manifest.ts'
import type { MergeInput } from '../index/merge-segments.ts'
import { createPageCache } from '../index/page-cache.ts'
import { createPostings, decodeWordPostings } from '../index/postings.ts'
import { openSegment } from '../index/segment.ts'
import type { SuggestionData, SuggestionEntry } from '../index/suggestions.ts'
import { type MergedTerm, mergeTerms } from '../index/term-merge.ts'
import { type CountedWord, isKnownWord, looksLikeWord, wordPool } from './suggested-words.ts'

/** Depends on the live articles alone, not on how they are spread over segments. */
export async function gatherSuggestions(
  folder: IndexFolder,
  segments: readonly SegmentEntry[],
): Promise<SuggestionData> {
  const inputs: MergeInput[] = []
  try {
    for (const entry of segments) inputs.push(await openInput(folder, entry))
    const [words, sources] = [await countWords(inputs), await countSources(inputs)]
    const { soundOf } = await import('../text/pinyin.ts')
    const entryOf = ({ text, articles }: SuggestionEntry): SuggestionEntry => {
      const sound = soundOf(text)
      return { text, articles, ...(sound !== undefined && { sound }) }
    }
    return { words: words.map(entryOf), sources: sources.map(entryOf) }
  } finally {
    for (const { segment } of inputs) await segment.close()
  }
}

async function openInput(folder: IndexFolder, entry: SegmentEntry): Promise<MergeInput> {
  const cache = createPageCache(0)
  const deleted = await readDeletions(folder, entry, cache)
  const segment = await openSegment(folder, entry.name, cache)
  return { segment, isDeleted: (article) => entry.deleted > 0 && deleted.has(article) }
}

async function countWords(inputs: readonly MergeInput[]): Promise<readonly CountedWord[]> {
  const pool = wordPool()
  const count = articleCounter(inputs)
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
  return pool.best()
}

type Counts = Pick<CountedWord, 'articles' | 'titles'>

/** Counts a term's live articles, and those that hold it in their title. */
function articleCounter(inputs: readonly MergeInput[]): (merged: MergedTerm) => Counts {
  const postings = createPostings()
  return ({ lists }) => {
    let [articles, titles] = [0, 0]
    for (const { input, documentFrequency, bytes } of lists) {
      decodeWordPostings(bytes, documentFrequency, postings)
      for (let i = 0; i < postings.count; i++) {
        if (inputs[input]?.isDeleted(postings.articles[i] ?? 0)) continue
        articles++
        if ((postings.titleFrequencies[i] ?? 0) > 0) titles++
      }
    }
    return { articles, titles }
  }
}

/** Most articles first. */
async function countSources(inputs: readonly MergeInput[]): Promise<readonly SuggestionEntry[]> {
  const counts = new Map<string, number>()
  for (const { segment, isDeleted } of inputs) {
    const sources = await segment.column('sources')
    for (let article = 0; article < segment.meta.articles; article++) {
      if (isDeleted(article)) continue
      const source = (segment.meta.sources[sources[article] ?? 0] ?? '').trim()
      if (source !== '') counts.set(source, (counts.get(source) ?? 0) + 1)
    }
  }
  return [...counts]
    .map(([text, articles]) => ({ text, articles }))
    .sort((a, b) => b.articles - a.articles || (a.text < b.text ? -1 : 1))
}
