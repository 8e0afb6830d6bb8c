/**
 * Queries such as people ask: one to three words of an article's title. A title is cut as the indexer cuts it (Han by
 * the dictionary, longer words and the words in them; Latin words, names and numbers whole and in parts), a few of the
 * words are drawn and stay in the title's order.
 */

import type { SearchBackend } from '../src/backend/backend.ts'
import type { Segmenter } from '../src/text/terms/segmenter.ts'
import { tokenize } from '../src/text/terms/tokenize.ts'
import type { Draw } from './statistics.ts'

const MOST_WORDS = 3
/** Draws a query before giving up: titles may be empty, files may be skipped by the indexer. */
const MOST_ATTEMPTS = 50

/** A query as its words: terms of the index, to be joined by spaces. */
export type Words = readonly string[]

export interface QuerySource {
  readonly backend: SearchBackend
  /** Paths of the archive's files as found in the corpus. */
  readonly paths: readonly string[]
  readonly segmenter: Segmenter
}

export async function drawQueries(
  source: QuerySource,
  count: number,
  draw: Draw,
  mostWords = MOST_WORDS,
): Promise<readonly Words[]> {
  const queries: Words[] = []
  for (let attempts = 0; queries.length < count; attempts++) {
    if (attempts === count * MOST_ATTEMPTS) throw new Error('too few titles with words in them')
    const path = source.paths[draw(source.paths.length)] ?? ''
    const title = (await source.backend.article(path))?.title ?? ''
    const words = titleWords(title, source.segmenter)
    if (words.length > 0) queries.push(someOf(words, 1 + draw(mostWords), draw))
  }
  return queries
}

/** Single characters are left out: nobody asks for 的 or for a. */
export function titleWords(title: string, segmenter: Segmenter): Words {
  const terms = tokenize(title, segmenter).map(({ term }) => term)
  return [...new Set(terms)].filter(isPlainWord)
}

/** Two characters or more, none that the query language reads otherwise. */
function isPlainWord(term: string): boolean {
  return [...term].length > 1 && /^[\p{L}\p{N}][^\s":()]*$/u.test(term)
}

function someOf(words: Words, count: number, draw: Draw): Words {
  const left = [...words.keys()]
  const places: number[] = []
  while (places.length < count && left.length > 0) {
    places.push(...left.splice(draw(left.length), 1))
  }
  return places.sort((a, b) => a - b).map((place) => words[place] ?? '')
}
