/** Plans the words of a query as one text: an article that holds them side by side says what was meant. */

import { pairOf } from '../../index/postings/pairs.ts'
import type { QueryNode } from '../../query/query.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { isHanText } from '../../text/normalize/wide.ts'
import { type ArticleSet, intersect } from '../lists/article-sets.ts'
import type { IndexView } from '../lists/index-view.ts'
import { readPairArticles } from '../lists/posting-lists.ts'
import type { Needle } from '../literal/marks.ts'

/** A longer text, in UTF-16 units, is a sentence. Few articles hold all its words, and rerank-by-nearness.ts reads each. */
const LONGEST = 12

/**
 * Finds articles that most likely hold the words side by side, judged by the character pairs where one word ends and the next
 * begins; articles with all words hold the pairs inside words anyway. Undefined where the pairs cannot tell.
 */
export async function planAdjacentWords(
  view: IndexView,
  root: QueryNode,
  words: readonly Needle[],
): Promise<readonly ArticleSet[] | undefined> {
  if (view.ranking.phraseShare === 0 || words.length < 2) return undefined
  const text = joinedText(root)
  if (text.length > LONGEST || !isHanText(text)) return undefined
  const pairs = uncoveredPairs(text, words)
  if (pairs.length === 0) return undefined
  return Promise.all(
    view.segments.map(async (segment) => {
      const sets = await Promise.all(pairs.map((pair) => readPairArticles(segment, pair)))
      return sets.reduce(intersect)
    }),
  )
}

/** Lists the pairs of neighbours that no word of the text covers. */
function uncoveredPairs(text: string, words: readonly Needle[]): readonly number[] {
  const covered = new Set<number>()
  for (const word of words) {
    for (let at = text.indexOf(word.text); at >= 0; at = text.indexOf(word.text, at + 1))
      for (let inside = 0; inside + 1 < word.text.length; inside++) covered.add(at + inside)
  }
  const places = Array.from({ length: text.length - 1 }, (_, at) => at)
  return places
    .filter((at) => !covered.has(at))
    .map((at) => pairOf(text.charCodeAt(at), text.charCodeAt(at + 1)))
}

/** Joins words that stand side by side; the result holds a blank, and is no Han text, where the query asks for other texts, too. */
function joinedText(root: QueryNode): string {
  if (root.kind !== 'and') return ''
  const typed = root.children.map((node) => {
    if (node.kind === 'word') return node.field ? ' ' : node.text
    return ['phrase', 'prefix', 'or', 'and'].includes(node.kind) ? ' ' : ''
  })
  return normalizeText(typed.join(''))
}
