/** Plans the words inside the words of a query. They add to scores and match nothing. */

import { isHanText } from '../../text/normalize/wide.ts'
import type { IndexView } from '../lists/index-view.ts'
import { readWordLists } from '../lists/posting-lists.ts'
import { createScoredTerm, type ScoredTerm } from '../lists/scored-term.ts'

/** Finds the words of two and three characters inside longer words of the query: the index cuts the words of articles so. */
export async function planParts(
  view: IndexView,
  words: ReadonlySet<string>,
): Promise<readonly ScoredTerm[]> {
  const texts = new Set([...words].filter((word) => isHanText(word)).flatMap(listParts))
  const share = view.ranking.partShare
  if (share === 0) return []
  const wanted = [...texts].filter((text) => !words.has(text))
  const terms = await Promise.all(
    wanted.map(async (text) => createScoredTerm(view, text, await readWordLists(view, text))),
  )
  return terms
    .filter(({ documentFrequency }) => documentFrequency > 0)
    .map((term) => ({ ...term, weight: term.weight * share }))
}

function listParts(word: string): readonly string[] {
  const pieces = [2, 3].flatMap((length) =>
    Array.from(word, (_, start) => word.slice(start, start + length)),
  )
  return pieces.filter((piece) => piece.length > 1 && piece.length < word.length)
}
