/** Words inside the words of a query: they add to scores, and match nothing. */

import { isHanText } from '../../text/normalize/wide.ts'
import type { IndexView } from '../lists/index-view.ts'
import { wordLists } from '../lists/posting-lists.ts'
import { type ScoredTerm, scoredTerm } from '../lists/scored-term.ts'

/** The words of two and three characters inside longer words of the query, as an article's words are cut. */
export async function planParts(
  view: IndexView,
  words: ReadonlyMap<string, unknown>,
): Promise<readonly ScoredTerm[]> {
  const texts = new Set([...words.keys()].filter((word) => isHanText(word)).flatMap(partsOf))
  const share = view.ranking.partShare
  if (share === 0) return []
  const wanted = [...texts].filter((text) => !words.has(text))
  const terms = await Promise.all(
    wanted.map(async (text) => scoredTerm(view, text, await wordLists(view, text))),
  )
  return terms
    .filter(({ documentFrequency }) => documentFrequency > 0)
    .map((term) => ({ ...term, weight: term.weight * share }))
}

function partsOf(word: string): readonly string[] {
  const pieces = [2, 3].flatMap((length) =>
    Array.from(word, (_, start) => word.slice(start, start + length)),
  )
  return pieces.filter((piece) => piece.length > 1 && piece.length < word.length)
}
