/** Finds the words of the index that begin with a text: those that most articles hold. */

import { elementAt } from '../../element-at.ts'
import { decodeWordPostings } from '../../index/postings/postings.ts'
import type { TermEntry } from '../../index/terms/terms.ts'
import type { IndexView, SegmentView } from './index-view.ts'
import { mergeLists, type PostingList, readEntry } from './posting-lists.ts'

/** A beginning stands for at most so many words. */
export const MOST_WORDS = 256
/**
 * The search reads at most this many words of a segment's dictionary. Fewer begin with any two letters, so that only `a*` meets
 * the bound.
 */
const MOST_LOOKED_AT = 65_536

export interface Expansion {
  /** One list for each segment: the articles that hold any of the words, with the words' frequencies added up. */
  readonly lists: readonly PostingList[]
  /** There are more words than these. */
  readonly limited: boolean
}

/** @param beginning normalised */
export async function expandPrefix(view: IndexView, beginning: string): Promise<Expansion> {
  const found = await Promise.all(view.segments.map((segment) => findWords(segment, beginning)))
  const candidates = [...new Set(found.flatMap(({ words }) => words))].map((word) =>
    new TextEncoder().encode(word),
  )
  const entries = await Promise.all(
    view.segments.map(({ segment }) =>
      Promise.all(candidates.map((word) => segment.words.find(word))),
    ),
  )
  const frequency = (word: number) =>
    entries.reduce((sum, found) => sum + (found[word]?.documentFrequency ?? 0), 0)
  const kept = Array.from(candidates.keys(), (word) => ({ word, frequency: frequency(word) }))
    .sort((a, b) => b.frequency - a.frequency)
    .slice(0, MOST_WORDS)
  const lists = await Promise.all(
    view.segments.map((segment, number) =>
      readAll(
        segment,
        kept.flatMap(({ word }) => elementAt(entries, number)[word] ?? []),
      ),
    ),
  )
  return { lists, limited: kept.length < candidates.length || found.some(({ more }) => more) }
}

interface PrefixWords {
  /** The words that most articles of the segment hold. */
  readonly words: readonly string[]
  /** There are more. */
  readonly more: boolean
}

async function findWords({ segment }: SegmentView, beginning: string): Promise<PrefixWords> {
  const from = new TextEncoder().encode(beginning)
  const kept = keepCommonest(MOST_WORDS)
  let count = 0
  await segment.words.scan(from, (term, entry) => {
    if (!beginsWith(term, from) || count > MOST_LOOKED_AT) return false
    count++
    kept.offer(term, entry().documentFrequency)
    return true
  })
  const words = kept.words()
  return { words, more: words.length < count }
}

/** Keeps, of the words that it is offered, those that most articles hold; of equal ones those that came first. */
function keepCommonest(most: number) {
  const decoder = new TextDecoder()
  let kept: { readonly word: string; readonly frequency: number }[] = []
  let least = 0

  function cut(): void {
    kept = kept.sort((a, b) => b.frequency - a.frequency).slice(0, most)
    if (kept.length === most) least = elementAt(kept, most - 1).frequency
  }

  return {
    /** Decodes a word only when it is kept for now. */
    offer(term: Uint8Array, frequency: number): void {
      if (frequency <= least) return
      kept.push({ word: decoder.decode(term), frequency })
      if (kept.length === 2 * most) cut()
    },
    words(): readonly string[] {
      cut()
      return kept.map(({ word }) => word)
    },
  }
}

function beginsWith(term: Uint8Array, beginning: Uint8Array): boolean {
  for (let i = 0; i < beginning.length; i++) if (term[i] !== beginning[i]) return false
  return true
}

async function readAll(segment: SegmentView, entries: readonly TermEntry[]): Promise<PostingList> {
  const { words } = segment.segment
  const lists = await Promise.all(
    entries.map((entry) => readEntry(segment, words, entry, decodeWordPostings)),
  )
  return mergeLists(lists)
}
